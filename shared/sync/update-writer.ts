import * as encoding from 'lib0/encoding'

/** Where something new stands: the first under a root type or a type made before, or behind a sibling. */
export type Standing =
  | { readonly in: string | Clock; readonly key?: string }
  | { readonly behind: Clock }

/** A place in what one client made, counted from 0. */
export type Clock = number

/** A shared type that holds others, as an update names it. */
export type MadeType = 'map' | 'fragment' | 'text' | { readonly element: string }

/**
 * Writes what one client made of an empty document as the update that `Y.encodeStateAsUpdate` gives of
 * it, version 1, without making the document: half the time, and nothing of it stays in memory. Each call gives the last clock of
 * what it wrote; things stand in the order in which Yjs takes them in, a type before what is in it.
 */
export interface UpdateWriter {
  value(at: Standing, value: unknown): Clock
  type(at: Standing, type: MadeType): Clock
  words(at: Standing, words: string): Clock
  embed(at: Standing, embed: object): Clock
  format(at: Standing, name: string, value: true | null): Clock
  /** The whole update. */
  update(): Uint8Array
}

/** Yjs' numbers of what an item holds and of its types, which stand in every update ever written. */
const EMBED = 5
const FORMAT = 6
const TYPE = 7
const ANY = 8
const STRING = 4
const TYPES = { map: 1, fragment: 4, text: 6 } as const
const ELEMENT = 3

/** Bits beside the number: the item has a key in its parent; it follows another. */
const HAS_KEY = 0x20
const HAS_ORIGIN = 0x80

export function createUpdateWriter(client: number): UpdateWriter {
  const structs = encoding.createEncoder()
  let count = 0
  let next: Clock = 0

  return {
    value(at, value) {
      begin(at, ANY)
      encoding.writeVarUint(structs, 1)
      encoding.writeAny(structs, value as never)
      return end(1)
    },
    type(at, type) {
      begin(at, TYPE)
      encoding.writeVarUint(structs, typeof type === 'string' ? TYPES[type] : ELEMENT)
      if (typeof type === 'object') encoding.writeVarString(structs, type.element)
      return end(1)
    },
    words(at, words) {
      begin(at, STRING)
      encoding.writeVarString(structs, words)
      return end(words.length)
    },
    embed(at, embed) {
      begin(at, EMBED)
      encoding.writeVarString(structs, JSON.stringify(embed))
      return end(1)
    },
    format(at, name, value) {
      begin(at, FORMAT)
      encoding.writeVarString(structs, name)
      encoding.writeVarString(structs, JSON.stringify(value))
      return end(1)
    },
    update() {
      const whole = encoding.createEncoder()
      encoding.writeVarUint(whole, count === 0 ? 0 : 1)
      if (count > 0) {
        encoding.writeVarUint(whole, count)
        encoding.writeVarUint(whole, client)
        encoding.writeVarUint(whole, 0)
      }
      encoding.writeUint8Array(whole, encoding.toUint8Array(structs))
      // Nothing was deleted.
      encoding.writeVarUint(whole, 0)
      return encoding.toUint8Array(whole)
    },
  }

  /** The head of an item. What follows another has its parent from that one. */
  function begin(at: Standing, content: number): void {
    count++
    if ('behind' in at) {
      encoding.writeUint8(structs, content | HAS_ORIGIN)
      id(at.behind)
      return
    }
    encoding.writeUint8(structs, at.key === undefined ? content : content | HAS_KEY)
    encoding.writeVarUint(structs, typeof at.in === 'string' ? 1 : 0)
    if (typeof at.in === 'string') encoding.writeVarString(structs, at.in)
    else id(at.in)
    if (at.key !== undefined) encoding.writeVarString(structs, at.key)
  }

  function id(clock: Clock): void {
    encoding.writeVarUint(structs, client)
    encoding.writeVarUint(structs, clock)
  }

  function end(length: number): Clock {
    next += length
    return next - 1
  }
}

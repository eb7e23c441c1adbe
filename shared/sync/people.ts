import * as Y from 'yjs'
import type { Person } from './person.ts'

/**
 * Who wrote what, and when, beside the text in the shared document: `people` (person id → name),
 * `clients` (Yjs client id → person id), `times` (`[client, clock, at]`: what the client made from
 * this clock on was made at this time or within {@link MARK_EVERY} after) and `deletions` (`[client,
 * clock, length]`: characters that the client who wrote the entry deleted). Yjs keeps who made an
 * item and not who deleted it, hence the last. `ways` (way into the shared draft → person id) tells at
 * a person's other computers who they are here.
 */
export interface TimeMark {
  readonly clock: number
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** Milliseconds of work that one time mark stands for. */
export const MARK_EVERY = 60_000

/**
 * Signs what is written from now on in this replica; called before each change, it writes only when
 * something new is to be said. The writing is no step of undo.
 */
export function createSignature(
  doc: Y.Doc,
  person: () => Person,
  way: () => string | undefined = () => undefined,
): (at: number) => void {
  let client = -1
  let last = Number.NEGATIVE_INFINITY
  return (at) => {
    const { id, name } = person()
    if (id === '') return
    const isCurrent = client === doc.clientID && Math.abs(at - last) < MARK_EVERY
    const came = way()
    const isNewWay = came !== undefined && !waysIn(doc).has(came)
    const isSigned = namesIn(doc).get(id) === name && clientsIn(doc).get(key(client)) === id
    if (isCurrent && isSigned && !isNewWay) return
    client = doc.clientID
    last = isCurrent ? last : at
    doc.transact(() => {
      if (!isCurrent) timesIn(doc).push([[client, Y.getState(doc.store, client), at]])
      if (namesIn(doc).get(id) !== name) namesIn(doc).set(id, name)
      if (clientsIn(doc).get(key(client)) !== id) clientsIn(doc).set(key(client), id)
      if (isNewWay) waysIn(doc).set(came, id)
    }, SIGNING)
  }
}

/**
 * As whom somebody signs who came in by a way: as whoever came by it first. One invitation at two
 * computers is one person, though each library has a person of its own.
 */
export function signerIn(doc: Y.Doc, person: Person, way: string | undefined): Person {
  const known = way === undefined ? undefined : waysIn(doc).get(way)
  return typeof known === 'string' && known !== '' ? { ...person, id: known } : person
}

/** Signs as a person's what a client wrote from its beginning: words that somebody else puts into the draft. */
export function signClient(doc: Y.Doc, client: number, { id, name }: Person, at: number): void {
  if (clientsIn(doc).get(key(client)) === id) return
  timesIn(doc).push([[client, 0, at]])
  if (!namesIn(doc).has(id)) namesIn(doc).set(id, name)
  clientsIn(doc).set(key(client), id)
}

/** Calls back when somebody signs: with a name or a new mark, or with deletions, each `[client, clock]`. */
export function onSigned(
  doc: Y.Doc,
  {
    signed,
    deleted,
  }: { signed(): void; deleted(characters: readonly (readonly number[])[]): void },
): () => void {
  const types = [namesIn(doc), clientsIn(doc), timesIn(doc)]
  const handleDeletions = ({ changes }: Y.YArrayEvent<unknown>) => {
    const entries = [...changes.added].flatMap(({ content }) => content.getContent())
    deleted(entries.map(numbers))
  }
  for (const type of types) type.observe(signed)
  deletionsIn(doc).observe(handleDeletions)
  return () => {
    for (const type of types) type.unobserve(signed)
    deletionsIn(doc).unobserve(handleDeletions)
  }
}

/** Everybody who has written in the draft. */
export function peopleIn(doc: Y.Doc): readonly Person[] {
  return [...namesIn(doc)].map(([id, name]) => ({ id, name: typeof name === 'string' ? name : '' }))
}

/** The person of a Yjs client; undefined: the law in force, a file, or a program that signs nothing. */
export function personOfClient(doc: Y.Doc, client: number): Person | undefined {
  const id = clientsIn(doc).get(key(client))
  if (typeof id !== 'string') return undefined
  const name = namesIn(doc).get(id)
  return { id, name: typeof name === 'string' ? name : '' }
}

/** The time marks of each client, by clock; entries of another form are left out. */
export function timeMarks(doc: Y.Doc): ReadonlyMap<number, readonly TimeMark[]> {
  const marks = new Map<number, TimeMark[]>()
  for (const entry of timesIn(doc).toArray()) {
    const [client, clock, at] = numbers(entry)
    if (client === undefined || clock === undefined || at === undefined) continue
    const known = marks.get(client)
    if (known) known.push({ clock, at })
    else marks.set(client, [{ clock, at }])
  }
  for (const known of marks.values()) known.sort((a, b) => a.clock - b.clock)
  return marks
}

/** When a client made what has this clock; undefined: before it was first signed. */
export function timeAt(marks: readonly TimeMark[] | undefined, clock: number): number | undefined {
  let low = 0
  let high = marks?.length ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks?.[middle]?.clock ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return marks?.[low - 1]?.at
}

/**
 * Writes down which words of others a transaction deleted; called within it. What a client deletes of
 * its own is not written, nobody else can have; and undo deletes its own only.
 */
export function signDeletions(doc: Y.Doc, { deleteSet }: Y.Transaction): void {
  const entries: number[][] = []
  for (const [client, ranges] of deleteSet.clients) {
    if (client === doc.clientID) continue
    for (const { clock, len } of wordRanges(doc, client, ranges)) entries.push([client, clock, len])
  }
  if (entries.length > 0) deletionsIn(doc).push(entries)
}

function namesIn(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('people')
}

function clientsIn(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('clients')
}

function waysIn(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('ways')
}

function timesIn(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray('times')
}

export function deletionsIn(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray('deletions')
}

/** An array of whole numbers, or nothing. */
export function numbers(entry: unknown): readonly number[] {
  return Array.isArray(entry) && entry.every(Number.isSafeInteger) ? entry : []
}

/** Origin of what is signed: an update to be sent, and nothing to undo. */
const SIGNING = 'signing'

interface Range {
  readonly clock: number
  readonly len: number
}

/** The parts of ranges that are words, neighbors as one. */
function wordRanges(doc: Y.Doc, client: number, ranges: readonly Range[]): readonly Range[] {
  const found: { clock: number; len: number }[] = []
  const structs = doc.store.clients.get(client)
  if (!structs) return found
  for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i]
      if (!struct || struct.id.clock >= clock + len) break
      if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.XmlText)) continue
      if (struct.parentSub !== null || struct.content instanceof Y.ContentFormat) continue
      const from = Math.max(clock, struct.id.clock)
      const to = Math.min(clock + len, struct.id.clock + struct.length)
      const before = found.at(-1)
      if (before && before.clock + before.len === from) before.len = to - before.clock
      else found.push({ clock: from, len: to - from })
    }
  }
  return found
}

function key(client: number): string {
  return String(client)
}

import * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'
import { standingElements, textIn } from './body.ts'
import { type Deletions, deletionsBy } from './deletions.ts'
import { onSigned, personOfClient, timeAt, timeMarks } from './people.ts'
import type { Person } from './person.ts'
import {
  BIRTH,
  BIRTH_REGISTERS,
  bodyFragment,
  headingText,
  metaOf,
  type UnitMap,
  unitMaps,
} from './shape.ts'

/** Who did something, and when. */
export interface Touch {
  /** Undefined: a file, or a program that signs nothing. */
  readonly person: Person | undefined
  /** Milliseconds since the epoch, to the minute. */
  readonly at: number | undefined
}

/** Neighboring characters with one origin. */
export interface Span {
  /** UTF-16 units; a break or footnote counts one. */
  readonly length: number
  /** Undefined: words of the base as they were. */
  readonly touch: Touch | undefined
}

/** The text of a unit: its heading is block -1. */
export interface TextPlace {
  readonly unit: UnitId
  readonly block: number
}

/**
 * Who wrote what in a shared draft. Answers are worked out when asked for and kept until the unit
 * changes, so that asking again costs nothing and nothing is worked out for what nobody looks at.
 */
export interface Attribution {
  /** Who made a unit; undefined: it stands in the base. */
  made(unit: UnitId): Touch | undefined
  /** Who set a property of the unit last; undefined: it is as in the base. */
  set(unit: UnitId, register: string): Touch | undefined
  /** Everybody who changed the unit, each once with the latest time; the latest first. */
  touches(unit: UnitId): readonly Touch[]
  /** Likewise of its heading, or of all its blocks. */
  wordTouches(unit: UnitId, part: 'heading' | 'body'): readonly Touch[]
  /** Who wrote the words of a block as it stands. */
  written(place: TextPlace): readonly Span[]
  /** Who deleted words of a block of the base; a span without touch stands, or nobody is known. */
  deleted(place: TextPlace): readonly Span[]
  /** Calls back with the units whose attribution changed; with none: of any. */
  subscribe(listener: (units: ReadonlySet<UnitId> | undefined) => void): () => void
  close(): void
}

export function attributionOf(doc: Y.Doc): Attribution {
  return new DraftAttribution(doc)
}

class DraftAttribution implements Attribution {
  private readonly doc: Y.Doc
  private readonly units: Y.Map<UnitMap>
  private readonly base: number | undefined
  /** Read when first asked for after they changed. */
  private knownTimes: ReturnType<typeof timeMarks> | undefined
  private knownDeletions: Deletions | undefined
  private readonly known = new Map<UnitId, Map<string, readonly Touch[]>>()
  private readonly listeners = new Set<(units: ReadonlySet<UnitId> | undefined) => void>()
  private readonly stopSigned: () => void

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.units = unitMaps(doc)
    this.base = seedClientOf(doc)
    this.units.observeDeep(this.handleUnits)
    this.stopSigned = onSigned(doc, {
      signed: () => {
        this.knownTimes = undefined
        this.known.clear()
        this.tell(undefined)
      },
      deleted: (characters) => {
        this.knownDeletions = undefined
        const ids = characters.flatMap(([client, clock]) => this.unitOf(client, clock) ?? [])
        this.forget(new Set(ids))
      },
    })
  }

  made(unit: UnitId): Touch | undefined {
    return this.touchOf(this.units._map.get(unit))
  }

  set(unit: UnitId, register: string): Touch | undefined {
    const items = this.units.get(unit)?._map
    const born = BIRTH_REGISTERS.has(register) ? items?.get(BIRTH) : undefined
    return this.touchOf(items?.get(register) ?? born)
  }

  touches(unit: UnitId): readonly Touch[] {
    return this.remembered(unit, 'all', () => {
      const map = this.units.get(unit)
      const made = this.units._map.get(unit)
      return this.touchesOf([...(made ? [made] : []), ...(map ? itemsIn(map) : [])])
    })
  }

  wordTouches(unit: UnitId, part: 'heading' | 'body'): readonly Touch[] {
    return this.remembered(unit, part, () => {
      const map = this.units.get(unit)
      const type = map && (part === 'heading' ? headingText(map) : bodyFragment(map))
      return type ? this.touchesOf(itemsIn(type)) : []
    })
  }

  written(place: TextPlace): readonly Span[] {
    const text = this.textAt(place, 'standing')
    const spans: Span[] = []
    for (const { id, length, deleted, countable } of text ? chainOf(text._start) : []) {
      if (deleted || !countable) continue
      if (id.client === this.base) addSpan(spans, length, undefined)
      else this.addWritten(spans, id, length)
    }
    return spans
  }

  deleted(place: TextPlace): readonly Span[] {
    const text = this.textAt(place, 'base')
    const spans: Span[] = []
    for (const { id, length, deleted, countable, content } of text ? chainOf(text._start) : []) {
      if (id.client !== this.base || !(countable || content instanceof Y.ContentDeleted)) continue
      if (!deleted) addSpan(spans, length, undefined)
      else {
        for (const part of this.deletions.of(id.client, id.clock, length)) {
          addSpan(spans, part.length, part.by && this.touchAt(part.by.client, part.by.clock))
        }
      }
    }
    return spans
  }

  subscribe(listener: (units: ReadonlySet<UnitId> | undefined) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.units.unobserveDeep(this.handleUnits)
    this.stopSigned()
    this.listeners.clear()
  }

  private readonly handleUnits = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const changed = new Set<UnitId>()
    for (const { path, keys } of events) {
      const [id] = path
      const ids = id === undefined ? [...keys.keys()] : [String(id)]
      for (const each of ids) changed.add(unitId(each))
    }
    this.forget(changed)
  }

  private forget(units: ReadonlySet<UnitId>): void {
    for (const unit of units) this.known.delete(unit)
    this.tell(units)
  }

  private tell(units: ReadonlySet<UnitId> | undefined): void {
    for (const listener of this.listeners) listener(units)
  }

  /** The unit that a character stands in. */
  private unitOf(client = -1, clock = -1): UnitId | undefined {
    if (clock >= Y.getState(this.doc.store, client)) return undefined
    let item: Y.Item | Y.GC | null = Y.getItem(this.doc.store, Y.createID(client, clock))
    while (item instanceof Y.Item && item.parent !== this.units) {
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null
    }
    return item instanceof Y.Item && item.parentSub !== null ? unitId(item.parentSub) : undefined
  }

  private get times(): ReturnType<typeof timeMarks> {
    this.knownTimes ??= timeMarks(this.doc)
    return this.knownTimes
  }

  private get deletions(): Deletions {
    this.knownDeletions ??= deletionsBy(this.doc)
    return this.knownDeletions
  }

  private remembered(unit: UnitId, part: string, find: () => readonly Touch[]): readonly Touch[] {
    const parts = this.known.get(unit) ?? new Map<string, readonly Touch[]>()
    this.known.set(unit, parts)
    const known = parts.get(part) ?? find()
    parts.set(part, known)
    return known
  }

  private touchAt(client: number, clock: number): Touch {
    return {
      person: personOfClient(this.doc, client),
      at: timeAt(this.times.get(client), clock),
    }
  }

  private touchOf(item: Y.Item | undefined): Touch | undefined {
    if (!item || item.id.client === this.base) return undefined
    return this.touchAt(item.id.client, item.id.clock)
  }

  /** Each person once, by the latest of what they made or deleted. */
  private touchesOf(items: Iterable<Y.Item>): readonly Touch[] {
    const latest = new Map<string, Touch>()
    const add = (client: number, clock: number) => {
      const touch = this.touchAt(client, clock)
      const who = touch.person?.id ?? ''
      const before = latest.get(who)
      if (!before || (touch.at ?? 0) > (before.at ?? 0)) latest.set(who, touch)
    }
    for (const { id, length, deleted } of items) {
      if (id.client !== this.base) add(id.client, id.clock + length - 1)
      if (!deleted) continue
      for (const { by } of this.deletions.of(id.client, id.clock, length)) {
        if (by) add(by.client, by.clock)
      }
    }
    return [...latest.values()].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  }

  /** One item may be the work of many minutes. */
  private addWritten(spans: Span[], { client, clock }: Y.ID, length: number): void {
    const marks = this.times.get(client) ?? []
    let from = clock
    for (const mark of marks) {
      if (mark.clock <= from) continue
      if (mark.clock >= clock + length) break
      addSpan(spans, mark.clock - from, this.touchAt(client, from))
      from = mark.clock
    }
    addSpan(spans, clock + length - from, this.touchAt(client, from))
  }

  private textAt({ unit, block }: TextPlace, of: 'standing' | 'base'): Y.XmlText | undefined {
    const map = this.units.get(unit)
    if (!map) return undefined
    if (block < 0) return headingText(map)
    const body = bodyFragment(map)
    if (!body) return undefined
    const elements =
      of === 'standing'
        ? standingElements(body)
        : body
            .toArray()
            .filter((child) => child instanceof Y.XmlElement)
            .filter(({ _item }) => _item?.id.client === this.base)
    const element = elements[block]
    return element && textIn(element)
  }
}

/** The client that wrote the base: nobody's work in the draft. */
function seedClientOf(doc: Y.Doc): number | undefined {
  let item = metaOf(doc)._map.get('actId')
  while (item?.left) item = item.left
  return item?.id.client
}

function* chainOf(start: Y.Item | null): Generator<Y.Item> {
  for (let item = start; item; item = item.right) yield item
}

/** Everything that was ever put into a type, at any depth. */
function* itemsIn(type: Pick<Y.AbstractType<unknown>, '_start' | '_map'>): Generator<Y.Item> {
  for (const item of chainOf(type._start)) yield* withContent(item)
  for (const latest of type._map.values()) {
    for (let item: Y.Item | null = latest; item; item = item.left) yield* withContent(item)
  }
}

function* withContent(item: Y.Item): Generator<Y.Item> {
  yield item
  if (item.content instanceof Y.ContentType) yield* itemsIn(item.content.type)
}

function addSpan(spans: Span[], length: number, touch: Touch | undefined): void {
  const last = spans.at(-1)
  if (last && isSameTouch(last.touch, touch)) {
    spans[spans.length - 1] = { length: last.length + length, touch }
  } else spans.push({ length, touch })
}

function isSameTouch(a: Touch | undefined, b: Touch | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.person?.id === b.person?.id && a.at === b.at
}

import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import type { Problem } from '../base/problem.ts'
import { type Act, isLanguage, isUnit, type Unit, type UnitId, unitId } from '../schema/act.ts'
import { isUnitKind, isUnitState } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import {
  type BlockCache,
  hasWords,
  readBlocks,
  readInline,
  standingElements,
  wordsIn,
  wordsOf,
} from './body.ts'
import type { Conflict } from './conflicts.ts'
import { faultOfMeta, faultOfUnit } from './gate.ts'
import { type Layout, layOut } from './layout.ts'
import {
  bodyFragment,
  digest,
  headingText,
  metaOf,
  recordOf,
  type UnitMap,
  type UnitRecord,
  unitMaps,
} from './shape.ts'

/** The act that a shared document shows, computed from scratch. */
export function projectAct(doc: Y.Doc): Act {
  const view = createDraftView(doc)
  view.close()
  return view.act
}

/** What changed in a {@link DraftView}: words only, or also which units stand where. */
export type DraftChange = 'text' | 'structure'

/**
 * The act of a shared document, kept as the document changes: nodes of untouched units stay the
 * same objects, so whoever caches by node does the work of the touched ones only. Writes nothing.
 */
export interface DraftView {
  readonly act: Act
  /** What the projection had to decide, and changed units that stand nowhere. */
  readonly conflicts: readonly Conflict[]
  /** Why the draft may not be edited now, in a sentence. */
  readonly fault: Problem | null
  readonly layout: Layout
  /** Takes over nodes of an equal act, so that both trees are one set of objects. */
  adopt(act: Act): void
  /** Calls back after each Yjs transaction that changed the act. */
  subscribe(listener: (change: DraftChange, origin: unknown) => void): () => void
  close(): void
}

export function createDraftView(doc: Y.Doc): DraftView {
  return new Projection(doc)
}

/** The registers of all units, standing or not. */
export function recordsOf(doc: Y.Doc): Map<UnitId, UnitRecord> {
  const records = new Map<UnitId, UnitRecord>()
  for (const [id, unit] of unitMaps(doc)) records.set(unitId(id), recordOf(id, unit))
  return records
}

/** The tree of units as it stands in the document now. */
export function layoutOf(doc: Y.Doc): Layout {
  return layOut({ records: recordsOf(doc), hasWords: (id) => unitHasWords(unitMaps(doc).get(id)) })
}

/** The words of a unit's heading and blocks, standing or not. */
export function unitWords(unit: UnitMap | undefined): string {
  const heading = unit && headingText(unit)
  const body = unit && bodyFragment(unit)
  return `${heading ? wordsOf(heading) : ''}\n${body ? wordsIn(body) : ''}`
}

function unitHasWords(unit: UnitMap | undefined): boolean {
  const heading = unit && headingText(unit)
  const body = unit && bodyFragment(unit)
  return (heading?.length ?? 0) > 0 || (body !== undefined && hasWords(body))
}

class Projection implements DraftView {
  act: Act
  conflicts: readonly Conflict[] = []
  layout: Layout
  private readonly faults = new Map<UnitId | null, Problem>()
  private readonly maps: Y.Map<UnitMap>
  private readonly meta: Y.Map<unknown>
  private readonly records: Map<UnitId, UnitRecord>
  private readonly blocks: BlockCache = new WeakMap()
  private readonly headings = new Map<UnitId, Node | null>()
  private readonly nodes = new Map<UnitId, Unit>()
  private readonly listeners = new Set<(change: DraftChange, origin: unknown) => void>()
  private readonly handleUnits = (events: Y.YEvent<Y.AbstractType<unknown>>[], tr: Y.Transaction) =>
    this.unitsChanged(events, tr)
  private readonly handleMeta = (_: unknown, tr: Y.Transaction) => this.metaChanged(tr)

  constructor(doc: Y.Doc) {
    this.maps = unitMaps(doc)
    this.meta = metaOf(doc)
    this.records = recordsOf(doc)
    this.setFault(null, faultOfMeta(this.meta))
    for (const id of this.records.keys()) this.checkUnit(id)
    this.layout = this.layOut()
    this.act = this.buildAct()
    this.conflicts = this.findConflicts()
    this.maps.observeDeep(this.handleUnits)
    this.meta.observe(this.handleMeta)
  }

  get fault(): Problem | null {
    const [fault] = this.faults.values()
    return fault ?? null
  }

  subscribe(listener: (change: DraftChange, origin: unknown) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.maps.unobserveDeep(this.handleUnits)
    this.meta.unobserve(this.handleMeta)
    this.listeners.clear()
  }

  adopt(act: Act): void {
    this.adoptUnits(this.act, act)
    this.act = act
  }

  private unitsChanged(
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void {
    const texts = new Set<UnitId>()
    const registers = new Set<UnitId>()
    for (const event of events) {
      const [id, field] = event.path
      if (id === undefined) for (const key of event.keys.keys()) registers.add(unitId(key))
      else if (field === undefined) registers.add(unitId(String(id)))
      else texts.add(unitId(String(id)))
      this.forget(event.target)
    }
    const standsByWords = [...texts].some((id) => !this.hasPlainStanding(id))
    for (const id of registers) this.readRegisters(id)
    for (const id of [...texts, ...registers]) this.checkUnit(id)
    const change = registers.size > 0 || standsByWords ? 'structure' : 'text'
    if (change === 'structure') this.layout = this.layOut()
    for (const id of [...texts, ...registers]) this.headings.delete(id)
    const before = this.act
    this.act = change === 'structure' ? this.buildAct() : this.rebuild(texts)
    if (change === 'structure') this.conflicts = this.findConflicts()
    if (this.act !== before || change === 'structure') this.tell(change, transaction.origin)
  }

  private metaChanged(transaction: Y.Transaction): void {
    this.setFault(null, faultOfMeta(this.meta))
    this.act = this.buildAct()
    this.tell('structure', transaction.origin)
  }

  private tell(change: DraftChange, origin: unknown): void {
    for (const listener of [...this.listeners]) listener(change, origin)
  }

  /** Drops the cached node of a changed element and of the elements around it. */
  private forget(target: Y.AbstractType<unknown>): void {
    let at: unknown = target
    while (at instanceof Y.XmlText || at instanceof Y.XmlFragment) {
      if (at instanceof Y.XmlElement) this.blocks.delete(at)
      at = at.parent
    }
  }

  /** Whether words in the unit change nothing about what stands. */
  private hasPlainStanding(id: UnitId): boolean {
    const record = this.records.get(id)
    return record?.live === true && record.joinedInto === null
  }

  private readRegisters(id: UnitId): void {
    const unit = this.maps.get(id)
    if (unit instanceof Y.Map) this.records.set(id, recordOf(id, unit))
    else this.records.delete(id)
  }

  private checkUnit(id: UnitId): void {
    const unit = this.maps.get(id)
    this.setFault(id, unit === undefined ? null : faultOfUnit(unit))
  }

  private setFault(place: UnitId | null, fault: Problem | null): void {
    if (fault === null) this.faults.delete(place)
    else this.faults.set(place, fault)
  }

  private layOut(): Layout {
    const hasWords = (id: UnitId) => unitHasWords(this.maps.get(id))
    return layOut({ records: this.records, hasWords })
  }

  private findConflicts(): readonly Conflict[] {
    const removed: Conflict[] = []
    for (const { id, live, tombstone, parent } of this.records.values()) {
      if (live) continue
      const words = unitWords(this.maps.get(id))
      const wasMoved = tombstone !== null && tombstone.parent !== parent
      const wasTyped = tombstone ? digest(words) !== tombstone.words : words.trim() !== ''
      if (wasTyped || wasMoved) {
        removed.push({ kind: 'edited-and-removed', unit: id, words: words.trim() })
      }
    }
    const all = [...this.layout.conflicts, ...removed]
    return all.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0))
  }

  private buildAct(): Act {
    const units = this.layout.units.get(null) ?? []
    const children = units.map((id) => this.buildUnit(id))
    const attrs = this.actAttrs()
    const old: Act | undefined = this.act
    if (old && isSameAttrs(old.attrs, attrs) && isSameList(old.children, children)) return old
    return schema.nodes.act.create(attrs, children)
  }

  private buildUnit(id: UnitId): Unit {
    const children = (this.layout.units.get(id) ?? []).map((child) => this.buildUnit(child))
    return this.makeUnit(id, children)
  }

  private makeUnit(id: UnitId, units: readonly Unit[]): Unit {
    const map = this.maps.get(id)
    const record = this.records.get(id)
    const body = map && bodyFragment(map)
    const heading = this.heading(id)
    const blocks = body ? this.blocksOf(body) : []
    const children = [...(heading ? [heading] : []), ...blocks, ...units]
    const attrs = {
      id,
      kind: isUnitKind(record?.kind) ? record.kind : 'paragraph',
      label: record?.label ?? null,
      num: record?.num ?? null,
      state: isUnitState(record?.state) ? record.state : 'inForce',
      source: record?.source ?? null,
    }
    const old = this.nodes.get(id)
    const isSame = old && isSameAttrs(old.attrs, attrs) && isSameList(old.children, children)
    if (isSame) return old
    const unit = schema.nodes.unit.create(attrs, children)
    this.nodes.set(id, unit)
    return unit
  }

  private blocksOf(body: Y.XmlFragment): readonly Node[] {
    return readBlocks(body, this.blocks)
  }

  private heading(id: UnitId): Node | null {
    const known = this.headings.get(id)
    if (known !== undefined) return known
    const map = this.maps.get(id)
    const text = map && headingText(map)
    const stands = text && (text.length > 0 || this.records.get(id)?.titled)
    const source = this.records.get(id)?.headingSource ?? null
    const made = stands ? schema.nodes.heading.create({ source }, readInline(text)) : null
    const old = this.nodes.get(id)?.firstChild
    const heading = made && old?.eq(made) ? old : made
    this.headings.set(id, heading)
    return heading
  }

  /** The act with new nodes for the units named and for those around them. */
  private rebuild(touched: ReadonlySet<UnitId>): Act {
    const stale = new Map<UnitId | null, Set<UnitId>>()
    for (const id of touched) this.markPath(id, stale)
    if (!stale.has(null)) return this.act
    const children = this.rebuildUnits(this.act, stale.get(null), stale)
    return isSameList(this.act.children, children)
      ? this.act
      : schema.nodes.act.create(this.act.attrs, children)
  }

  private markPath(id: UnitId, stale: Map<UnitId | null, Set<UnitId>>): void {
    let at: UnitId | null = id
    while (at !== null) {
      const parent: UnitId | null | undefined = this.layout.parents.get(at)
      if (parent === undefined) return
      const siblings = stale.get(parent) ?? new Set()
      siblings.add(at)
      stale.set(parent, siblings)
      at = parent
    }
  }

  private rebuildUnits(
    holder: Act | Unit,
    changed: ReadonlySet<UnitId> | undefined,
    stale: ReadonlyMap<UnitId | null, ReadonlySet<UnitId>>,
  ): readonly Unit[] {
    return holder.children.filter(isUnit).map((unit) => {
      const id = unitId(String(unit.attrs['id']))
      if (!changed?.has(id)) return unit
      return this.makeUnit(id, this.rebuildUnits(unit, stale.get(id), stale))
    })
  }

  private actAttrs(): Readonly<Record<string, unknown>> {
    const language = this.meta.get('language')
    const source = this.meta.get('source')
    return {
      id: String(this.meta.get('actId') ?? ''),
      language: isLanguage(language) ? language : 'en',
      tradition: String(this.meta.get('tradition') ?? 'plain'),
      profile: String(this.meta.get('profile') ?? 'act'),
      source: typeof source === 'string' ? source : null,
    }
  }

  private adoptUnits(mine: Node, theirs: Node): void {
    if (mine === theirs) return
    const units = theirs.children
    for (const [index, child] of mine.children.entries()) {
      const other = units[index]
      if (other && isUnit(child)) this.adoptUnits(child, other)
    }
    if (!isUnit(mine)) return
    const id = unitId(String(mine.attrs['id']))
    this.nodes.set(id, theirs)
    this.adoptText(id, theirs)
  }

  private adoptText(id: UnitId, unit: Unit): void {
    const map = this.maps.get(id)
    const body = map && bodyFragment(map)
    const own = unit.children.filter((child) => !isUnit(child))
    const first = own[0]
    const hasHeading = first?.type === schema.nodes.heading
    this.headings.set(id, hasHeading ? first : null)
    const blocks = hasHeading ? own.slice(1) : own
    const elements = body ? standingElements(body) : []
    for (const [index, element] of elements.entries()) {
      const block = blocks[index]
      if (block) this.blocks.set(element, block)
    }
  }
}

function isSameList(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index])
}

function isSameAttrs(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  return Object.keys(b).every((key) => a[key] === b[key])
}

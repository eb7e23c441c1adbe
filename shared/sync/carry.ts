import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import type { Place } from '../structure/edit.ts'
import { standingElements } from './body.ts'
import type { Layout } from './layout.ts'
import { ordersFor, outOfOrder } from './order.ts'
import { unitWords } from './project.ts'
import { newUnitMap, sourcesOf } from './seed.ts'
import {
  bodyFragment,
  digest,
  headingText,
  recordOf,
  registerOf,
  type Tombstone,
  type UnitMap,
  unitMaps,
} from './shape.ts'
import { commonEnds, type Hint, retire, writeBlocks, writeInline } from './write-body.ts'

export interface CarryOptions {
  /** A unit that goes because its text was joined to another. */
  readonly joined?: { readonly unit: UnitId; readonly into: UnitId }
  /** Where in a unit's text the drafter's change begins; block -1 is the heading. */
  readonly hint?: (unit: UnitId) => Hint | undefined
}

/** Which units an edit brought, took and moved: of those that went together, the outermost. */
export interface Carried {
  readonly made: readonly UnitId[]
  readonly gone: readonly UnitId[]
  readonly moved: readonly UnitId[]
}

/**
 * Writes the difference of two acts into the shared document, which shows `before`: units are paired
 * by id, so a moved unit stays the same unit; only what differs is written. Ids in `after` are unique.
 * The caller opens the transaction.
 */
export function carry(doc: Y.Doc, before: Act, after: Act, options: CarryOptions = {}): Carried {
  const difference = compareUnits(before, after)
  const maps = unitMaps(doc)
  const moving = new Set<UnitId>()
  for (const { unit, parent } of difference.made) {
    const { id } = unitAttrs(unit)
    moving.add(id)
    const map = maps.get(id)
    if (map) revive(map, unit, parent)
    else maps.set(id, newUnitMap(unit, parent, ''))
  }
  for (const { unit, parent } of difference.moved) {
    moving.add(unit)
    setRegister(maps.get(unit), 'parent', parent)
  }
  for (const [old, now] of difference.changed) {
    const { id } = unitAttrs(now)
    const map = maps.get(id)
    if (map) writeUnit(map, old, now, options.hint?.(id))
  }
  for (const { unit, root } of difference.gone) bury(maps, unit, root, options)
  for (const { parent, before: old, after: now } of difference.resequenced) {
    placeUnits(maps, parent, old, now, moving)
  }
  const made = new Set(difference.made.map(({ unit }) => idOf(unit)))
  return {
    made: difference.made.flatMap(({ unit, parent }) =>
      parent !== null && made.has(parent) ? [] : [idOf(unit)],
    ),
    gone: difference.gone.flatMap(({ unit, root }) => (unit === root ? [unit] : [])),
    moved: difference.moved.map(({ unit }) => unit),
  }
}

/** Puts a unit at a place among those that stand there. The caller opens the transaction. */
export function placeUnit(
  doc: Y.Doc,
  { units }: Pick<Layout, 'units'>,
  unit: UnitId,
  { parent, after }: Place,
): void {
  const before = units.get(parent) ?? []
  const others = before.filter((id) => id !== unit)
  const index = after === null ? 0 : others.indexOf(after) + 1
  const now = [...others.slice(0, index), unit, ...others.slice(index)]
  placeUnits(unitMaps(doc), parent, before, now, new Set([unit]))
}

/** Takes units out of the text, the first with those in it. The caller opens the transaction. */
export function buryUnits(doc: Y.Doc, units: readonly [UnitId, ...UnitId[]]): void {
  for (const unit of units) bury(unitMaps(doc), unit, units[0], {})
}

/** Makes a removed unit gone: its words stay, with a mark of who was removed with whom. */
function bury(maps: Y.Map<UnitMap>, id: UnitId, root: UnitId, { joined }: CarryOptions): void {
  const map = maps.get(id)
  if (!map) return
  if (joined?.unit === id) {
    emptyText(map)
    map.set('joinedInto', joined.into)
    return
  }
  const { parent } = recordOf(id, map)
  const tombstone: Tombstone = { root, words: digest(unitWords(map)), parent }
  map.set('live', { ...tombstone })
}

function revive(map: UnitMap, unit: Unit, parent: UnitId | null): void {
  setRegister(map, 'live', true)
  if (map.has('joinedInto')) map.delete('joinedInto')
  setRegister(map, 'parent', parent)
  writeUnit(map, undefined, unit, undefined)
}

function emptyText(map: UnitMap): void {
  const heading = headingText(map)
  heading?.delete(0, heading.length)
  const body = bodyFragment(map)
  for (const element of body ? standingElements(body) : []) retire(element)
}

function writeUnit(map: UnitMap, old: Unit | undefined, now: Unit, hint: Hint | undefined): void {
  const { kind, label, num, state } = unitAttrs(now)
  const heading = headingOf(now)
  const registers = { kind, label, num, state, titled: heading !== undefined }
  const had = old && { ...unitAttrs(old), titled: headingOf(old) !== undefined }
  for (const [key, value] of Object.entries(registers)) {
    if (had?.[key as keyof typeof registers] !== value) setRegister(map, key, value)
  }
  for (const [key, value] of Object.entries(sourcesOf(now))) {
    if ((map.get(key) ?? null) !== value) map.set(key, value)
  }
  const text = headingText(map)
  if (text && (old === undefined || headingOf(old) !== heading)) {
    const offset = hint?.block === -1 ? hint.offset : undefined
    writeInline(text, heading ?? schema.nodes.heading.create(), offset)
  }
  const body = bodyFragment(map)
  if (body) writeBlocks(body, bodyOf(now), hint)
}

export function setRegister(map: UnitMap | undefined, key: string, value: unknown): void {
  if (map && registerOf(map, key) !== value) map.set(key, value)
}

/** Gives orders so that the units of a parent stand as in `after`, moving as few as possible. */
function placeUnits(
  maps: Y.Map<UnitMap>,
  parent: UnitId | null,
  before: readonly UnitId[],
  after: readonly UnitId[],
  moved: ReadonlySet<UnitId>,
): void {
  const positions = new Map<string, number>(before.map((id, index) => [id, index]))
  const moving = outOfOrder(after, (id) =>
    moved.has(id as UnitId) ? undefined : positions.get(id),
  )
  const records = after.flatMap((id) => {
    const map = maps.get(id)
    return map ? [recordOf(id, map)] : []
  })
  const ranked = records.filter((record) => record.parent === parent || moving.has(record.id))
  for (const record of ranked) {
    if (moving.has(record.id)) setRegister(maps.get(record.id), 'parent', parent)
  }
  for (const [id, order] of ordersFor(ranked, moving)) setRegister(maps.get(id), 'order', order)
}

/** What differs between two acts: units that came, went, moved, have other words or another order. */
export interface Difference {
  readonly made: { readonly unit: Unit; readonly parent: UnitId | null }[]
  readonly moved: { readonly unit: UnitId; readonly parent: UnitId | null }[]
  readonly changed: (readonly [Unit, Unit])[]
  readonly gone: { readonly unit: UnitId; readonly root: UnitId }[]
  readonly resequenced: {
    readonly parent: UnitId | null
    readonly before: readonly UnitId[]
    readonly after: readonly UnitId[]
  }[]
}

interface Left {
  readonly node: Unit
  readonly parent: UnitId | null
}

/** What differs between two acts, unit by unit; subtrees that are the same objects are not entered. */
export function compareUnits(before: Act, after: Act): Difference {
  const found: Difference = { made: [], moved: [], changed: [], gone: [], resequenced: [] }
  const left: Left[] = []
  const came: Left[] = []
  compareHolders(null, before, after, found, left, came)
  const departed = new Map<UnitId, Unit>()
  for (const { node } of left) eachUnit(node, (unit) => departed.set(unitAttrs(unit).id, unit))
  const arrived = new Set<UnitId>()
  for (const { node } of came) eachUnit(node, (unit) => arrived.add(unitAttrs(unit).id))
  const queue = [...came]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { node, parent } = next
    const { id } = unitAttrs(node)
    const old = departed.get(id)
    if (old) {
      found.moved.push({ unit: id, parent })
      compareUnit(old, node, found, left, queue)
    } else {
      found.made.push({ unit: node, parent })
      const units = unitsOf(node)
      if (units.length > 0) {
        found.resequenced.push({ parent: id, before: [], after: units.map(idOf) })
      }
      queue.push(...units.map((unit) => ({ node: unit, parent: id })))
    }
  }
  const buried = new Set<UnitId>()
  for (const { node } of left) buryTree(node, arrived, buried, found)
  return found
}

function compareHolders(
  parent: UnitId | null,
  before: Node,
  after: Node,
  found: Difference,
  left: Left[],
  came: Left[],
): void {
  const olds = unitsOf(before)
  const news = unitsOf(after)
  const [start, end] = commonEnds(olds, news, (a, b) => a === b)
  const old = olds.slice(start, olds.length - end)
  const now = news.slice(start, news.length - end)
  if (old.length === 0 && now.length === 0) return
  const byId = new Map(old.map((unit) => [idOf(unit), unit]))
  const kept = new Set<UnitId>()
  for (const unit of now) {
    const id = idOf(unit)
    const twin = byId.get(id)
    if (twin) {
      kept.add(id)
      compareUnit(twin, unit, found, left, came)
    } else came.push({ node: unit, parent })
  }
  for (const unit of old) if (!kept.has(idOf(unit))) left.push({ node: unit, parent })
  if (old.length !== now.length || old.some((unit, index) => !isSameUnit(unit, now[index]))) {
    found.resequenced.push({ parent, before: olds.map(idOf), after: news.map(idOf) })
  }
}

function compareUnit(old: Unit, now: Unit, found: Difference, left: Left[], came: Left[]): void {
  if (old === now) return
  const own = (unit: Unit) => unit.children.filter((child) => !isUnit(child))
  const ownOld = own(old)
  const ownNow = own(now)
  const isSameText =
    ownOld.length === ownNow.length && ownOld.every((node, i) => node === ownNow[i])
  if (!isSameText || !old.sameMarkup(now)) found.changed.push([old, now])
  compareHolders(idOf(now), old, now, found, left, came)
}

function buryTree(
  node: Unit,
  arrived: ReadonlySet<UnitId>,
  buried: Set<UnitId>,
  found: Difference,
): void {
  const top = idOf(node)
  eachUnit(node, (unit) => {
    const id = idOf(unit)
    if (arrived.has(id) || buried.has(id)) return
    buried.add(id)
    found.gone.push({ unit: id, root: arrived.has(top) ? id : top })
  })
}

function eachUnit(unit: Unit, visit: (unit: Unit) => void): void {
  visit(unit)
  walkUnits(unit, visit)
}

function idOf(unit: Unit): UnitId {
  return unitAttrs(unit).id
}

function isSameUnit(unit: Unit, other: Unit | undefined): boolean {
  return other !== undefined && idOf(unit) === idOf(other)
}

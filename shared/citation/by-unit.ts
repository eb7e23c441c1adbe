import type { Node } from 'prosemirror-model'
import { finished } from '../base/steps.ts'
import {
  type Act,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '../schema/act.ts'
import type { PlacedUnit } from './act-index.ts'
import { opensList } from './amended.ts'
import { type BoundCitation, citationsBound, type OtherAct } from './references.ts'
import { sameStructure } from './same-structure.ts'

/** The citations of an act by the unit that holds them; units without are left out. */
export interface CitationsByUnit {
  readonly act: Act
  readonly others: readonly OtherAct[]
  readonly units: ReadonlyMap<UnitId, readonly BoundCitation[]>
}

/** Units read between two pauses. */
const STRIDE = 40

/**
 * The citations of an act in document order, in steps between which the caller may do other work.
 * Given those of the act before an edit, only what the edit touched is read: a unit whose own words
 * changed, with the units in it. Where units came, went or were renumbered, all is resolved anew.
 * The list is the same object for a unit of which nothing changed.
 */
export function* citationsByUnit(
  act: Act,
  others: readonly OtherAct[] = [],
  before?: CitationsByUnit,
): Generator<undefined, CitationsByUnit> {
  const isKept = before?.others === others && sameStructure(before.act, act)
  const touched = isKept ? touchedUnits(before.act, act) : placedUnits(act)
  const fresh = new Map<UnitId, readonly BoundCitation[]>()
  for (const [at, placed] of touched.entries()) {
    const { id } = unitAttrs(placed.unit)
    const found = citationsBound(act, placed, others)
    const earlier = before?.units.get(id)
    fresh.set(id, earlier && isSame(found, earlier) ? earlier : found)
    if (at % STRIDE === STRIDE - 1) yield
  }
  return {
    act,
    others,
    units: isKept ? merged(act, before.units, fresh, touched) : withSome(fresh),
  }
}

/** In document order, which replacing entries keeps: a unit that begins to cite goes behind the one before it. */
function merged(
  act: Act,
  before: CitationsByUnit['units'],
  fresh: CitationsByUnit['units'],
  touched: readonly PlacedUnit[],
): CitationsByUnit['units'] {
  const units = new Map(before)
  const added = new Map<UnitId, PlacedUnit>()
  for (const placed of touched) {
    const { id } = unitAttrs(placed.unit)
    const found = fresh.get(id) ?? []
    if (found.length === 0) units.delete(id)
    else if (before.has(id)) units.set(id, found)
    else added.set(id, placed)
  }
  if (added.size === 0) return units
  const behind = new Map<UnitId | undefined, UnitId[]>()
  const cites = (unit: Unit) => units.has(unitAttrs(unit).id) || added.has(unitAttrs(unit).id)
  for (const [id, placed] of added) {
    const last = unitBefore(act, placed, cites)
    const key = last && unitAttrs(last).id
    behind.set(key, [...(behind.get(key) ?? []), id])
  }
  const ordered = new Map<UnitId, readonly BoundCitation[]>()
  const put = (id: UnitId | undefined, found: readonly BoundCitation[] | undefined): void => {
    if (id !== undefined && found) ordered.set(id, found)
    for (const next of behind.get(id) ?? []) put(next, fresh.get(next))
  }
  put(undefined, undefined)
  for (const [id, found] of units) put(id, found)
  return ordered
}

/** The nearest unit before a place, in document order, of which something holds. */
function unitBefore(
  act: Act,
  { unit, parents }: PlacedUnit,
  holds: (unit: Unit) => boolean,
): Unit | undefined {
  const path = [...parents, unit]
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const holder = path[depth - 1]
    const siblings = unitsOf(holder ?? act)
    const at = siblings.indexOf(path[depth] ?? unit)
    for (const sibling of siblings.slice(0, at).toReversed()) {
      const found = lastIn(sibling, holds)
      if (found) return found
    }
    if (holder && holds(holder)) return holder
  }
  return undefined
}

/** The last of a unit and the units in it, in document order, of which something holds. */
function lastIn(unit: Unit, holds: (unit: Unit) => boolean): Unit | undefined {
  for (const inner of unitsOf(unit).toReversed()) {
    const found = lastIn(inner, holds)
    if (found) return found
  }
  return holds(unit) ? unit : undefined
}

function withSome(
  entries: Iterable<readonly [UnitId, readonly BoundCitation[]]>,
): CitationsByUnit['units'] {
  return new Map([...entries].filter(([, found]) => found.length > 0))
}

function placedUnits(holder: Act | Unit, parents: readonly Unit[] = []): readonly PlacedUnit[] {
  const placed: PlacedUnit[] = []
  walkUnits(
    holder,
    (unit, around) => placed.push({ unit, parents: [...around] }),
    isUnit(holder) ? [...parents, holder] : parents,
  )
  return placed
}

/** Of two acts with the same units: those whose own words differ, with the units that they govern. */
function touchedUnits(
  before: Act | Unit,
  after: Act | Unit,
  parents: readonly Unit[] = [],
): readonly PlacedUnit[] {
  const olds = unitsOf(before)
  const touched: PlacedUnit[] = []
  let isGoverned = false
  for (const [at, unit] of unitsOf(after).entries()) {
    const old = olds[at]
    const isSame = old === unit
    if (isGoverned || !old || !(isSame || hasSameWords(unit, old)))
      touched.push({ unit, parents }, ...placedUnits(unit, parents))
    else if (!isSame) touched.push(...touchedUnits(old, unit, [...parents, unit]))
    // «В Земельный кодекс …:» gives the units behind it the act that they amend.
    if (!isSame) isGoverned ||= opensList(unit) || (old !== undefined && opensList(old))
  }
  return touched
}

/** {@link citationsByUnit} at once. */
export function citationsByUnitNow(
  act: Act,
  others: readonly OtherAct[] = [],
  before?: CitationsByUnit,
): CitationsByUnit {
  return finished(citationsByUnit(act, others, before))
}

/** Whether the unit's heading and blocks are the same nodes, whatever became of the units in it. */
function hasSameWords(a: Unit, b: Unit): boolean {
  const ownA = ownNodes(a)
  const ownB = ownNodes(b)
  return ownA.length === ownB.length && ownA.every((node, at) => node === ownB[at])
}

function ownNodes(unit: Unit): readonly Node[] {
  return unit.children.filter((child) => !isUnit(child))
}

function isSame(a: readonly BoundCitation[], b: readonly BoundCitation[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}

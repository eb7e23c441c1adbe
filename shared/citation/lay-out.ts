import { type UnitId, unitAttrs, unitsOf } from '../schema/act.ts'
import { compareLabels } from '../structure/label.ts'
import { type ActIndex, idOf, isCitedByItself, type PlacedUnit } from './act-index.ts'
import type { LabelItem } from './address.ts'

/** An item of a list as it will be written: a unit, or a run of them from the first to the last. */
export interface LaidItem {
  readonly first: PlacedUnit
  readonly last: PlacedUnit
  /** Where it stood in the list before, if it is there alone and whole. */
  readonly source: number
}

/** What is known of the act in which a list is laid out. */
export interface ListGround {
  readonly index: ActIndex
  /** Units that came since are part of any range that they stand in. */
  readonly isOld: (unit: UnitId) => boolean
}

/** What each item of a list named, and what of that is there now. */
export interface Before {
  readonly was: readonly (readonly PlacedUnit[])[]
  readonly now: readonly (readonly PlacedUnit[])[]
}

/**
 * The items of a list for the units that its items now are: each unit once, in the order of the act
 * if they were in order, and a range parted where units in it are no longer named.
 */
export function layOut(
  items: readonly LabelItem[],
  { was, now }: Before,
  ground: ListGround,
): readonly LaidItem[] {
  const seen = new Set<UnitId>()
  const laid: LaidItem[] = []
  for (const [source, units] of now.entries()) {
    const fresh = units.filter(({ unit }) => !seen.has(idOf(unit)))
    for (const { unit } of fresh) seen.add(idOf(unit))
    const isRange = items[source]?.to !== undefined || (items[source]?.tight && units.length > 1)
    const had = was[source]?.length ?? 0
    const found = isRange ? runs(fresh, had, ground) : fresh.map(alone)
    laid.push(...found.map((one) => ({ ...one, source })))
  }
  return laid.length > 1 && wasOrdered(items) ? ordered(laid, ground) : laid
}

function alone(unit: PlacedUnit): Omit<LaidItem, 'source'> {
  return { first: unit, last: unit }
}

/** Units that follow one another are one run; two that are left of more are written apart. */
function runs(
  units: readonly PlacedUnit[],
  had: number,
  ground: ListGround,
): readonly Omit<LaidItem, 'source'>[] {
  const row = rowOf(units[0], ground.index)
  const placed = units.toSorted((a, b) => row.indexOf(idOf(a.unit)) - row.indexOf(idOf(b.unit)))
  const old = new Set(units.map(({ unit }) => idOf(unit)))
  const found: PlacedUnit[][] = []
  for (const unit of placed) {
    const run = found.at(-1)
    const last = run?.at(-1)
    const between =
      last && row.slice(row.indexOf(idOf(last.unit)) + 1, row.indexOf(idOf(unit.unit)))
    const joins = between?.every((id) => old.has(id) || !ground.isOld(id))
    if (run && joins) run.push(unit)
    else found.push([unit])
  }
  return found.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return []
    return run.length > 2 || had === 2 ? [{ first, last }] : run.map(alone)
  })
}

/** The ids of the units that a number of this one's kind counts among. */
function rowOf(placed: PlacedUnit | undefined, index: ActIndex): readonly UnitId[] {
  if (!placed) return []
  const { kind } = unitAttrs(placed.unit)
  const parent = placed.parents.at(-1) ?? index.act
  const row = isCitedByItself(index.profile, kind)
    ? index.ofKind(kind).map(({ unit }) => unit)
    : unitsOf(parent).filter((unit) => unitAttrs(unit).kind === kind)
  return row.map(idOf)
}

function wasOrdered(items: readonly LabelItem[]): boolean {
  return items.every((item, i) => {
    const before = items[i - 1]
    return !before || compareLabels(before.to ?? before.label, item.label) < 0
  })
}

function ordered(laid: readonly LaidItem[], { index }: ListGround): readonly LaidItem[] {
  const row = rowOf(laid.find(({ first }) => !first.own)?.first, index)
  const place = ({ first }: LaidItem) => (first.own ? -1 : row.indexOf(idOf(first.unit)))
  const inRow = laid.every((one) => one.first.own || place(one) >= 0)
  return inRow ? laid.toSorted((a, b) => place(a) - place(b)) : laid
}

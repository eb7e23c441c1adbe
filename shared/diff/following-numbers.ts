import { type Unit, type UnitId, unitAttrs } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { labelValues } from '../structure/label-value.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import type { ActRedline, UnitRedline } from './redline.ts'

/** By how much units that came or went before shift the numbers of each kind. */
type Shifts = Map<UnitKind, number>

/**
 * Units whose new number says no more than that others of their series came, went or moved before
 * them. A number that counting does not explain was given by a drafter, and is not among them.
 */
export function followingNumbers({ units, profile }: ActRedline): ReadonlySet<UnitId> {
  const following = new Set<UnitId>()
  const throughAct: Shifts = new Map()
  visit(units)
  return following

  function visit(siblings: readonly UnitRedline[]): void {
    const amongSiblings: Shifts = new Map()
    for (const unit of siblings) {
      count(unit, amongSiblings)
      visit(unit.units)
    }
  }

  function count({ kind, unitA, unitB }: UnitRedline, amongSiblings: Shifts): void {
    const shifts = (unit: Unit) =>
      styleOf(profile, unitAttrs(unit).kind)?.series === 'act' ? throughAct : amongSiblings
    if (kind === 'inserted' || kind === 'movedTo') shift(unitB, 1)
    else if (kind === 'deleted' || kind === 'movedFrom') shift(unitA, -1)
    else if (unitA && unitB) {
      const [a, b] = [numberOf(profile, unitA), numberOf(profile, unitB)]
      const by = shifts(unitB).get(unitAttrs(unitB).kind) ?? 0
      const isSameKind = unitAttrs(unitA).kind === unitAttrs(unitB).kind
      if (isSameKind && a !== undefined && b !== undefined && by !== 0 && b - a === by) {
        following.add(unitAttrs(unitB).id)
      }
    }

    /** `44-1` between 44 and 45 shifts nothing. */
    function shift(unit: Unit | undefined, by: 1 | -1): void {
      if (!unit || numberOf(profile, unit) === undefined) return
      const { kind } = unitAttrs(unit)
      const all = shifts(unit)
      all.set(kind, (all.get(kind) ?? 0) + by)
    }
  }
}

/**
 * The redline with numbers that only follow told as if the base had them: for pages that are read, as
 * the base's own numbers cannot be had back.
 */
export function withoutFollowingNumbers(redline: ActRedline): ActRedline {
  const following = followingNumbers(redline)
  if (following.size === 0) return redline
  return { ...redline, units: redline.units.map(unmarked), unmarkedNumbers: following.size }

  function unmarked(unit: UnitRedline): UnitRedline {
    // Where a moved unit stood, its units have the numbers that they had.
    if (unit.kind === 'movedFrom') return unit
    const units = unit.units.map(unmarked)
    const { unitA, unitB, numA: _, numB, ...rest } = unit
    if (!unitA || !unitB || !following.has(unitAttrs(unitB).id)) return { ...unit, units }
    const nums = numB === undefined ? {} : { numA: numB, numB }
    return { ...rest, unitA, unitB, ...nums, units }
  }
}

function numberOf(profile: Profile, unit: Unit): number | undefined {
  const { kind, label } = unitAttrs(unit)
  const values = label === null ? undefined : labelValues(label, styleOf(profile, kind)?.labels)
  return values?.length === 1 ? values[0] : undefined
}

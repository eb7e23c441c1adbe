import { type Act, isUnit, type Unit, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { compareLabels } from '../../structure/label.ts'
import type { UnitPlace } from '../instruction.ts'
import { COUNTED, isLive, partNumber, stepTo } from './addresses.ts'

/**
 * Where law says a unit of the draft stands: by its number where that tells it, counted where it has
 * none, else behind or before a sibling that has a number. `undefined`: law has no words for the place.
 */
export function placeFor(
  unit: Unit,
  parent: Act | Unit,
  stood: (unit: Unit) => boolean,
): UnitPlace | undefined {
  const { kind, label } = unitAttrs(unit)
  const siblings = unitsOf(parent).filter(isLive)
  const at = siblings.indexOf(unit)
  if (label === null && COUNTED.has(kind)) {
    const n = isUnit(parent) ? partNumber(unit, parent) : undefined
    return n === undefined ? undefined : { by: 'ordinal', n }
  }
  if (label !== null && isToldByNumber(siblings, at, kind, label)) return { by: 'number' }
  if (label === null && kind === 'annex' && at === siblings.length - 1)
    return { by: 'ordinal', n: 1 }
  const before = siblings[at - 1]
  const step = before && stepTo(before, parent)
  if (step && ('label' in step || !COUNTED.has(step.kind))) return { by: 'after', step }
  const behind = siblings.slice(at + 1).find(stood)
  const next = behind === siblings[at + 1] && behind ? stepTo(behind, parent) : undefined
  if (next && 'label' in next) return { by: 'before', step: next }
  if (at === siblings.length - 1) return { by: 'end' }
  return at === 0 ? { by: 'start' } : undefined
}

/** Whether the unit stands behind the next lower number of its kind, or before the next higher. */
function isToldByNumber(
  siblings: readonly Unit[],
  at: number,
  kind: UnitKind,
  label: string,
): boolean {
  const same = siblings.flatMap((unit, i) => {
    const other = unitAttrs(unit)
    return other.kind === kind && other.label !== null && i !== at
      ? [{ label: other.label, i }]
      : []
  })
  const lower = same.filter(({ i }) => i < at)
  const higher = same.filter(({ i }) => i > at)
  const isSorted =
    lower.every((one) => compareLabels(one.label, label) < 0) &&
    higher.every((one) => compareLabels(label, one.label) < 0)
  if (!isSorted) return false
  if (lower.length > 0) return lower.at(-1)?.i === at - 1
  if (higher.length > 0) return higher[0]?.i === at + 1
  return at === siblings.length - 1
}

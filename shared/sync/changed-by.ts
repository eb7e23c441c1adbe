import type { UnitId } from '../schema/act.ts'
import type { ChangeKind } from '../structure/change-kind.ts'
import type { Attribution, Touch } from './attribution.ts'

/** Who did that to the unit, the last first; where the draft does not tell, whoever changed the unit. */
export function changedBy(
  attribution: Attribution,
  unit: UnitId,
  changed: ChangeKind,
): readonly Touch[] {
  const found = tellingOf(attribution, unit, changed)
  return found.length > 0 ? found : attribution.touches(unit)
}

function tellingOf(attribution: Attribution, unit: UnitId, changed: ChangeKind): readonly Touch[] {
  const set = (...registers: readonly string[]) =>
    latest(registers.map((register) => attribution.set(unit, register)))
  switch (changed) {
    case 'inserted':
      return latest([attribution.made(unit)])
    case 'deleted':
      return latest([attribution.set(unit, 'joinedInto') ?? attribution.set(unit, 'live')])
    case 'moved':
      return set('parent', 'order')
    case 'renumbered':
      return set('label', 'num')
    case 'kind':
      return set('kind')
    case 'repealed':
    case 'state':
      return set('state')
    case 'heading':
      return attribution.wordTouches(unit, 'heading')
    case 'words':
    case 'formatting':
      return attribution.wordTouches(unit, 'body')
  }
}

function latest(touches: readonly (Touch | undefined)[]): readonly Touch[] {
  const known = touches.filter((touch) => touch !== undefined)
  const [last] = known.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  return last ? [last] : []
}

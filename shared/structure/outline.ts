import { type Act, headingOf, type Unit, type UnitId, unitAttrs, unitsOf } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { blockText } from './canonical-text.ts'
import { type Eid, eids } from './eid.ts'

/** One unit in the outline of an act, with the units in it. */
export interface OutlineEntry {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly label: string | null
  readonly eId: Eid | null
  readonly heading: string
  readonly children: readonly OutlineEntry[]
}

export function outline(act: Act): readonly OutlineEntry[] {
  const byUnit = eids(act)
  const entry = (unit: Unit): OutlineEntry => {
    const { id, kind, label } = unitAttrs(unit)
    const heading = headingOf(unit)
    return {
      id,
      kind,
      label,
      eId: byUnit.get(id) ?? null,
      heading: heading ? blockText(heading) : '',
      children: unitsOf(unit).map(entry),
    }
  }
  return unitsOf(act).map(entry)
}

import { referencesIn } from '#shared/citation/references.ts'
import {
  type Act,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  walkUnits,
} from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { ReferenceIndex } from '../panels/references/model.ts'
import type { ShownReference, ShownStatus } from '../panels/references/shown.ts'

/** A reference of the open draft that edits would touch, and what becomes of it. */
export interface TouchedHere {
  readonly reference: ShownReference
  /** `elsewhere`: its words would lead to another unit than now. */
  readonly outcome: ShownStatus | 'elsewhere'
}

/** The units that edits concern, with all units in them. */
export function unitsConcerned(act: Act, edits: readonly UnitEdit[]): ReadonlySet<UnitId> {
  const named = new Set(edits.flatMap((edit) => (edit.kind === 'insert' ? [] : [edit.unit])))
  const concerned = new Set<UnitId>()
  walkUnits(act, (unit, parents) => {
    if ([...parents, unit].some((one) => named.has(unitAttrs(one).id)))
      concerned.add(unitAttrs(unit).id)
  })
  return concerned
}

/** What edits would do to references of the act into the units that they concern. */
export function touchedHere(
  index: ReferenceIndex,
  concerned: ReadonlySet<UnitId>,
  after: Act,
): readonly TouchedHere[] {
  const citing = new Set([...concerned].flatMap((unit) => index.to.get(unit) ?? []))
  if (citing.size === 0) return []
  const units = placedUnits(after)
  return [...citing].flatMap((reference): readonly TouchedHere[] => {
    const placed = units.get(reference.from)
    if (!placed || reference.status === 'ignored') return []
    const { block, range } = reference
    const then = referencesIn(after, placed).find(
      (one) => one.block === block && one.range.start === range.start,
    )
    if (!then) return [{ reference, outcome: 'broken' }]
    const isSame = namesOf(then) === namesOf(reference)
    if (isSame && then.status === reference.status) return []
    return [{ reference, outcome: then.status === 'valid' ? 'elsewhere' : then.status }]
  })
}

function namesOf({ targets }: Pick<ShownReference, 'targets'>): string {
  return targets.map(({ unit }) => unit).join(' ')
}

function placedUnits(act: Act): ReadonlyMap<UnitId, { unit: Unit; parents: readonly Unit[] }> {
  const units = new Map<UnitId, { unit: Unit; parents: readonly Unit[] }>()
  walkUnits(act, (unit, parents) => {
    units.set(unitId(String(unit.attrs['id'])), { unit, parents: [...parents] })
  })
  return units
}

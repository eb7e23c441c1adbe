import type { Address } from '../../amend/address.ts'
import type { Commencement } from '../../amend/amending-law.ts'
import type { Instruction } from '../../amend/instruction.ts'
import type { LawDocument } from '../../amend/law-act.ts'
import { type UnitAttrs, type UnitId, unitAttrs, walkUnits } from '../../schema/act.ts'

/** The day from which an instruction of the law is in force; `null` where the law names none. */
export type DayOfForce = (instruction: Instruction) => string | null

/** What the law says of the part that holds an instruction goes before what it says of all. */
export function daysOfForce(
  { act, unitOf }: LawDocument,
  commencement: readonly Commencement[],
): DayOfForce {
  const paths = new Map<UnitId, readonly UnitAttrs[]>()
  walkUnits(act, (unit, above) => {
    paths.set(unitAttrs(unit).id, [...above, unit].map(unitAttrs))
  })
  return (instruction) => {
    const id = unitOf.get(instruction)
    const path = (id === undefined ? undefined : paths.get(id)) ?? []
    const said = commencement.flatMap(({ of, when }) =>
      (of ?? [[]]).filter((one) => isIn(path, one)).map((one) => ({ depth: one.length, when })),
    )
    const nearest = said.toSorted((a, b) => b.depth - a.depth)[0]?.when
    return nearest?.kind === 'date' ? nearest.date : null
  }
}

/** Whether the path goes through the units that the address names. */
function isIn(path: readonly UnitAttrs[], address: Address): boolean {
  return address.every(
    (step) =>
      'label' in step && path.some(({ kind, label }) => kind === step.kind && label === step.label),
  )
}

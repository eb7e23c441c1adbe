import type { Spot } from '../address.ts'
import type { Clause } from './clauses.ts'

/** A clause that gives units anew and quotes nothing, with the numbers that may open their new text. */
export interface Restating {
  readonly clause: Clause
  readonly labels: readonly string[]
}

export function restatingOf(clause: Clause, spots: readonly Spot[]): Restating {
  const steps = spots.flatMap(({ unit }) => unit.slice(-1))
  return { clause, labels: steps.flatMap((step) => ('label' in step ? [step.label] : [])) }
}

/** "(a) …", "436 …", "§ 47-310.02. …": whether the text opens with one of the numbers. */
export function opensWith(text: string, labels: readonly string[]): boolean {
  const head = text.slice(0, 60).replace(/^(?:§|sec(?:tion|\.))?\s*\(?/iu, '')
  return labels.some(
    (label) => head.startsWith(label) && /^[).]*\s/u.test(head.slice(label.length)),
  )
}

import type { Output } from '#shared/bridge/contract.ts'
import type { UnitId } from '#shared/schema/act.ts'
import { unitId } from '#shared/schema/act.ts'

export type LawAnswer = Output<'amendingLaw'>

/** What the badge above the law says: it never claims more than was proved on the text as it stands. */
export type ProofState = 'proved' | 'unproved' | 'working' | 'nothing'

export function proofState(law: LawAnswer | undefined, isStale: boolean): ProofState {
  if (isStale || !law) return 'working'
  if (law.instructions === 0 && law.holds) return 'nothing'
  return law.holds ? 'proved' : 'unproved'
}

/** One line of the law as the panel draws it. */
export interface ShownLine {
  readonly key: string
  readonly kind: LawAnswer['lines'][number]['kind']
  readonly level: number
  readonly num: string | null
  readonly text: string
  /** The unit that the line leads to: the first that it is about. */
  readonly unit: UnitId | null
  /** Whether it speaks of the unit at the caret and of no other. */
  readonly isHere: boolean
}

/** The lines of the law, those about the unit at the caret marked. */
export function shownLines(law: LawAnswer, here: UnitId | undefined): readonly ShownLine[] {
  return law.lines.map(({ kind, level, num, text, units }, i) => ({
    key: `${i} ${kind}`,
    kind,
    level,
    num,
    text,
    unit: units[0] === undefined ? null : unitId(units[0]),
    isHere: units.length === 1 && units[0] === here,
  }))
}

import type { Saying } from '../base/problem.ts'
import type { UnitId } from '../schema/act.ts'
import type { Instruction } from './instruction.ts'

/**
 * What became of one instruction: exactly one of five, never a silent guess. Only `applied` and
 * `applied-check` changed the text.
 */
export type Outcome = Told &
  (
    | { readonly outcome: 'applied' }
    /** Done, and a person has to look: why is in `reason`. */
    | { readonly outcome: 'applied-check' }
    /** Several units or words answer; none was changed. */
    | { readonly outcome: 'ambiguous'; readonly candidates: readonly Candidate[] }
    /** `nearest`: what comes closest to what was looked for. */
    | { readonly outcome: 'not-found'; readonly nearest: Candidate | null }
    /** An earlier instruction, counted from 1, took away what this one needs or did otherwise. */
    | { readonly outcome: 'conflict'; readonly with: number }
  )

interface Told {
  /** Counted from 1 through the law. */
  readonly n: number
  /** `null` where the words of the law were not understood as an instruction. */
  readonly instruction: Instruction | null
  /** The words of the law. */
  readonly text: string
  /** The units that were changed, or would be. */
  readonly units: readonly UnitId[]
  /** Where, in words: «пункт 2 статьи 44». */
  readonly at: string
  /** Why not, or why a person should look; `null` when applied without doubt. */
  readonly reason: Saying | null
}

export interface Candidate {
  readonly unit: UnitId | null
  readonly at: string
  /** The words that answer, with a few around them. */
  readonly words: string
}

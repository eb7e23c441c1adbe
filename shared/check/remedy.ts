import type { Problem } from '../base/problem.ts'
import type { UnitKind } from '../schema/kind.ts'
import type { UnitEdit } from '../structure/edit.ts'
import type { Facts, Finding } from './findings.ts'

/** What mends a problem, as edits of the draft that undo takes back. */
export type Remedy =
  | { readonly kind: 'renumber'; readonly to: string; readonly edits: readonly UnitEdit[] }
  /** `word` is the drafter's word for the kind. */
  | {
      readonly kind: 'setKind'
      readonly to: UnitKind
      readonly word: string
      readonly edits: readonly UnitEdit[]
    }
  | { readonly kind: 'dropHeading'; readonly edits: readonly UnitEdit[] }

/** A problem of an act; with a remedy where one is all but certain. */
export interface CheckProblem extends Problem {
  /** With `facts`, what the message says, for a window in another language. */
  readonly finding: Finding
  readonly facts: Facts
  readonly remedy?: Remedy
}

import type { TextRange } from '../base/range.ts'
import type { UnitId } from '../schema/act.ts'

/** Other words for one citation, so that it names after an edit the units that it named before. */
export interface Rewrite {
  readonly from: UnitId
  /** As in a reference: index among the unit's own blocks, -1 is its heading. */
  readonly block: number
  /** Where the citation stands in the act after the edit. */
  readonly range: TextRange
  readonly oldWords: string
  /** `null` where no words were found that name the units. */
  readonly newWords: string | null
  /** `check`: a drafter must decide; the citation stays as it is. */
  readonly kind: 'rewrite' | 'check'
  readonly reason: RewriteReason
  /** The units that the citation has to name, in the act after the edit. */
  readonly targets: readonly UnitId[]
}

/**
 * `number`: only numbers change; `wording`: nouns, cases or levels change too; `case`: the words around
 * do not tell the case; `agreement`: words around would have to change too; `removed`: a cited unit is
 * gone; `unnamed`: no words name the units; `found`: it named nothing before and names a unit now.
 */
export type RewriteReason =
  | 'number'
  | 'wording'
  | 'case'
  | 'agreement'
  | 'removed'
  | 'unnamed'
  | 'found'

import type { TextRange } from '../base/range.ts'
import type { UnitId } from '../schema/act.ts'
import type { RewriteReason } from '../schema/citation-check.ts'

/** Other words for one citation, so that it names after an edit the units that it named before. */
export interface Rewrite {
  readonly from: UnitId
  /** As in a reference: index among the unit's own blocks, -1 is its heading. */
  readonly block: number
  /** Where the citation stands in the act after the edit. */
  readonly range: TextRange
  readonly oldWords: string
  /** The citation itself: `oldWords`, or their end where the word before goes with them. */
  readonly citation: string
  /** `null` where no words were found that name the units. */
  readonly newWords: string | null
  /** `check`: a drafter must decide; the citation stays as it is. */
  readonly kind: 'rewrite' | 'check'
  readonly reason: RewriteReason
  /** The units that the citation has to name, in the act after the edit. */
  readonly targets: readonly UnitId[]
}

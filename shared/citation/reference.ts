import type { TextRange } from '../base/range.ts'
import type { UnitId } from '../schema/act.ts'

/**
 * `valid`: the unit is there; `broken`: the act is known and has no such unit; `repealed`: the unit is
 * there and its words no longer apply; `ambiguous`: several units answer, all are targets;
 * `external`: names an act that is not at hand.
 */
export type ReferenceStatus = 'valid' | 'broken' | 'repealed' | 'ambiguous' | 'external'

/** A citation in one block of a unit, and the units it names. */
export interface Reference {
  readonly from: UnitId
  /** Index among the unit's own blocks; -1 is its heading. */
  readonly block: number
  /** Where the citation stands in the block's text (UTF-16 units, as `blockText` gives it). */
  readonly range: TextRange
  readonly text: string
  readonly status: ReferenceStatus
  readonly targets: readonly ReferenceTarget[]
}

export interface ReferenceTarget {
  /** Id of the cited act; `null`: the act that holds the citation. */
  readonly act: string | null
  /** `null` where the unit is not there, or the whole act is cited. */
  readonly unit: UnitId | null
  /** What is cited, in words: «пункт 2 статьи 44». */
  readonly label: string
}

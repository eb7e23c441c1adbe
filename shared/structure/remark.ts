import type { UnitId } from '../schema/act.ts'

/** What people said of one place of the text, as it stands in a file that shows comments. */
export interface Remark {
  readonly unit: UnitId
  /** Words of one text of the unit; left out: the unit. */
  readonly words?: RemarkedWords
  /** Words that the law in force has there and the draft has not any more. */
  readonly wordsBase?: RemarkedWords
  /** Oldest first, at least one. */
  readonly comments: readonly RemarkComment[]
  readonly isResolved: boolean
}

export interface RemarkedWords {
  /** -1 is the heading; the paragraphs, notes and cells of the unit count from 0 in their order. */
  readonly text: number
  /** Half-open, in UTF-16 units; a break or footnote counts one. */
  readonly from: number
  readonly to: number
}

export interface RemarkComment {
  readonly author: string
  /** The account that the file names for its author. */
  readonly account?: string
  /** ISO 8601 in UTC; `''` where the file tells none. */
  readonly date: string
  readonly words: string
  /** {@link lastingId} by which files know it, whatever becomes of its words. */
  readonly lasting?: string
}

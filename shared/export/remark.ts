import type { UnitId } from '../schema/act.ts'

/** What people said of one place of the text, as it goes into a file that shows comments. */
export interface Remark {
  readonly unit: UnitId
  /** Words of one text of the unit; left out: the unit. */
  readonly words?: RemarkedWords
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
  /** ISO 8601 in UTC. */
  readonly date: string
  readonly words: string
}

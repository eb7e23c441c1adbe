import { letters, textHash } from '../base/text-hash.ts'
import type { RemarkComment } from './remark.ts'

/**
 * What a file keeps of a comment on a whole unit, which stands on the words of the line that opens it
 * as a comment on those words does: the name of a hidden bookmark in that paragraph.
 */
export interface SaidMark {
  /** What the first comment is known by; its id is given anew each time Word saves the file. */
  readonly comment: string
  /** The text that has the unit; the draft, where both have it. */
  readonly side: 'base' | 'draft'
  /** How many units around the one of the paragraph: 0 is that one itself. */
  readonly above: number
}

/** The name of the bookmark with a mark; `serial` keeps names apart, which may stand once in a file. */
export function saidBookmark({ comment, side, above }: SaidMark, serial: number): string {
  return `_said${serial}_${comment}_${side === 'base' ? 'a' : 'd'}${above}`
}

const NAME = /^_said\d+_([\da-f]{16})_([ad])(\d{1,3})$/

/** The mark in the name of a bookmark; `undefined` for every other bookmark. */
export function saidIn(name: string): SaidMark | undefined {
  const [, comment, side, above] = NAME.exec(name) ?? []
  if (comment === undefined) return undefined
  return { comment, side: side === 'a' ? 'base' : 'draft', above: Number(above) }
}

/** Who said what and when, as far as a Word file tells it. */
export function saidHash({
  author,
  date,
  words,
}: Pick<RemarkComment, 'author' | 'date' | 'words'>): string {
  return textHash(`${letters(author)} ${date.slice(0, 19)} ${letters(words)}`)
}

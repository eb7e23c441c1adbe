import type { ReadingWords } from '../tradition/reading.ts'
import { headReader, type ReadHead } from './head.ts'
import type { Line } from './line.ts'

/** Characters a line has on average in a text whose line breaks were lost. */
const COLLAPSED = 500

/** Whether the breaks between the paragraphs of a text were lost, so that whole acts stand on a line. */
export function isCollapsed(lines: readonly Line[]): boolean {
  const chars = lines.reduce((sum, { text }) => sum + text.length, 0)
  return lines.length > 0 && chars > lines.length * COLLAPSED
}

/**
 * The lines a collapsed line was made of: it is parted before each number that opens a unit, after
 * the end of a sentence or of a list item, and never inside a quotation.
 */
export function unfolded(line: Line, source: string, words: ReadingWords): readonly Line[] {
  const raw = source.slice(line.range.start, line.range.end)
  const lines: Line[] = []
  let start = 0
  for (const end of [...breaksIn(raw, words), raw.length]) {
    const part = raw.slice(start, end)
    const from = line.range.start + start + (part.length - part.trimStart().length)
    const text = part.trim().replaceAll(/\s+/gu, ' ')
    start = end
    if (text === '') continue
    lines.push({
      text,
      range: { start: from, end: from + part.trim().length },
      indent: 0,
      spaceAfter: true,
      blankBefore: lines.length === 0 ? line.blankBefore : 1,
    })
  }
  return lines
}

/** A mark, or the place after the end of a sentence or of a list item. */
const MARK = /["«»“”„()]|(?<=[.;:!?»”"]\s+)(?=[\p{L}\p{N}§])/gu

function breaksIn(raw: string, words: ReadingWords): readonly number[] {
  const readHead = headReader(words)
  const quotes = new Quotes()
  const breaks: number[] = []
  let brackets = 0
  let quoted = false
  for (const { 0: mark, index } of raw.matchAll(MARK)) {
    const before = raw.slice(Math.max(0, index - 4), index)
    if (mark === '(') brackets++
    else if (mark === ')') brackets = Math.max(0, brackets - 1)
    else if (mark !== '') {
      if (!quotes.inside && /[«“„"]/u.test(mark) && /:\s*$/u.test(before)) {
        breaks.push(index)
        quoted = true
      }
      quotes.see(mark)
    } else if (!quotes.inside) {
      const afterQuotation = quoted && /[»”"][.;]\s*$/u.test(before)
      const signature = raw.length - index < SIGNATURE && words.signature.test(raw.slice(index))
      if (signature || afterQuotation || (brackets === 0 && opensUnit(raw, index, readHead))) {
        breaks.push(index)
        quoted = false
      }
    }
  }
  return breaks
}

/** Characters in which a signature ends a text. */
const SIGNATURE = 120

/** Characters in which a number and the first word after it stand. */
const OPENING = 60

function opensUnit(raw: string, at: number, readHead: ReadHead): boolean {
  const opening = raw.slice(at, at + OPENING)
  if (/^\d{1,4}(?:-\d{1,4})?(?:\)|\.)\s+\p{L}/u.test(opening))
    return !/^\d{1,2}\.\s+\d/u.test(opening)
  const head = readHead(opening)
  return head !== undefined && /[.:]$/u.test(head.printed)
}

/** Which quotation marks are open. */
class Quotes {
  inside = false
  private depth = 0
  private straight = false

  see(mark: string): void {
    if (mark === '"') this.straight = !this.straight
    if (mark === '«' || mark === '“' || mark === '„') this.depth++
    if (mark === '»' || mark === '”') this.depth = Math.max(0, this.depth - 1)
    this.inside = this.straight || this.depth > 0
  }
}

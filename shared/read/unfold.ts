import type { ReadingWords } from '../tradition/reading.ts'
import { headReader, type ReadHead } from './head.ts'
import type { Line } from './line.ts'

/** Characters a line has on average in a text whose line breaks were lost. */
const COLLAPSED = 500

/** Lines of a text that is one paragraph, and the characters beyond which such a line holds several. */
const FEW = 2
const SHORT = 250

/** Whether the breaks between the paragraphs of a text were lost, so that whole acts stand on a line. */
export function isCollapsed(lines: readonly Line[], words: ReadingWords): boolean {
  const own = lines.filter(({ text }) => !words.chrome.test(text))
  const chars = own.reduce((sum, { text }) => sum + text.length, 0)
  const few = own.length <= FEW ? SHORT : COLLAPSED
  return own.length > 0 && chars > own.length * few
}

/**
 * The lines a collapsed line was made of: it is parted before each number that opens a unit, after
 * the end of a sentence or of a list item, and never inside a quotation.
 */
export function unfolded(line: Line, source: string, words: ReadingWords): readonly Line[] {
  const raw = source.slice(line.range.start, line.range.end)
  const lines: Line[] = []
  let start = 0
  const ends = [...breaksIn(raw, words), raw.length]
  for (const end of withFirstItems(ends, raw, headReader(words))) {
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

/** Whether a line runs on from the heading of an article into its paragraphs: «Статья 5. Предмет 1. Слова. 2. Слова.» */
export function runsOn({ text }: Line, readHead: ReadHead): boolean {
  return (
    text.length > RUN_ON && /[.;]\s2[.)]\s\p{Lu}/u.test(text) && readHead(text)?.kind === 'article'
  )
}

/** Characters from which on a line with a heading is looked at. */
const RUN_ON = 80

/** Before «1.» behind a heading stands no full stop: it opens a paragraph where «2.» opens the next. */
function withFirstItems(
  ends: readonly number[],
  raw: string,
  readHead: ReadHead,
): readonly number[] {
  let start = 0
  return ends.flatMap((end) => {
    const part = raw.slice(start, end)
    const from = start
    start = end
    const next = /^\s*2([.)])\s/u.exec(raw.slice(end, end + 10))?.[1]
    if (next === undefined || readHead(part.trim()) === undefined) return [end]
    const first = part.search(next === '.' ? /\s1\.\s+\p{Lu}/u : /\s1\)\s+\p{L}/u)
    return first > 0 ? [from + first, end] : [end]
  })
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
      if (!quotes.holds(index) && /[«“„"]/u.test(mark) && /:\s*$/u.test(before)) {
        breaks.push(index)
        quoted = true
      }
      quotes.see(markAt(raw, index), index, /:\s*$/u.test(before))
    } else if (!quotes.holds(index)) {
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

type QuoteMark = 'opens' | 'closes' | 'either'

/** What the quotation mark at a place does; a straight one by what stands on either side of it. */
function markAt(raw: string, at: number): QuoteMark {
  const mark = raw[at] ?? ''
  if (/[«“„]/u.test(mark)) return 'opens'
  if (/[»”]/u.test(mark)) return 'closes'
  const isBefore = /[\s(«"“„]/u.test(raw[at - 1] ?? ' ')
  const isBehind = /[\s.,;:!?)»"”]/u.test(raw[at + 1] ?? ' ')
  if (isBefore === isBehind) return 'either'
  return isBefore ? 'opens' : 'closes'
}

/** Characters a title or a phrase in quotation marks may have; a quotation that a colon opens has no limit. */
const PHRASE = 700

/** Which quotation marks are open. */
class Quotes {
  private depth = 0
  private openedAt = 0
  private isIntroduced = false

  see(mark: QuoteMark, at: number, isIntroduced: boolean): void {
    const opens = mark === 'opens' || (mark === 'either' && this.depth === 0)
    if (opens && this.depth === 0) {
      this.openedAt = at
      this.isIntroduced = isIntroduced
    }
    this.depth = opens ? this.depth + 1 : Math.max(0, this.depth - 1)
  }

  /** Whether a place is in a quotation; a phrase whose closing mark is missing has lapsed. */
  holds(at: number): boolean {
    if (!this.isIntroduced && at - this.openedAt > PHRASE) this.depth = 0
    return this.depth > 0
  }
}

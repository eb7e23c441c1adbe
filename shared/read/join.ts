import type { ReadingWords } from '../tradition/reading.ts'
import type { Head } from './head.ts'
import { type ItemForm, itemOf } from './item.ts'
import { isInside, type Layout } from './layout.ts'
import type { Line } from './line.ts'
import { isTitle } from './title.ts'

/** What of a paragraph so far decides whether the next line goes on with it. */
export interface Paragraph {
  readonly first: Line
  readonly last: Line
  readonly opens: 'head' | 'item' | 'text' | 'note'
  /** The number it opens with has no words after it yet. */
  readonly bare: boolean
  /** Round brackets opened and not closed. */
  readonly open: number
  /** The words of a preamble that is set line by line, as verse. */
  readonly verse: boolean
}

/** What a line opens by its word and number, if anything. */
export type HeadIn = (line: {
  readonly text: string
  readonly level?: number | undefined
}) => Head | undefined

/** Whether a line goes on with the paragraph before it, by layout, punctuation and what it opens. */
export function goesOn(
  paragraph: Paragraph,
  line: Line,
  layout: Layout,
  words: ReadingWords,
  headIn: HeadIn,
): boolean {
  if (words.note.test(line.text) || line.level !== undefined || paragraph.first.level !== undefined)
    return false
  if (layout.wrap !== undefined && line.escaped && line.blankBefore === 0) return true
  if (opensImprint(paragraph, line, words)) return false
  const fragment = layout.wrap === undefined
  if (layout.marked.size > 0 && goesOnMarked(paragraph.last, line, layout)) return true
  if (isInside(line, layout) && breaksOff(paragraph, line, layout)) return true
  if (opensItem(paragraph, line, layout, words)) return false
  if (headIn(line) !== undefined) return false
  if (paragraph.opens === 'head') return headGoesOn(paragraph, line, layout)
  if (line.blankBefore > 0 && !overPageBreak(paragraph, line, layout)) return false
  if (layout.indent > 0 && line.indent >= layout.indent && !centred(line, layout)) return false
  if (paragraph.open > 0 && paragraph.opens === 'note') return true
  if (paragraph.verse && isVerse(line)) return false
  return fragment
    ? fragmentGoesOn(paragraph, line, layout, words)
    : wrappedGoesOn(paragraph, line, layout)
}

/** A line that is full and ends in no stop breaks off in its sentence. */
function breaksOff({ last, bare }: Paragraph, line: Line, { wrap = 0 }: Layout): boolean {
  if (bare || (STOP.test(last.text) && !ABBREVIATED.test(last.text))) return false
  return !fits(last, line, wrap, 0)
}

/** Characters from the top in which the title of an act stands. */
const TOP = 400

/** «Закон Республики Казахстан от 6 апреля 2016 года …» below the title, which ends in no stop. */
function opensImprint({ first, last, opens }: Paragraph, line: Line, words: ReadingWords): boolean {
  if (opens !== 'text' || first.range.start > TOP || !isTitle(last.text)) return false
  return words.imprint.test(line.text) && /\d{4}/u.test(line.text)
}

/** Empty lines part the paragraphs of Markdown; without one a line goes on where the one before it was full or ends in no stop. */
function goesOnMarked(last: Line, line: Line, { wrap }: Layout): boolean {
  if (wrap === undefined || line.blankBefore > 0) return false
  return !STOP.test(last.text) || ABBREVIATED.test(last.text) || !fits(last, line, wrap, 0)
}

/** A sentence that a wrapped page breaks off goes on in small letters on the next. */
function overPageBreak({ last, opens }: Paragraph, line: Line, layout: Layout): boolean {
  if (layout.wrap === undefined || opens === 'head') return false
  return /[\p{L}\p{N},–—-]$/u.test(last.text) && /^[\p{Ll},;)]/u.test(line.text)
}

/** The last line of a justified paragraph is never centred: an indent past half the column is. */
function centred(line: Line, layout: Layout): boolean {
  return layout.wrap !== undefined && line.indent > layout.wrap / 2
}

function opensItem(paragraph: Paragraph, line: Line, layout: Layout, words: ReadingWords): boolean {
  const item = itemOf(line.text)
  if (!item) return false
  const before = paragraph.last.text
  if (line.blankBefore > 0 || paragraph.opens === 'head') return true
  if (!layout.torn && layout.wrap === undefined) return true
  if (STOP.test(before) && !ABBREVIATED.test(before)) return true
  if (paragraph.bare || words.referenceEnd.test(before) || /[,(]$/u.test(before)) return false
  return !(item.rest === '' || /^[,;.)]/u.test(item.rest)) || loneItem(item.form)
}

/** «3.» alone on its line opens a paragraph whose words follow; «3)» alone is a torn-off reference. */
function loneItem(form: ItemForm): boolean {
  return form === 'dot'
}

const STOP = /[.;:!?»"”]$/u

const ABBREVIATED = /(?:^|[\s(])(?:ст|п|пп|гл|см|г|т|art|No|para|sec|abs|nr|s)\.$/iu

/**
 * A heading broken in two: its second line is small, or is in capitals as the first, or stands where
 * the first line was full.
 */
function headGoesOn({ last, bare }: Paragraph, line: Line, layout: Layout): boolean {
  if (bare || line.blankBefore > 0 || /[.:;!?]$/u.test(last.text)) return false
  if (inCapitals(last.text.replace(NUMBER, '')) && inCapitals(line.text)) return true
  if (/^[\p{Ll},]/u.test(line.text))
    return !/[.;:,–—-]$/u.test(line.text) || layout.torn || layout.wrap !== undefined
  if (layout.wrap === undefined || /[.;:]$/u.test(line.text)) return false
  if (last.indent >= CENTRED && line.indent >= CENTRED) return true
  return !fits(last, line, layout.wrap, 0) && line.text.length < last.text.length
}

/** Characters a line of a preamble set as verse may have. */
const VERSE = 120

export function isVerse(line: Line): boolean {
  return line.text.length <= VERSE
}

/** An indent deeper than that of any paragraph: the line is set in the middle. */
const CENTRED = 8

/** The word and number before a heading. */
const NUMBER = /^(?:\p{L}+\s+\S+|\S+[-\s]\p{L}+\.?)\s+/u

function inCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Lines torn at links: what follows is small, a number, a bracket or punctuation. */
function fragmentGoesOn(
  { last, bare, opens }: Paragraph,
  line: Line,
  layout: Layout,
  words: ReadingWords,
): boolean {
  if (bare || (layout.torn && layout.indent > 0) || /^[,;.)\]]/u.test(line.text)) return true
  if (/[:;]$/u.test(last.text)) return false
  const small = /^(?:[\p{Ll}(№–—-]|N\s?\d|\d)/u.test(line.text)
  if (opens === 'note' && small) return true
  if (opens === 'text' && inCapitals(last.text) && inCapitals(line.text)) return true
  if (!layout.torn) return brokenOff(last, line)
  if (/[.!?]$/u.test(last.text) && !ABBREVIATED.test(last.text)) {
    return small && !/^[–—-]/u.test(line.text)
  }
  if (/[–—]$/u.test(last.text)) return words.link.test(line.text)
  return small || words.link.test(last.text) || words.link.test(line.text)
}

/** A sentence broken off in the middle: no list and no verse ends its lines without a mark. */
function brokenOff(last: Line, line: Line): boolean {
  return /[\p{L}\p{N}]$/u.test(last.text) && /^\p{Ll}/u.test(line.text)
}

/** A line broken at the column: a break after a full stop was meant where the next word would still have fitted. */
function wrappedGoesOn({ first, last, bare }: Paragraph, line: Line, layout: Layout): boolean {
  if (bare) return true
  const wrap = layout.wrap ?? 0
  const unseenIndent = last === first && layout.indent === 0 ? FIRST_LINE_INDENT : 0
  const stops = /[.;:!?]$/u.test(last.text) && !ABBREVIATED.test(last.text)
  if (stops)
    return layout.indent > 0 && !/[:;]$/u.test(last.text)
      ? true
      : !fits(last, line, wrap, unseenIndent)
  if (/^[\p{Ll},;)]/u.test(line.text)) return true
  return widthOf(last) > wrap * 0.6 || layout.indent > 0
}

/** Characters by which first lines are indented on a page whose extract lost the indent. */
const FIRST_LINE_INDENT = 8

/** Whether the first word of a line would have fitted on the line before; letters differ in width, hence the slack. */
function fits(last: Line, line: Line, wrap: number, unseen: number): boolean {
  const word = /^\S+/u.exec(line.text)?.[0].length ?? 0
  return widthOf(last) + unseen + 1 + word <= wrap * 0.95
}

function widthOf(line: Line): number {
  return line.indent + line.range.end - line.range.start
}

/** What goes between two lines of one paragraph. */
export function between(last: Line, line: Line): '' | ' ' {
  if (/^[,;.)\]:]/u.test(line.text)) return ''
  const end = last.text.slice(-2)
  if (/[([«]$/u.test(end)) return ''
  return /[\p{L}\p{N}]-$/u.test(end) && !last.spaceAfter ? '' : ' '
}

import type { ReadingWords } from '../tradition/reading.ts'
import type { ReadHead } from './head.ts'
import { type ItemForm, itemOf } from './item.ts'
import type { Layout } from './layout.ts'
import type { Line } from './line.ts'

/** What of a paragraph so far decides whether the next line goes on with it. */
export interface Paragraph {
  readonly first: Line
  readonly last: Line
  readonly opens: 'head' | 'item' | 'text' | 'note'
  /** The number it opens with has no words after it yet. */
  readonly bare: boolean
  /** Round brackets opened and not closed. */
  readonly open: number
}

/** Whether a line goes on with the paragraph before it, by layout, punctuation and what it opens. */
export function goesOn(
  paragraph: Paragraph,
  line: Line,
  layout: Layout,
  words: ReadingWords,
  readHead: ReadHead,
): boolean {
  if (words.note.test(line.text)) return false
  const fragment = layout.wrap === undefined
  if (opensItem(paragraph, line, words)) return false
  if (readHead(line.text) !== undefined) return false
  if (paragraph.opens === 'head') return headGoesOn(paragraph, line, layout)
  if (line.blankBefore > 0) return false
  if (layout.indent > 0 && line.indent >= layout.indent && !centred(line, layout)) return false
  if (paragraph.open > 0 && paragraph.opens === 'note') return true
  return fragment ? fragmentGoesOn(paragraph, line, layout) : wrappedGoesOn(paragraph, line, layout)
}

/** The last line of a justified paragraph is never centred: an indent past half the column is. */
function centred(line: Line, layout: Layout): boolean {
  return layout.wrap !== undefined && line.indent > layout.wrap / 2
}

function opensItem(paragraph: Paragraph, line: Line, words: ReadingWords): boolean {
  const item = itemOf(line.text)
  if (!item) return false
  const before = paragraph.last.text
  if (line.blankBefore > 0 || paragraph.opens === 'head') return true
  if (/[.;:!?»"”]$/u.test(before) && !ABBREVIATED.test(before)) return true
  if (paragraph.bare || words.referenceEnd.test(before) || /[,(]$/u.test(before)) return false
  return !(item.rest === '' || /^[,;.)]/u.test(item.rest)) || loneItem(item.form)
}

/** «3.» alone on its line opens a paragraph whose words follow; «3)» alone is a torn-off reference. */
function loneItem(form: ItemForm): boolean {
  return form === 'dot'
}

const ABBREVIATED = /(?:^|[\s(])(?:ст|п|пп|гл|см|г|т|art|No|para|sec)\.$/iu

/** A heading broken in two: the second line is small, or stands under the first in the middle. */
function headGoesOn({ last, bare, opens }: Paragraph, line: Line, layout: Layout): boolean {
  if (opens !== 'head' || bare || line.blankBefore > 0) return false
  if (/[.:;!?]$/u.test(last.text)) return false
  if (/^[\p{Ll}(,]/u.test(line.text))
    return !(layout.indent > 0 && line.indent >= layout.indent && layout.wrap === undefined)
  if (layout.wrap === undefined) return false
  return (
    last.text.length + last.indent > layout.wrap * 0.8 &&
    line.text.length < last.text.length &&
    !/[.;:]$/u.test(line.text)
  )
}

/** Lines torn at links: what follows is small, a number, a bracket or punctuation. */
function fragmentGoesOn({ last, bare, opens }: Paragraph, line: Line, layout: Layout): boolean {
  if (bare) return true
  if (layout.indent > 0) return true
  if (/^[,;.)\]]/u.test(line.text)) return true
  if (/[:;]$/u.test(last.text)) return false
  const small = /^(?:[\p{Ll}(№–—-]|N\s?\d|\d)/u.test(line.text)
  if (/[.!?]$/u.test(last.text) && !ABBREVIATED.test(last.text))
    return small && (opens === 'note' || !/^[–—-]/u.test(line.text))
  if (/[–—]$/u.test(last.text)) return REFERENCE.test(line.text)
  return small || last.text.length > 0
}

const REFERENCE = /^(?:стать|пункт|подпункт|част|глав|раздел|закон|кодекс|конституц|№|\d)/iu

/** A line broken at the column: the break was meant only where the next word would still have fitted. */
function wrappedGoesOn({ last, bare }: Paragraph, line: Line, layout: Layout): boolean {
  if (bare) return true
  if (/^[\p{Ll},;)]/u.test(line.text)) return !/[:;]$/u.test(last.text)
  if (!/[.;:!?]$/u.test(last.text)) return true
  if (/[:;]$/u.test(last.text)) return false
  if (layout.indent > 0) return true
  const word = /^\S+/u.exec(line.text)?.[0].length ?? 0
  return last.text.length + 1 + word > (layout.wrap ?? 0)
}

/** How two lines of one paragraph are joined. */
export function joined(text: string, last: Line, line: Line): string {
  if (/^[,;.)\]:]/u.test(line.text)) return text + line.text
  if (/[([«]$/u.test(text)) return text + line.text
  if (/[\p{L}\p{N}]-$/u.test(text) && !last.spaceAfter) return text + line.text
  return `${text} ${line.text}`
}

import type { TextRange } from '../../base/range.ts'
import { withoutLatinAlike } from '../../citation/token.ts'
import { type DirectiveWords, QUOTE } from '../../tradition/directives.ts'
import { type Quotation, quotationsIn } from './quotations.ts'

/** A law as the instruction grammar reads it: each quotation one sign, asides blank. */
export interface Masked {
  readonly source: string
  /** As long as the source, place for place. */
  readonly text: string
  readonly quotations: readonly Quotation[]
}

export function maskedLaw(source: string, words: DirectiveWords): Masked {
  const unlisted = mended(withoutAsides(source, words.gazette), words)
  const quotations = quotationsIn(unlisted, words)
  const parts: string[] = []
  let at = 0
  for (const { start, end } of quotations) {
    parts.push(unlisted.slice(at, start), QUOTE, ' '.repeat(end - start - 1))
    at = end
  }
  parts.push(unlisted.slice(at))
  const quoted = parts.join('')
  const said = withoutAsides(quoted, words.aside).replaceAll(words.repeated, (again) =>
    ' '.repeat(again.length),
  )
  return { source, text: withoutMarkup(said), quotations }
}

/**
 * The text as laws mostly print it: «подпункт "б"» names a letter and is no quotation, a blank before a
 * number's own bracket and Latin letters in Cyrillic words are slips.
 */
function mended(text: string, { lettered }: DirectiveWords): string {
  const letter = /["«“](\p{L})["»”]/gu
  return withoutLatinAlike(text)
    .replaceAll(lettered, (list) => list.replaceAll(letter, ' $1)'))
    .replaceAll(/(\d)([ \t\u00a0]{1,3})\)/gu, '$2$1)')
}

/** Brackets around publications and short names blanked; each bracket is looked at once. */
function withoutAsides(text: string, aside: RegExp): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of bracketed(text)) {
    if (start < at) continue
    const inside = text.slice(start, end)
    if (inside.length < 8 || inside.includes('\n') || !aside.test(inside)) continue
    parts.push(text.slice(at, start), ' '.repeat(inside.length))
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Characters in which a bracket that tells publications ends; lists of a code's amendments are long. */
const LONGEST_ASIDE = 60_000

/** What stands in brackets, each with its brackets, in the order in which it opens. */
function bracketed(text: string): readonly TextRange[] {
  const open: number[] = []
  const found: TextRange[] = []
  for (const { 0: bracket, index } of text.matchAll(/[()]/gu)) {
    if (bracket === '(') open.push(index)
    else if (!isNumbersOwn(text, index)) {
      const start = open.pop()
      if (start !== undefined && index - start < LONGEST_ASIDE)
        found.push({ start, end: index + 1 })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** «(подпункт 1) статьи 2)»: the bracket is the number's. */
function isNumbersOwn(text: string, at: number): boolean {
  return /(?:пункт\p{L}*|тармақ\p{L}*)\s+\d{1,3}(?:-\d+)?$/iu.test(
    text.slice(Math.max(0, at - 24), at),
  )
}

/** Markdown of headings and emphasis, blanked. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(
      /^([ \t]*)(#{1,6})(?=\s)/gmu,
      (_, blank: string, signs: string) => blank + ' '.repeat(signs.length),
    )
    .replaceAll(/\*{1,3}|(?<=^|\s)_{1,2}(?=\p{L})|(?<=[\p{L}.])_{1,2}(?=\s|$)/gmu, (signs) =>
      ' '.repeat(signs.length),
    )
}

/** The quotations that lie in the range and are not blanked there. */
export function quotationsWithin(
  { text, quotations }: Masked,
  start: number,
  end: number,
  most = Number.POSITIVE_INFINITY,
): readonly Quotation[] {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const within: Quotation[] = []
  for (
    let i = low;
    (quotations[i]?.end ?? Number.POSITIVE_INFINITY) <= end && within.length < most;
    i++
  ) {
    const one = quotations[i]
    if (one && text[one.start] === QUOTE) within.push(one)
  }
  return within
}

/** The source of the range, brackets kept, each quotation blank. */
export function unquoted(masked: Masked, { start, end }: TextRange): string {
  let words = masked.source.slice(start, end)
  for (const one of quotationsWithin(masked, start, end)) {
    const [from, to] = [one.start - start, one.end - start]
    words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to)
  }
  return words
}

/** Whether words speak of the quotation that they stand behind, so that it is no block: «А» деген сөз. */
export function isSpokenOf(behind: string, { verb }: DirectiveWords): boolean {
  return verb === 'last' && /^[ \t]*[\p{L},]/u.test(behind)
}

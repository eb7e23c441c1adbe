import { type GrammaticalCase, inCase } from '../../tradition/declension.ts'
import type { QuotedSort } from '../../tradition/phrases.ts'
import { filled, type Tongue } from './tongue.ts'

/** The words in quotation marks: the first pair of the tradition's that the words leave readable. */
export function quoted(tongue: Tongue, text: string): string {
  const [open, close] = marksFor(tongue, text)
  return open + text + close
}

/** Marks within which the text's own marks cannot be taken for the end. */
export function marksFor({ phrases }: Tongue, text: string): readonly [string, string] {
  return phrases.quotes.find(([open, close]) => fits(open, close, text)) ?? ['«', '»']
}

function fits(open: string, close: string, text: string): boolean {
  if (open === close) return !text.includes(open)
  let depth = 0
  for (const sign of text) {
    if (sign === open) depth++
    else if (sign === close) depth--
    if (depth < 0) return false
  }
  return depth === 0
}

/** Whether a quotation of the text can be read back: its marks are paired, or none are. */
export function isQuotable(text: string): boolean {
  return fits('«', '»', text) && fits('“', '”', text) && (text.split('"').length - 1) % 2 === 0
}

/** Quoted words with the noun that announces them, in a case: «словами «A»», "«A» деген сөзбен". */
export function quotedPhrase(
  tongue: Tongue,
  texts: readonly string[],
  grammatical: GrammaticalCase,
): string {
  const { quotedNouns, quoted: phrase } = tongue.phrases
  const isMany = texts.length > 1 || isSeveral(texts[0] ?? '')
  const noun = inCase(quotedNouns[sortOf(texts)][isMany ? 'plural' : 'singular'], grammatical)
  return filled(phrase, { noun, quote: texts.map((text) => quoted(tongue, text)).join(', ') })
}

const FIGURES = /^\d[\d\s.,–-]*$/u
const SIGNS = /^[.,;:!?–—-]+$/u
/** Longer runs of capitals are words of a title. */
const ABBREVIATION = /^\p{Lu}{2,4}$/u

function sortOf(texts: readonly string[]): QuotedSort {
  if (texts.every((text) => FIGURES.test(text))) return 'figure'
  if (texts.every((text) => SIGNS.test(text))) return 'sign'
  return texts.every((text) => ABBREVIATION.test(text)) ? 'abbreviation' : 'word'
}

/** One word, one figure or one sign is spoken of in the singular. */
function isSeveral(text: string): boolean {
  if (FIGURES.test(text) || SIGNS.test(text)) return text.length > 1
  return !/^[«“"]?[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*[»”"]?$/u.test(text)
}

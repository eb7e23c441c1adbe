import type { TextRange } from '../base/range.ts'

/** The end of a sentence: a stop, then white space and a capital or a quotation mark. */
const END = /[.!?;]["»”]?\s+(?=[\p{Lu}«"“])/gu

/** The sentence of a block that holds a range. */
export function sentenceAround(text: string, { start, end }: TextRange): string {
  let from = 0
  for (const match of text.matchAll(END)) {
    const next = match.index + match[0].length
    if (next <= start) from = next
    else if (match.index >= end) return text.slice(from, next).trim()
  }
  return text.slice(from).trim()
}

import type { TextRange } from '../base/range.ts'
import type { Unit } from '../schema/act.ts'
import type { Reference } from './reference.ts'
import { wordsAround } from './text-block.ts'

/** The sentence that holds a reference of a unit. */
export function sentenceOf(unit: Unit, reference: Pick<Reference, 'block' | 'range'>): string {
  const { text, range } = wordsAround(unit, reference)
  return sentenceAround(text, range)
}

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

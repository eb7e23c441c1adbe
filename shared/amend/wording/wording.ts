import type { Profile } from '../../tradition/tradition.ts'
import type { Instruction } from '../instruction.ts'
import { clauseOf } from './clauses.ts'
import { quoteLines } from './quote-text.ts'
import { marksFor } from './quoted-words.ts'
import { capitalized, tongueOf } from './tongue.ts'

/**
 * One instruction as a sentence by itself, in the phrases of the profile of the act it amends:
 * «Пункт 3 статьи 6 изложить в следующей редакции:» with what is quoted on the lines behind it.
 */
export function wording(profile: Profile, instruction: Instruction): string {
  const tongue = tongueOf(profile)
  const { text, quote } = clauseOf(tongue, [instruction], [])
  const sentence = capitalized(text)
  if (!quote) return `${sentence}.`
  const quotation = quoteLines(profile, quote).join('\n')
  const [open, close] = marksFor(tongue, quotation)
  return `${sentence}\n${open}${quotation}${close}.`
}

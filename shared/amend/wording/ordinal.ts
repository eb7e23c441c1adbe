import { type Gender, type GrammaticalCase, inCase } from '../../tradition/declension.ts'
import type { Tongue } from './tongue.ts'

/**
 * An ordinal in words, agreeing with its noun: 2, feminine, accusative → «вторую»; 21 → «двадцать
 * первую», "жиырма бірінші", "twenty-first". Figures where the language's tables end.
 */
export function ordinalWord(
  tongue: Tongue,
  n: number,
  gender: Gender,
  grammatical: GrammaticalCase,
): string {
  const whole = ordinalForm(tongue, n, gender, grammatical)
  if (whole !== undefined) return whole
  const rest = n % 10
  const tens = tongue.words.numerals.find(([, value]) => value === n - rest)?.[0]
  const last = ordinalForm(tongue, rest, gender, grammatical)
  if (tens === undefined || last === undefined) return String(n)
  return tongue.words.language === 'en' ? `${tens}-${last}` : `${tens} ${last}`
}

function ordinalForm(
  { words }: Tongue,
  n: number,
  gender: Gender,
  grammatical: GrammaticalCase,
): string | undefined {
  const ordinal = words.ordinals.find(({ value }) => value === n)
  return ordinal && inCase(ordinal.declined[gender], grammatical)
}

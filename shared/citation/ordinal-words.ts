import type { CitationWords } from '../tradition/citation.ts'
import { type Gender, type GrammaticalCase, inCase } from '../tradition/declension.ts'

/** «двадцать первой», "жиырма бірінші", "third": the ordinal in words; undefined beyond the tables. */
export function ordinalInWords(
  words: CitationWords,
  n: number,
  gender: Gender,
  grammaticalCase: GrammaticalCase,
): string | undefined {
  const ordinal = (value: number) => {
    const forms = words.ordinals.find((one) => one.value === value)?.declined[gender]
    return forms ? inCase(forms, grammaticalCase) : undefined
  }
  const lead: string[] = []
  let rest = n
  for (const unit of [100, 10]) {
    if (ordinal(rest) !== undefined || rest <= unit) continue
    const round = rest - (rest % unit)
    const numeral = words.numerals.find(([, value]) => value === round)?.[0]
    if (numeral === undefined || rest === round) return undefined
    lead.push(numeral)
    rest -= round
  }
  const last = ordinal(rest)
  return last === undefined ? undefined : [...lead, last].join(' ')
}

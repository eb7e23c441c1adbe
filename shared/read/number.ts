import { RAISED, withoutRaised } from '../base/raised.ts'
import { followsValues, labelValues, romanValue } from '../structure/label-value.ts'
import type { Series } from './series.ts'

/** Source of an expression for an arabic label: `44`, `44-1`, `13.1`, `24²`, `5A`. */
export const ARABIC = String.raw`\d{1,5}(?:[-–‑:]\d{1,4}|\.\d{1,4})*[${RAISED}]*(?:[A-Z]{1,2}(?!\p{L})|[a-z](?![\p{L}\p{N}]))?`

/** Source of an expression for a Roman numeral, Cyrillic look-alikes included. */
export const ROMAN = String.raw`[IVXLCDMІХ]{1,8}(?:[-–‑]\d{1,3}|\.\s?\d{1,3})?`

/** The bare label of a number as it stands in a head; `undefined` when the word is no number. */
export function labelOf(number: string, ordinals: readonly RegExp[]): string | undefined {
  if (/^\d/u.test(number)) return plainDigits(number)
  const roman = asRoman(number)
  if (roman !== undefined) return roman
  const ordinal = ordinals.findIndex((pattern) => pattern.test(number))
  if (ordinal >= 0) return String(ordinal + 1)
  return undefined
}

/** Dashes of every sort become a hyphen; raised digits become an inserted number. */
function plainDigits(number: string): string {
  return withoutRaised(number.replaceAll(/[–‑]/gu, '-'))
}

function asRoman(number: string): string | undefined {
  if (!/^[IVXLCDMІХ]/u.test(number)) return undefined
  const latin = number
    .replaceAll('І', 'I')
    .replaceAll('Х', 'X')
    .replaceAll(/[–‑]/gu, '-')
    .replaceAll(/\s/gu, '')
  return romanValue(latin.replace(/[-.]\d+$/u, '')) === undefined ? undefined : latin
}

/** Whether `next` is the label that follows `label`, an inserted one included: 10 → 10-1 → 11. */
export function follows(label: string, next: string, series?: Series): boolean {
  const [last, values] = [label, next].map((one) => valuesIn(one, series?.style))
  return last !== undefined && values !== undefined && followsValues(last, values)
}

function valuesIn(
  label: string,
  style: Series['style'] | undefined,
): readonly number[] | undefined {
  switch (style) {
    case 'letterUpper':
      return labelValues(label.toLowerCase())
    case 'letterTwice':
      return labelValues(label.slice(1))
    case 'romanLower':
    case 'romanUpper':
      return labelValues(label, style)
    case 'arabic':
    case 'letter':
    case undefined:
      return labelValues(label)
  }
}

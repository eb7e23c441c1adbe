/** Source of an expression for an arabic label: `44`, `44-1`, `13.1`, `24²`, `5A`. */
export const ARABIC = String.raw`\d{1,5}(?:[-–‑]\d{1,4}|\.\d{1,4})*(?:[¹²³⁴-⁹]+)?(?:[A-Z]{1,2}(?!\p{L}))?`

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

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Dashes of every sort become a hyphen; raised digits become an inserted number: `24²` → `24-2`. */
function plainDigits(number: string): string {
  return number
    .replaceAll(/[–‑]/gu, '-')
    .replaceAll(
      /[⁰¹²³⁴-⁹]+/gu,
      (raised) => `-${[...raised].map((d) => SUPERSCRIPTS.indexOf(d)).join('')}`,
    )
}

function asRoman(number: string): string | undefined {
  if (!/^[IVXLCDMІХ]/u.test(number)) return undefined
  const latin = number
    .replaceAll('І', 'I')
    .replaceAll('Х', 'X')
    .replaceAll(/[–‑]/gu, '-')
    .replaceAll(/\s/gu, '')
  return romanValue(latin) === undefined ? undefined : latin
}

const DIGITS: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
}

/** The value of a Roman numeral without its inserted index: `IV` → 4, `ix` → 9; `undefined` for no numeral. */
export function romanValue(label: string): number | undefined {
  const numeral = label.toUpperCase().replace(/[-.]\d+$/u, '')
  if (!/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(numeral))
    return undefined
  let value = 0
  for (let i = 0; i < numeral.length; i++) {
    const digit = DIGITS[numeral[i] ?? ''] ?? 0
    value += digit < (DIGITS[numeral[i + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return value > 0 ? value : undefined
}

/** Whether `next` is the label that follows `label`, an inserted one included: 10 → 10-1 → 11. */
export function follows(label: string, next: string): boolean {
  const a = ordinalParts(label)
  const b = ordinalParts(next)
  if (!a || !b) return false
  const common = a.findIndex((part, i) => part !== b[i])
  if (common === -1) return b.length === a.length + 1 && b[a.length] === 1
  const partB = b[common]
  const partA = a[common]
  return common === b.length - 1 && partA !== undefined && partB === partA + 1
}

/** The label as numbers: `10-1` → [10, 1], `c` → [3], `IV` → [4]. */
export function ordinalParts(label: string): readonly number[] | undefined {
  const parts = label.split(/[-.]/u).map(ordinalOf)
  return parts.every((part) => part !== undefined) ? parts : undefined
}

const RUSSIAN_LIST = 'абвгдежзиклмнопрстуфхцчшщэюя'

function ordinalOf(part: string): number | undefined {
  if (/^\d+$/u.test(part)) return Number(part)
  const roman = /^[IVXLCDM]+$/u.test(part) ? romanValue(part) : undefined
  if (roman !== undefined) return roman
  if (/^[a-z]$/u.test(part)) return part.charCodeAt(0) - 96
  if (/^[а-я]$/u.test(part)) return RUSSIAN_LIST.indexOf(part) + 1
  return undefined
}

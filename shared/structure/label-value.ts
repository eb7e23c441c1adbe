import type { LabelStyle } from '../tradition/tradition.ts'

const DIGITS: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
}

const NUMERAL = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u

/** The value of a Roman numeral in either case: `IV` → 4; `undefined` for other words. */
export function romanValue(numeral: string): number | undefined {
  const upper = numeral.toUpperCase()
  if (!NUMERAL.test(upper)) return undefined
  let value = 0
  for (let i = 0; i < upper.length; i++) {
    const digit = DIGITS[upper[i] ?? ''] ?? 0
    value += digit < (DIGITS[upper[i + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return value > 0 ? value : undefined
}

const NUMERALS: readonly (readonly [value: number, digits: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Thousands that a numeral writes out: some thirty letters, and hostile numbers make no more. */
const LARGEST_NUMERAL = 32_767

/** A Roman numeral in capitals: 4 → `IV`; figures for what has none. */
export function romanNumeral(value: number): string {
  if (value < 1 || value > LARGEST_NUMERAL) return String(value)
  let left = value
  let numeral = ''
  for (const [worth, digits] of NUMERALS) {
    numeral += digits.repeat(Math.floor(left / worth))
    left %= worth
  }
  return numeral
}

/** The letters of Russian lists in order: ё, й, ъ, ы and ь number nothing. */
const RUSSIAN_LIST = 'абвгдежзиклмнопрстуфхцчшщэюя'

/**
 * A label as numbers, outermost first: `10-1` → [10, 1], `c` → [3], `IV` → [4]. A single small letter
 * is a letter unless the style says Roman: `i` → [9], or [1].
 */
export function labelValues(label: string, style?: LabelStyle): readonly number[] | undefined {
  const values = label.split(/[-.]/u).map((part) => partValue(part, style))
  return values.every((value) => value !== undefined) ? values : undefined
}

function partValue(part: string, style: LabelStyle | undefined): number | undefined {
  if (/^\d+$/u.test(part)) return Number(part)
  if (style === 'romanLower' || style === 'romanUpper') return romanValue(part)
  if (/^\p{Lu}+$/u.test(part)) return romanValue(part) ?? letterValue(part.toLowerCase())
  return part.length > 1 ? romanValue(part) : letterValue(part)
}

function letterValue(letter: string): number | undefined {
  if (/^[a-z]$/u.test(letter)) return letter.charCodeAt(0) - 96
  const russian = letter.length === 1 ? RUSSIAN_LIST.indexOf(letter) : -1
  return russian >= 0 ? russian + 1 : undefined
}

/** Whether `next` is the very next label: `10` → `10-1`, `11`; `10-1` → `10-2`, `11`. */
export function followsValues(last: readonly number[], next: readonly number[]): boolean {
  const depth = next.length - 1
  if (next.length > last.length) {
    const inserted = next.length === last.length + 1 && next[depth] === 1
    return inserted && last.every((part, i) => part === next[i])
  }
  const same = next.slice(0, depth).every((part, i) => part === last[i])
  return same && next[depth] === (last[depth] ?? 0) + 1
}

/** Below 0 where `a` stands before `b`. */
export function compareValues(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

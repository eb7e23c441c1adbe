import { romanNumeral } from '../../structure/label-value.ts'

/** A count as Word prints it in a number format (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */
export function formatted(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return romanNumeral(count)
    case 'lowerRoman':
      return romanNumeral(count).toLowerCase()
    case 'upperLetter':
      return letters(count, LATIN).toUpperCase()
    case 'lowerLetter':
      return letters(count, LATIN)
    case 'russianLower':
      return letters(count, RUSSIAN)
    case 'russianUpper':
      return letters(count, RUSSIAN).toUpperCase()
    case 'decimalZero':
      return count < 10 ? `0${count}` : String(count)
    case 'ordinal':
      return `${count}${ordinalEnd(count)}`
    case 'cardinalText':
      return capitalized(cardinal(count))
    case 'ordinalText':
      return capitalized(ordinal(count))
    case 'chicago':
      return CHICAGO.charAt((count - 1) % CHICAGO.length).repeat(
        Math.ceil(Math.max(count, 1) / CHICAGO.length),
      )
    case 'numberInDash':
      return `- ${count} -`
    case 'none':
      return ''
    default:
      return String(count)
  }
}

/** Formats that {@link formatted} prints as Word does; others come out in arabic figures. */
export const KNOWN_FORMATS: ReadonlySet<string> = new Set([
  'decimal',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'russianLower',
  'russianUpper',
  'decimalZero',
  'ordinal',
  'cardinalText',
  'ordinalText',
  'chicago',
  'numberInDash',
  'none',
  'bullet',
])

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
/** U+0430–U+0438, U+043A–U+0449, U+044B, U+044D–U+044F: й, ё, ъ and ь number nothing. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const CHICAGO = '*†‡§'

/** After the last letter Word doubles it: z, aa, bb. */
function letters(count: number, alphabet: string): string {
  if (count < 1) return String(count)
  const times = Math.min(Math.ceil(count / alphabet.length), MAX_REPEAT)
  return alphabet.charAt((count - 1) % alphabet.length).repeat(times)
}

/** Letters a number may have: beyond, a document is hostile. */
const MAX_REPEAT = 100

function ordinalEnd(count: number): string {
  const tens = count % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** English words up to 99; Word prints the language of the document, which only English gives here. */
function cardinal(count: number): string {
  const unit = UNITS[count]
  if (unit !== undefined) return unit
  const ten = TENS[Math.floor(count / 10)]
  if (ten === undefined || count < 0) return String(count)
  return count % 10 === 0 ? ten : `${ten}-${UNITS[count % 10]}`
}

const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function ordinal(count: number): string {
  const words = cardinal(count)
  if (/\d/.test(words)) return `${words}${ordinalEnd(count)}`
  return words.replace(
    /[a-z]+$/,
    (last) => ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  )
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

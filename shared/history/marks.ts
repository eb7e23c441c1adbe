import type { HistoryWords } from '../tradition/history.ts'

/** A date or a number of an act among the words of a note. */
export interface Mark {
  readonly is: 'date' | 'number'
  /** ISO 8601 for a date. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The dates and numbers in a note, in order. `text` is in small letters. */
export function marksIn(text: string, { months }: HistoryWords): readonly Mark[] {
  const month = `(?<month>${months.join('|')})\\p{L}*`
  const forms = [
    /(?<!\d)(?<day>\d{1,2})\.(?<m>\d{2})\.(?<year>\d{4})(?!\d)/gu,
    /(?<!\d)(?<year>\d{4})\.(?<m>\d{2})\.(?<day>\d{2})(?!\d)/gu,
    new RegExp(`(?<!\\d)(?<day>\\d{1,2})\\s+${month},?\\s+(?<year>\\d{4})(?!\\d)`, 'gu'),
    new RegExp(`${month}\\s+(?<day>\\d{1,2}),\\s+(?<year>\\d{4})(?!\\d)`, 'gu'),
    new RegExp(`(?<!\\d)(?<year>\\d{4})\\s+жыл\\p{L}*\\s+(?<day>\\d{1,2})\\s+${month}`, 'gu'),
  ]
  const dates = forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap((found) => dateOf(found, months) ?? []),
  )
  const numbers = [...text.matchAll(NUMBER)].map(
    ({ index, 0: whole, 1: value = '' }): Mark => ({
      is: 'number',
      value: value.toUpperCase().replaceAll('І', 'I').replaceAll('Х', 'X'),
      start: index,
      end: index + whole.length,
    }),
  )
  return [...dates, ...numbers].sort((a, b) => a.start - b.start)
}

const NUMBER = /(?:№|(?<![\p{L}\d])n(?:o\.?|°|º)?)\s?(\d[\p{L}\d/-]*)/gu

function dateOf(found: RegExpExecArray, months: readonly string[]): Mark | undefined {
  const { day = '', year = '', m, month } = found.groups ?? {}
  const number = m === undefined ? months.indexOf(month ?? '') + 1 : Number(m)
  if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  const value = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return { is: 'date', value, start: found.index, end: found.index + found[0].length }
}

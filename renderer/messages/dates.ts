/** How a day is written: `medium` as in a table, `long` as in a sentence, `moment` with hour and minute. */
export type DateStyle = 'medium' | 'long' | 'moment' | 'momentOfYear'

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  moment: { dateStyle: 'long', timeStyle: 'short' },
  momentOfYear: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
}

/**
 * Days in words. Chromium has no Kazakh month among its data and would write "M11": they are written
 * here as CLDR has them.
 */
export function dateFormat(
  locale: string,
  style: DateStyle,
  timeZone?: 'UTC',
): (at: number | Date) => string {
  const zone = timeZone === undefined ? {} : { timeZone }
  if (!isKazakh(locale)) {
    const format = new Intl.DateTimeFormat(locale, { ...STYLES[style], ...zone })
    return (at) => format.format(at)
  }
  const parts = new Intl.DateTimeFormat('en-GB', { ...NUMBERS, ...zone })
  return (at) => {
    const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]))
    const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
    const month = Number(part('month')) - 1
    const short = style === 'medium'
    const number = short ? part('day').padStart(2, '0') : Number(part('day'))
    const day = `${number} ${(short ? SHORT_MONTHS : MONTHS)[month] ?? ''}`
    const dated = style === 'momentOfYear' ? day : `${part('year')} ж. ${day}`
    return short || style === 'long' ? dated : `${dated}, ${part('hour')}:${part('minute')}`
  }
}

const NUMBERS: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
}

const MONTHS =
  'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
const SHORT_MONTHS = 'қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.'.split(' ')

type Unit = 'minute' | 'hour' | 'day'

/** How long ago something was, in words; {@link dateFormat} tells why Kazakh is written here. */
export function agoFormat(locale: string): (count: number, unit: Unit) => string {
  if (!isKazakh(locale)) {
    const options = { numeric: 'auto', style: 'long' } as const
    const format = new Intl.RelativeTimeFormat(locale, options)
    return (count, unit) => format.format(count === 0 ? 0 : -count, unit)
  }
  return (count, unit) => {
    if (count === 0) return NOW[unit]
    if (count === 1 && unit === 'day') return 'кеше'
    if (count === 2 && unit === 'day') return 'алдыңгүні'
    return `${count} ${UNITS[unit]} бұрын`
  }
}

const NOW: Readonly<Record<Unit, string>> = { minute: 'осы минут', hour: 'осы сағат', day: 'бүгін' }
const UNITS: Readonly<Record<Unit, string>> = { minute: 'минут', hour: 'сағат', day: 'күн' }

/** Whole numbers with their groups; in Kazakh as in Russian, which Chromium knows. */
export function numberFormat(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(isKazakh(locale) ? 'ru-RU' : locale)
}

function isKazakh(locale: string): boolean {
  return locale.startsWith('kk')
}

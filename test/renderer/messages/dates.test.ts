import { expect, it } from 'vitest'
import {
  agoFormat,
  type DateStyle,
  dateFormat,
  numberFormat,
} from '../../../renderer/messages/dates.ts'

/** Node has the Kazakh data that Chromium lacks. */
const KNOWN: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  moment: { dateStyle: 'long', timeStyle: 'short' },
  momentOfYear: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
}

it.each(['kk-KZ', 'ru-RU', 'en-GB'])(
  'U202: days are written as the language has them, %s',
  (locale) => {
    for (const [style, options] of Object.entries(KNOWN) as [DateStyle, object][])
      for (let month = 0; month < 12; month++) {
        const at = Date.UTC(2027, month, 5, 4, 7)
        const known = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
        expect(dateFormat(locale, style, 'UTC')(at)).toBe(known.format(at))
      }
  },
)

it.each(['kk-KZ', 'ru-RU', 'en-GB'])('U202: and how long ago something was, %s', (locale) => {
  const known = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' })
  for (const unit of ['minute', 'hour', 'day'] as const)
    for (let count = 0; count < 7; count++)
      expect(agoFormat(locale)(count, unit)).toBe(known.format(count === 0 ? 0 : -count, unit))
  expect(numberFormat(locale).format(12345)).toBe(new Intl.NumberFormat(locale).format(12345))
})

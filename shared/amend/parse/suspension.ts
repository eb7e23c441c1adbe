import { problem, type Saying } from '../../base/problem.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'
import { QUOTE } from '../../tradition/directives.ts'
import type { Instruction } from '../instruction.ts'
import { datesIn } from './act-citation.ts'
import type { Reading } from './reading.ts'

interface Span {
  readonly from: string | null
  readonly until: string | null
}

/** «Приостановить с 1 января 2027 года до 1 июля 2028 года действие пункта 2 статьи 10». */
export function suspended({ command, spots, words }: Reading): readonly Instruction[] | Saying {
  if (spots.every(({ unit }) => unit.length === 0)) return problem('amend/unread:no-unit')
  const isTextGiven = command.quotes.some(({ role }) => role === 'block' || role === 'new')
  if (isTextGiven) return problem('amend/unread:suspended-text')
  const span = spanIn(command.words, words)
  if ('code' in span) return span
  return spots.map(({ unit: at }): Instruction => ({ kind: 'suspend', at, ...span }))
}

/** Characters around a date that say what it is to the suspension. */
const AROUND = 40

function spanIn(text: string, words: DirectiveWords): Span | Saying {
  const { from, until, through, ofAct, otherwise } = words.suspension
  const other = otherwise.exec(text.toLowerCase())?.[0]
  if (other !== undefined) return problem('amend/unread:no-day', { words: other })
  const dates = datesIn(text, words)
  const [begins, ends]: [string[], string[]] = [[], []]
  for (const [i, { date, start, end }] of dates.entries()) {
    const before = text.slice(Math.max(dates[i - 1]?.end ?? 0, start - AROUND), start)
    const behind = text.slice(end, Math.min(dates[i + 1]?.start ?? text.length, end + AROUND))
    const around = `${before}${QUOTE}${behind}`.toLowerCase()
    if (through.test(around)) ends.push(dayAfter(date))
    else if (until.test(around)) ends.push(date)
    else if (from.test(around)) begins.push(date)
    else if (!ofAct.test(around)) return problem('amend/unread:unclear-day')
  }
  if (begins.length > 1 || ends.length > 1) return problem('amend/unread:several-days')
  const span: Span = { from: begins[0] ?? null, until: ends[0] ?? null }
  const isBackward = span.from !== null && span.until !== null && span.until <= span.from
  return isBackward ? problem('amend/unread:span-ends-early') : span
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A last day that is in the suspension: the first without it is the next. */
function dayAfter(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && isLeap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 31)
  if (day < last) return iso(year, month, day + 1)
  return month < 12 ? iso(year, month + 1, 1) : iso(year + 1, 1, 1)
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

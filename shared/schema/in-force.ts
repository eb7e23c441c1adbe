import type { UnitId } from './act.ts'

/** A time from which law is in force, as a drafter chooses it. */
export type TimeOfForce =
  | { readonly kind: 'date'; readonly date: string }
  /** From the day of the first official publication. */
  | { readonly kind: 'publication' }
  /** Calendar days after the day of the first official publication. */
  | { readonly kind: 'days'; readonly days: number }

/** When the drafters want the amending law to come into force. */
export interface InForce {
  /** Of all that has no time of its own; `null`: the law does not say. */
  readonly law: TimeOfForce | null
  /** Of what the law does to a unit, where that has a time of its own. */
  readonly units: ReadonlyMap<UnitId, TimeOfForce>
}

/** Nobody chose. */
export const UNSAID: InForce = { law: null, units: new Map() }

/** A century: what counts more is a slip of the keys. */
export const MOST_DAYS = 36_525

/** What was kept or typed, if it is a time; a date is one of the calendar. */
export function timeOfForce(value: unknown): TimeOfForce | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  if (value.kind === 'publication') return { kind: 'publication' }
  if (value.kind === 'date' && 'date' in value && isDate(value.date))
    return { kind: 'date', date: value.date }
  if (value.kind === 'days' && 'days' in value && isCount(value.days))
    return { kind: 'days', days: value.days }
  return undefined
}

export function sameTime(a: TimeOfForce | null, b: TimeOfForce | null): boolean {
  return timeKey(a) === timeKey(b)
}

/** One for each time. */
export function timeKey(day: TimeOfForce | null): string {
  if (day === null) return ''
  if (day.kind === 'publication') return day.kind
  return `${day.kind} ${day.kind === 'date' ? day.date : day.days}`
}

function isDate(value: unknown): value is string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value))?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeap ? 29 : DAYS_OF_MONTHS[month - 1]
  return days !== undefined && day >= 1 && day <= days
}

const DAYS_OF_MONTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_DAYS
}

import { type UnitId, unitId } from '#shared/schema/act.ts'
import { type InForce, sameTime, type TimeOfForce } from '#shared/schema/in-force.ts'
import { dateFormat } from '../../messages/dates.ts'
import type { Translate } from '../../messages/messages.tsx'
import type { LawAnswer } from './use-amending-law.ts'

/** What there is to choose of: the kinds of time, and none. */
export const CHOICES = ['none', 'date', 'days', 'publication'] as const

export type Choice = (typeof CHOICES)[number]

/** Ten days after publication: what the law on legal acts gives a law that says no time. */
const USUAL_DAYS = 10

/** What a choice means until more is typed: the first day of next year, or ten days. */
export function chosenTime(choice: Choice, now: Date): TimeOfForce | null {
  switch (choice) {
    case 'none':
      return null
    case 'date':
      return { kind: 'date', date: `${now.getFullYear() + 1}-01-01` }
    case 'days':
      return { kind: 'days', days: USUAL_DAYS }
    case 'publication':
      return { kind: 'publication' }
  }
}

/** What was typed, to be judged: a year of less than four figures is still being typed. */
export function typedTime(kind: 'date' | 'days', typed: string): unknown {
  if (kind === 'days') return { kind, days: typed.trim() === '' ? null : Number(typed) }
  return { kind, date: typed.startsWith('0') ? '' : typed }
}

/** When what a line of the law does comes into force, where that is chosen apart. */
export interface ShownTime {
  readonly units: readonly UnitId[]
  /** `null`: with the law. */
  readonly time: TimeOfForce | null
  /** Whether the line speaks of units for which different times are chosen. */
  readonly isMixed: boolean
}

/** The times of each line that something is done by; `null` of others. */
export function shownTimes(
  lines: LawAnswer['lines'],
  { law, units: times }: InForce,
): readonly (ShownTime | null)[] {
  return lines.map(({ kind, level, units }, i): ShownTime | null => {
    if (kind !== 'item' || units.length === 0) return null
    const ids = units.map(unitId)
    const [first = null, ...more] = ids.map((id) => times.get(id) ?? null)
    const isOne = more.every((time) => sameTime(time, first))
    const next = lines[i + 1]
    const isLeadIn = next?.kind === 'item' && next.level > level
    const time = isOne && !sameTime(first, law) ? first : null
    return { units: ids, time, isMixed: !isOne && !isLeadIn }
  })
}

export function timeInWords(time: TimeOfForce, t: Translate, locale: string): string {
  switch (time.kind) {
    case 'date': {
      const day = new Date(`${time.date}T00:00:00Z`)
      return t('inForce.onDay', { day: dateFormat(locale, 'long', 'UTC')(day) })
    }
    case 'days':
      return t('inForce.afterDays', { days: time.days })
    case 'publication':
      return t('inForce.publication')
  }
}

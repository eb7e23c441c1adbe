import { type Act, actAttrs, type Language, titleOf } from '../schema/act.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'

/** What an exported document says of itself. */
export interface ExportAbout {
  readonly title: string
  /** Whose changes they are, as Word shows beside each. */
  readonly author: string
  /** When the document was made: ISO 8601 in UTC, `2026-11-24T08:00:00Z`. */
  readonly date: string
  readonly language: Language
  readonly profile: Profile
}

/** Title, language and profile are the act's own. */
export function aboutAct(act: Act, by: Pick<ExportAbout, 'author' | 'date'>): ExportAbout {
  return {
    title: titleOf(act),
    author: by.author,
    date: by.date,
    language: actAttrs(act).language,
    profile: profileOf(act),
  }
}

/** `24.11.2026` of any ISO date, in UTC. */
export function dayInFigures(date: string): string {
  return inUtc(date).slice(0, 10).split('-').reverse().join('.')
}

/** `2026-11-24T08:00:00Z` of any ISO date in UTC: Word knows no fractions of a second. */
export function inUtc(date: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(date)
  return `${match?.[1] ?? '1970-01-01'}T${match?.[2] ?? '00:00:00'}Z`
}

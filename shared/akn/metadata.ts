import { marksIn } from '../history/marks.ts'
import { type Act, actAttrs, bodyOf, headingOf, type Language, unitsOf } from '../schema/act.ts'
import { blockText } from '../structure/canonical-text.ts'
import { historyWordsFor } from '../tradition/history-words.ts'

/** What the library of a state says of an act; the rest of the metadata is made from the text. */
export interface ActMetadata {
  readonly type: 'act' | 'bill'
  /** ISO 3166-1, two letters. */
  readonly country: string
  /** The sort of act, as a word of an IRI: `constitution`, `code`. */
  readonly subtype: string
  /** When it was adopted: ISO 8601, or {@link NO_DATE}. */
  readonly date: string
  readonly number: string | null
  /** Whose act it is, as an IRI. */
  readonly author: string
  /** Which version of the text this is, by the day from which it reads so; `null`: the first. */
  readonly version: string | null
  /** Its name in another register: an adilet id. */
  readonly alias: string | null
}

/** Stands for a date that is not known, as in German and South African practice; never shown. */
export const NO_DATE = '2999-12-31'

/** A code that ISO 3166-1 leaves to its users. */
const NO_COUNTRY = 'zz'

/** The metadata that follows from the act itself: its profile, and date and number in its title. */
export function defaultMetadata(act: Act): ActMetadata {
  const { tradition, profile, language } = actAttrs(act)
  const enacted = enactmentIn(frontLines(act), language)
  return {
    type: 'act',
    country: tradition.length === 2 ? tradition : NO_COUNTRY,
    subtype: profile,
    date: enacted?.date ?? NO_DATE,
    number: enacted?.number ?? null,
    author: '#parliament',
    version: null,
    alias: null,
  }
}

export function isSameMetadata(a: ActMetadata, b: ActMetadata): boolean {
  return (
    a.type === b.type &&
    a.country === b.country &&
    a.subtype === b.subtype &&
    a.date === b.date &&
    a.number === b.number &&
    a.author === b.author &&
    a.version === b.version &&
    a.alias === b.alias
  )
}

/** ISO 639-2 code of a language, as IRIs have it. */
export function languageCode(language: Language): string {
  switch (language) {
    case 'ru':
      return 'rus'
    case 'kk':
      return 'kaz'
    case 'en':
      return 'eng'
  }
}

/** `/akn/kz/act/law/2017-03-10/51-vi`, the act whatever its language and version. */
export function workIri({ type, country, subtype, date, number }: ActMetadata): string {
  const sort = number === null ? [] : [subtype]
  return ['', 'akn', country, type, ...sort, date, iriWord(number ?? subtype)].join('/')
}

/** `…/rus@2017-03-10`: its text in one language at one time. */
export function expressionIri(metadata: ActMetadata, language: Language): string {
  return `${workIri(metadata)}/${languageCode(language)}@${metadata.version ?? ''}`
}

/** A number or name as a part of an IRI: `51-VI ҚРЗ` → `51-vi-қрз`. */
export function iriWord(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}

/** UTF-16 units between a date and the number of the same act: «от 30 августа 1995 года за № 5». */
const MAX_GAP = 24

/** The first date in the lines, with the number behind it. */
function enactmentIn(
  lines: readonly string[],
  language: Language,
): Pick<ActMetadata, 'date' | 'number'> | undefined {
  const words = historyWordsFor(language)
  for (const line of lines) {
    const marks = marksIn(line.toLowerCase(), words)
    const date = marks.find(({ is }) => is === 'date')
    if (!date) continue
    const number = marks.find(
      ({ is, start }) => is === 'number' && date.end <= start && start - date.end <= MAX_GAP,
    )
    return { date: date.value, number: number?.value ?? null }
  }
  return undefined
}

/** Lines of title, imprint and signature, where an act tells its date and number. */
function frontLines(act: Act): readonly string[] {
  const frames = unitsOf(act).filter(({ attrs }) =>
    ['preface', 'conclusions'].includes(String(attrs['kind'])),
  )
  return frames.flatMap((unit) => {
    const heading = headingOf(unit)
    return [...(heading ? [heading] : []), ...bodyOf(unit)].map(blockText)
  })
}

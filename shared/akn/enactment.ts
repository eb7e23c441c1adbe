import type { Language } from '../schema/act.ts'

/** Date and number by which an act is cited. */
export interface Enactment {
  /** ISO 8601. */
  readonly date: string
  readonly number: string | null
}

/** The first date in the lines, with the number behind it. */
export function enactmentIn(lines: readonly string[], language: Language): Enactment | undefined {
  for (const line of lines) {
    const [first] = enactmentsIn(line, language)
    if (first) return first
  }
  return undefined
}

/** Every act that a line names by its date: «от 10 марта 2017 года № 51-VI», "10.03.2017 № 51-VI". */
export function enactmentsIn(line: string, language: Language): readonly Enactment[] {
  return [...line.matchAll(DATES[language])].flatMap((match) => {
    const date = dateOf(match.groups ?? {}, language)
    if (date === undefined) return []
    const behind = line.slice(match.index + match[0].length)
    return [{ date, number: NUMBER.exec(behind)?.[1] ?? null }]
  })
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
    ' ',
  ),
  en: 'january february march april may june july august september october november december'.split(
    ' ',
  ),
}

const NUMERIC = String.raw`(?<!\d)(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)`

const DATES: Readonly<Record<Language, RegExp>> = {
  ru: new RegExp(
    String.raw`(?<day>\d{1,2})\s(?<month>[а-я]+)\s(?<year>\d{4})\s(?:года|г\.)|${NUMERIC}`,
    'giu',
  ),
  kk: new RegExp(
    String.raw`(?<year>\d{4})\s(?:жылғы|жылы|ж\.)\s(?<day>\d{1,2})\s(?<month>\p{L}+)|${NUMERIC}`,
    'giu',
  ),
  en: new RegExp(
    String.raw`(?<day>\d{1,2})\s(?<month>[a-z]+),?\s(?<year>\d{4})|(?<month2>[a-z]+)\s(?<day2>\d{1,2}),\s(?<year2>\d{4})|${NUMERIC}`,
    'giu',
  ),
}

const NUMBER = /^[^.;]{0,24}?(?:№|No\.?|N)\s*([\p{L}\p{N}][\p{L}\p{N}/-]*)/u

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
  language: Language,
): string | undefined {
  const year = groups['year'] ?? groups['year2'] ?? groups['y']
  const day = Number(groups['day'] ?? groups['day2'] ?? groups['d'])
  const name = (groups['month'] ?? groups['month2'] ?? '').toLowerCase()
  const named = MONTHS[language].findLastIndex((stem) => name.startsWith(stem)) + 1
  const month = groups['m'] === undefined ? named : Number(groups['m'])
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31
  return isDate && year ? `${year}-${two(month)}-${two(day)}` : undefined
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

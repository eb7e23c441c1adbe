import type { ActAttrs } from '../schema/act.ts'
import { isLanguage, type Language } from '../schema/act.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import { READING_WORDS } from '../tradition/reading-words.ts'

/** Tradition, profile and language of an act. */
export type ProfileChoice = Pick<ActAttrs, 'tradition' | 'profile' | 'language'>

/** Characters looked at. */
const SAMPLE = 400_000

/** The profile that the words and numbers of a text speak for. */
export function detectProfile(source: string): ProfileChoice {
  const sample = source.slice(0, SAMPLE)
  const language = languageOf(sample)
  const candidates = READING_WORDS.filter((words) => words.language === language)
  const words =
    candidates.length > 1 && !numbersArticles(sample) ? candidates.at(-1) : candidates[0]
  if (!words || !isLanguage(language)) return { tradition: 'plain', profile: 'act', language: 'en' }
  return { tradition: words.tradition, profile: profileIn(words, sample), language }
}

/** Letters that Kazakh has and Russian has not; «і» is left out, for Roman numerals borrow it. */
const KAZAKH = /[әғқңөұүһ]/giu

function languageOf(sample: string): Language {
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  if (cyrillic <= latin) return 'en'
  return count(sample, KAZAKH) > cyrillic / 50 ? 'kk' : 'ru'
}

/** English acts of articles are drafted as Kazakhstan's are; those of sections «5. Title» are not. */
function numbersArticles(sample: string): boolean {
  const articles = count(sample, /^[ \t]*(?:#+[ \t]*|\*\*|__)?Article\s+(?:\d+|[IVXLC]+)\b/gimu)
  const subsections = count(sample, /^[ \t]*(?:\d+[A-Z]?\.?[ \t]*)?\((?:1|a)\)\s/gmu)
  const sections = count(sample, /^[ \t]*\d+[A-Z]?\.[ \t]+\p{Lu}[^.;:\n]{2,120}$/gmu)
  if (articles > 0) return articles * 3 >= Math.min(sections, subsections)
  return count(sample, /^[ \t]*\d+(?:-\d+)?\)\s/gmu) > subsections
}

function profileIn(words: ReadingWords, sample: string): string {
  const profile = sortOfAct(words, sample)
  const otherwise = words.profiles.find((one) => one.profile === profile)?.otherwise
  if (!otherwise) return profile
  return count(sample, otherwise.other) > count(sample, otherwise.usual)
    ? otherwise.profile
    : profile
}

function sortOfAct(words: ReadingWords, sample: string): string {
  const counts = words.profiles.map(({ profile, self, title }, order) => ({
    profile,
    order,
    title: firstLines(sample).some((line) => title.test(line)),
    count: count(sample, self),
  }))
  const amends = AMENDING.test(sample.slice(0, 3000))
  const eligible = counts.filter(({ profile, count }) => !amends || profile === 'law' || count > 2)
  const titled = eligible.find(({ title }) => title)
  const most = [...eligible].sort((a, b) => b.count - a.count || a.order - b.order)[0]
  if (titled && titled.profile === 'constitution' && (most?.count ?? 0) <= titled.count * 3 + 2)
    return titled.profile
  if (most && most.count > 0) return most.profile
  return titled?.profile ?? words.profiles.at(-1)?.profile ?? 'act'
}

const AMENDING =
  /внести (?:изменени|дополнени|в |следующ)|изменени\p{L}* и дополнени|өзгерістер мен толықтырулар|amendments and (?:supplements|additions)|to amend/iu

/** «РЕСПУБЛИКА БЕЛАРУСЬ» may stand over the title. */
function firstLines(sample: string): readonly string[] {
  const lines = sample.slice(0, 2000).match(/\S[^\n\r]*/gu) ?? []
  return lines.slice(0, 2).map((line) => line.replaceAll(/[#*]/gu, '').trim().slice(0, 300))
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

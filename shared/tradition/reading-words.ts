import { readingEn } from './kz/reading-en.ts'
import { readingKk } from './kz/reading-kk.ts'
import { readingRu } from './kz/reading-ru.ts'
import { readingPlain } from './plain/reading.ts'
import type { ReadingWords } from './reading.ts'
import type { Profile } from './tradition.ts'

export const READING_WORDS: readonly ReadingWords[] = [
  readingRu,
  readingKk,
  readingEn,
  readingPlain,
]

export function readingWordsFor(profile: Pick<Profile, 'tradition' | 'language'>): ReadingWords {
  const inLanguage = READING_WORDS.filter(({ language }) => language === profile.language)
  return (
    inLanguage.find(({ tradition }) => tradition === profile.tradition) ??
    inLanguage[0] ??
    readingPlain
  )
}

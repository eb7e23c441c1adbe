import type { CitationWords } from './citation.ts'
import { citationsEn } from './kz/citations-en.ts'
import { citationsKk } from './kz/citations-kk.ts'
import { citationsRu } from './kz/citations-ru.ts'
import { citationsPlain } from './plain/citations.ts'
import type { Profile } from './tradition.ts'

export const CITATION_WORDS: readonly CitationWords[] = [
  citationsRu,
  citationsKk,
  citationsEn,
  citationsPlain,
]

export function citationWordsFor(profile: Pick<Profile, 'tradition' | 'language'>): CitationWords {
  const inLanguage = CITATION_WORDS.filter(({ language }) => language === profile.language)
  return (
    inLanguage.find(({ tradition }) => tradition === profile.tradition) ??
    inLanguage[0] ??
    citationsPlain
  )
}

import { phrasesEn } from './kz/phrases-en.ts'
import { phrasesKk } from './kz/phrases-kk.ts'
import { phrasesRu } from './kz/phrases-ru.ts'
import type { AmendingPhrases } from './phrases.ts'
import { phrasesPlain } from './plain/phrases.ts'
import type { Profile } from './tradition.ts'

const AMENDING_PHRASES: readonly AmendingPhrases[] = [phrasesRu, phrasesKk, phrasesEn, phrasesPlain]

/** The phrases of the profile's tradition and language; those of another tradition where it has none. */
export function amendingPhrasesFor(
  profile: Pick<Profile, 'tradition' | 'language'>,
): AmendingPhrases {
  const inLanguage = AMENDING_PHRASES.filter(({ language }) => language === profile.language)
  return (
    inLanguage.find(({ tradition }) => tradition === profile.tradition) ??
    inLanguage[0] ??
    phrasesPlain
  )
}

import { detectProfile, type ProfileChoice } from '../read/detect.ts'
import type { Language } from '../schema/act.ts'
import { profileFor } from '../tradition/profiles.ts'
import { type Element, firstNamed } from './element.ts'

/** ISO 639-2 and 639-1 codes of the languages that we draft in. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: 'en',
  eng: 'en',
  kaz: 'kk',
  kk: 'kk',
  ru: 'ru',
  rus: 'ru',
}

/**
 * The profile of a document: its language from `FRBRlanguage`, its sort of act from its words. Acts of
 * other countries in English are plain acts unless they number articles.
 */
export function profileIn(meta: Element | undefined, markup: string): ProfileChoice {
  const detected = detectProfile(markup.replaceAll(/<[^>]*>\s*/g, '\n'))
  const said = meta && firstNamed(meta, 'FRBRlanguage')?.attributes['language']
  const language = LANGUAGES[(said ?? '').toLowerCase()] ?? (said ? 'en' : detected.language)
  const country = meta && firstNamed(meta, 'FRBRcountry')?.attributes['value']
  const isForeign = country !== undefined && country !== '' && country.toLowerCase() !== 'kz'
  if (language === 'en' && (isForeign || detected.language !== 'en')) {
    return { tradition: 'plain', profile: 'act', language }
  }
  if (language === detected.language) return detected
  const nearest = profileFor({ ...detected, language })
  return { tradition: nearest.tradition, profile: nearest.id, language }
}

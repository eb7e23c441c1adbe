import { isLanguage } from '../../schema/act.ts'
import type { ProfileChoice } from '../detect.ts'

/** Name of the property in which our own exports tell how the act is drafted. */
export const PROFILE_PROPERTY = 'Bapta.profile'

/** «kz/constitution/ru» as tradition, profile and language. */
export function ownProfile(properties: ReadonlyMap<string, string>): ProfileChoice | undefined {
  const [tradition, profile, language] = properties.get(PROFILE_PROPERTY)?.split('/') ?? []
  if (!tradition || !profile || !isLanguage(language)) return undefined
  return { tradition, profile, language }
}

import type { AmendingPhrases } from '../../tradition/phrases.ts'
import type { Profile } from '../../tradition/tradition.ts'

/**
 * The name by which a law cites an act, from its title as printed: capitals are for the page, and a
 * title that says nothing is the name of the sort of act.
 */
export function actName({ law }: AmendingPhrases, profile: Profile, title: string): string {
  const words = title.replaceAll(/\s+/gu, ' ').trim()
  if (words === '') return law.acts[profile.id]?.unnamed ?? profile.name
  if (words !== words.toUpperCase()) return words
  const lower = words.toLowerCase()
  const sentence = lower.charAt(0).toUpperCase() + lower.slice(1)
  return law.names.reduce((text, name) => text.replaceAll(name.toLowerCase(), name), sentence)
}

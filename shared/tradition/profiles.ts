import { assert, present } from '../base/assert.ts'
import type { ActAttrs } from '../schema/act.ts'
import { type Act, actAttrs, type Language } from '../schema/act.ts'
import { kz } from './kz/kz.ts'
import { plain } from './plain/plain.ts'
import type { Profile, Tradition } from './tradition.ts'

export const TRADITIONS: readonly Tradition[] = [kz, plain]

/** The profile an act is drafted under; an id of a newer program falls back to the nearest we have. */
export function profileOf(act: Act): Profile {
  return profileFor(actAttrs(act))
}

export function profileFor(attrs: Pick<ActAttrs, 'tradition' | 'profile' | 'language'>): Profile {
  const tradition = TRADITIONS.find(({ id }) => id === attrs.tradition) ?? plain
  const inLanguage = tradition.profiles.filter(({ language }) => language === attrs.language)
  const candidates = inLanguage.length > 0 ? inLanguage : plain.profiles
  const named = candidates.find(({ id }) => id === attrs.profile)
  assert(candidates.length > 0, 'every tradition has a profile')
  return named ?? present(candidates[0], 'every tradition has a profile')
}

export function profilesIn(language: Language): readonly Profile[] {
  return TRADITIONS.flatMap(({ profiles }) => profiles).filter((p) => p.language === language)
}

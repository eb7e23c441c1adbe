import { type Act, actAttrs } from '../schema/act.ts'
import { profileFor, profileOf } from '../tradition/profiles.ts'
import { isCited } from './apply/concerns.ts'
import type { ParsedLaw } from './parse/kept.ts'
import { parseAmendingLaw } from './parse/parse.ts'

/** Reads an amending law as one of this act: what it says of the act is read under the act's own profile. */
export function readLawOf(act: Act, text: string): ParsedLaw {
  const { language, tradition } = actAttrs(act)
  return parseAmendingLaw(text, {
    language,
    tradition,
    profileOf: (cited) =>
      isCited(act, cited) || cited.title === ''
        ? profileOf(act)
        : profileFor({ tradition, language, profile: cited.sort }),
  })
}

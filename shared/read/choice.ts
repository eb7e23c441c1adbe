import type { Language } from '../schema/act.ts'
import { profilesIn } from '../tradition/profiles.ts'
import type { ProfileChoice } from './detect.ts'

/** What a person says of an act before it is read; what is left out is detected. */
export interface ProfileWish {
  readonly language?: Language | undefined
  readonly tradition?: string | undefined
  /** Id of a profile that the language has; another is no wish. */
  readonly profile?: string | undefined
}

/** The profile to read under: as wished, else as detected, else the nearest that the language has. */
export function chosenProfile(detected: ProfileChoice, wish: ProfileWish = {}): ProfileChoice {
  const language = wish.language ?? detected.language
  const tradition = wish.tradition ?? detected.tradition
  const among = profilesIn(language)
  const named = among.filter(({ id }) => id === (wish.profile ?? detected.profile))
  const inTradition = among.filter((one) => one.tradition === tradition)
  const chosen =
    named.find((one) => one.tradition === tradition) ??
    (wish.profile === undefined ? undefined : named[0]) ??
    inTradition[0] ??
    named[0] ??
    among[0]
  return { tradition: chosen?.tradition ?? 'plain', profile: chosen?.id ?? 'act', language }
}

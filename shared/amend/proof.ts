import { type Act, actAttrs, unitId } from '../schema/act.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { AmendingLaw } from './amending-law.ts'
import { applyLaw } from './apply/apply.ts'
import { type Difference, differences } from './differences.ts'
import type { Outcome } from './outcome.ts'
import { parseAmendingLaw } from './parse/parse.ts'
import { lawText } from './wording/law-lines.ts'

/** What came of reading a law back from its words and applying it to the base. */
export interface Proof {
  /** Whether the result says what the draft says, unit for unit. */
  readonly holds: boolean
  /** Where it does not. */
  readonly differences: readonly Difference[]
  /** Commands that were not done, or of which a person has to judge. */
  readonly undone: readonly Outcome[]
}

/**
 * Proves a law: its plain text is read as anybody would read it, applied to the base, and the result
 * compared with the draft. Nothing that the law was made from is used.
 */
export function prove(base: Act, draft: Act, law: AmendingLaw): Proof {
  return proveText(base, draft, lawText(law))
}

/** The same for a law that is there as a text. */
export function proveText(base: Act, draft: Act, text: string): Proof {
  const { language, tradition } = actAttrs(base)
  const profile = profileOf(base)
  const parsed = parseAmendingLaw(text, { language, tradition, profileOf: () => profile })
  let last = 0
  const newId = () => unitId(`proof-${last++}`)
  const { act, outcomes } = applyLaw(base, parsed, { newId })
  const found = differences(act, draft)
  const undone = outcomes.filter(
    ({ outcome }) => outcome !== 'applied' && outcome !== 'applied-check',
  )
  return { holds: found.length === 0 && undone.length === 0, differences: found, undone }
}

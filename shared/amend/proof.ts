import { type Act, actAttrs, unitId } from '../schema/act.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { AmendingLaw } from './amending-law.ts'
import { applyLaw } from './apply/apply.ts'
import { type Difference, differences } from './differences.ts'
import type { Instruction } from './instruction.ts'
import type { Outcome } from './outcome.ts'
import type { ParsedLaw } from './parse/kept.ts'
import { parseAmendingLaw } from './parse/parse.ts'
import { lawText } from './wording/law-lines.ts'
import { wording } from './wording/wording.ts'

/** What came of reading a law back from its words and applying it to the base. */
export interface Proof {
  /** Whether the result says what the draft says, unit for unit, and what is suspended as was meant. */
  readonly holds: boolean
  /** Where it does not. */
  readonly differences: readonly Difference[]
  /** Commands that were not done, or of which a person has to judge. */
  readonly undone: readonly Outcome[]
}

/**
 * Proves a law: its plain text is read as anybody would read it, applied to the base, and the result
 * compared with the draft. Nothing that the law was made from is used but what leaves the text as it
 * is, of which no draft tells: suspensions are compared with those that were meant.
 */
export function prove(base: Act, draft: Act, law: AmendingLaw): Proof {
  const parsed = read(base, lawText(law))
  const proof = proven(base, draft, parsed)
  const meant = law.amendments.flatMap(({ instructions }) => suspensionsOf(base, instructions))
  const found = parsed.commands.flatMap(({ instruction }) => instruction ?? [])
  const apart = unlike(suspensionsOf(base, found), meant)
  if (apart.length === 0) return proof
  return { ...proof, holds: false, differences: [...proof.differences, ...apart] }
}

/** The same for a law that is there as a text. */
export function proveText(base: Act, draft: Act, text: string): Proof {
  return proven(base, draft, read(base, text))
}

function read(base: Act, text: string): ParsedLaw {
  const { language, tradition } = actAttrs(base)
  const profile = profileOf(base)
  return parseAmendingLaw(text, { language, tradition, profileOf: () => profile })
}

function proven(base: Act, draft: Act, parsed: ParsedLaw): Proof {
  let last = 0
  const newId = () => unitId(`proof-${last++}`)
  const { act, outcomes } = applyLaw(base, parsed, { newId })
  const found = differences(act, draft)
  const undone = outcomes.filter(
    ({ outcome }) => outcome !== 'applied' && outcome !== 'applied-check',
  )
  return { holds: found.length === 0 && undone.length === 0, differences: found, undone }
}

/** What is suspended, each as a sentence. */
function suspensionsOf(base: Act, instructions: readonly Instruction[]): readonly string[] {
  const profile = profileOf(base)
  return instructions.flatMap((one) => (one.kind === 'suspend' ? [wording(profile, one)] : []))
}

function unlike(found: readonly string[], wanted: readonly string[]): readonly Difference[] {
  const pairs = Array.from({ length: Math.max(found.length, wanted.length) }, (_, i) => ({
    found: found[i] ?? null,
    wanted: wanted[i] ?? null,
  }))
  return pairs
    .filter((pair) => pair.found !== pair.wanted)
    .map((pair) => ({ unit: null, what: 'words', at: '', ...pair }))
}

import { compareActs } from '../../diff/compare.ts'
import { type Act, unitsOf } from '../../schema/act.ts'
import type { Instruction } from '../instruction.ts'
import { addressesIn, isLive } from './addresses.ts'
import { type DeriveOptions, MINIMAL } from './options.ts'
import { quotedInForce } from './own-words.ts'
import { Deriving, type Made } from './units.ts'

/**
 * The instructions that make the base the draft, as a drafter would order them: by the units of the
 * base, each address that of the law in force. Applied one after the other each finds what it names.
 *
 * What no smaller instruction can say is said by restating the unit that holds it, in the last resort
 * the act.
 */
export function derive(
  base: Act,
  draft: Act,
  options: DeriveOptions = MINIMAL,
): readonly Instruction[] {
  return deriveChanges(base, draft, options).map(({ instruction }) => instruction)
}

/** The same, each instruction with the units of the draft, or of the base, that it is about. */
export function deriveChanges(
  base: Act,
  draft: Act,
  options: DeriveOptions = MINIMAL,
): readonly Made[] {
  if (!options.whole) {
    const deriving = new Deriving(addressesIn(base), draft, options)
    const made = deriving.act(compareActs(base, draft))
    if (made) return made
  }
  const units = unitsOf(draft).filter(isLive).map(quotedInForce)
  return [{ instruction: { kind: 'restateAct', units }, unit: null }]
}

import { compareActs } from '../../diff/compare.ts'
import { type Act, unitsOf } from '../../schema/act.ts'
import { addressesIn, isLive } from './addresses.ts'
import type { Made } from './made.ts'
import type { DeriveOptions } from './options.ts'
import { quotedInForce } from './own-words.ts'
import { Deriving } from './units.ts'

/** The instructions of one way to say what changed, each with its unit; nothing is tried. */
export function changesOnce(base: Act, draft: Act, options: DeriveOptions): readonly Made[] {
  if (!options.whole) {
    const deriving = new Deriving(addressesIn(base), draft, options)
    const made = deriving.act(compareActs(base, draft))
    if (made) return made
  }
  const units = unitsOf(draft).filter(isLive).map(quotedInForce)
  return [{ instruction: { kind: 'restateAct', units }, unit: null }]
}

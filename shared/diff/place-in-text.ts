import { placeInWords } from '../citation/place.ts'
import type { Unit } from '../schema/act.ts'
import type { Profile } from '../tradition/tradition.ts'
import type { UnitRedline } from './redline.ts'

type Texts = Pick<UnitRedline, 'unitA' | 'unitB'>

/**
 * Where a unit stands in the base (A) or the draft (B), in the words by which law cites it: what has no
 * number is counted among its like in that text, and in no other.
 */
export function placeInText(
  side: 'A' | 'B',
  { unit, around }: { readonly unit: Texts; readonly around: readonly Texts[] },
  profile: Profile,
): string {
  const node = inText(side, unit)
  const parents = around.flatMap((one) => inText(side, one) ?? [])
  return node ? placeInWords(profile, { unit: node, parents }) : ''
}

/** The unit in that text, or in the other where that one lacks it. */
function inText(side: 'A' | 'B', { unitA, unitB }: Texts): Unit | undefined {
  return side === 'A' ? (unitA ?? unitB) : (unitB ?? unitA)
}

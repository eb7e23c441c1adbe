import { type Address, sameStep } from '../../amend/address.ts'
import { addressOf } from '../../amend/addressed.ts'
import type { Instruction } from '../../amend/instruction.ts'
import { targetsIn } from '../../amend/parse/targets.ts'
import { directiveWordsFor } from '../../tradition/directive-words.ts'
import type { Profile } from '../../tradition/tradition.ts'
import { type LinkedWords, linkOfHrefs } from '../link.ts'
import { type Amended, hrefOf } from './destination.ts'

export interface Commanded {
  readonly instructions: readonly Instruction[]
  readonly amended: Amended
  /** That the amended act is drafted under. */
  readonly profile: Profile
}

/**
 * Where words of a law name units of the amended act, as links. `quoted`: what it quotes, in which
 * nothing is named. Units that the law only makes are not there yet, and no link leads to them.
 */
export function placeLinks(
  text: string,
  quoted: readonly { readonly start: number; readonly end: number }[],
  { instructions, amended, profile }: Commanded,
): readonly LinkedWords[] {
  const words = directiveWordsFor(profile)
  const unquoted = quoted.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
  // An annex of the law itself is none of the act.
  const masked = unquoted.replaceAll(words.annexed, (reference) => ' '.repeat(reference.length))
  const named = instructions.flatMap(placesOf)
  return targetsIn(masked, profile, words).flatMap(({ start, end, units }) => {
    const hrefs = units.flatMap((unit) => {
      const address = unit.length > 0 ? addressEnding(named, unit) : undefined
      return address ? [hrefOf(amended, amended.eidOf(address))] : []
    })
    const isWhole = hrefs.length > 0 && hrefs.length === units.length
    return isWhole ? [{ start, end, link: linkOfHrefs(hrefs, text.slice(start, end)) }] : []
  })
}

/** The units that stand when the instruction is done: what it changes, and where it puts something. */
function placesOf(instruction: Instruction): readonly Address[] {
  const at = addressOf(instruction)
  if (instruction.kind === 'moveUnit') {
    const { into, place } = instruction
    return 'step' in place ? [at, into, [...into, place.step]] : [at, into]
  }
  if (instruction.kind !== 'insertUnit' || !('step' in instruction.place)) return [at]
  return [at, [...at, instruction.place.step]]
}

/** The shortest way to a unit that is named by its last steps: the larger ones may stand in a lead-in. */
function addressEnding(addresses: readonly Address[], unit: Address): Address | undefined {
  for (const address of addresses) {
    for (let end = unit.length; end <= address.length; end++) {
      const path = address.slice(0, end)
      if (unit.every((step, i) => sameStep(step, path[end - unit.length + i]))) return path
    }
  }
  return undefined
}

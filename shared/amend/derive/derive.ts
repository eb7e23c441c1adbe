import { type Act, unitId } from '../../schema/act.ts'
import { MINIMAL_WORDINGS, type Wordings } from '../../schema/wordings.ts'
import { applyInstruction } from '../apply/apply.ts'
import { differences } from '../differences.ts'
import type { Instruction } from '../instruction.ts'
import { settled, type Trial } from './settle.ts'

/**
 * The instructions that make the base the draft, as a drafter would order them: by the units of the
 * base, each address that of the law in force. Applied one after the other each finds what it names,
 * and the last leaves the draft: that is tried before they are given.
 *
 * What no smaller instruction can say is said by restating the unit that holds it, in the last resort
 * the act.
 */
export function derive(
  base: Act,
  draft: Act,
  wordings: Wordings = MINIMAL_WORDINGS,
): readonly Instruction[] {
  return settled(base, draft, wordings, (changes) => {
    const instructions = changes.map(({ instruction }) => instruction)
    return { instructions, ...tried(base, draft, instructions) }
  }).instructions
}

function tried(base: Act, draft: Act, instructions: readonly Instruction[]): Trial {
  let last = 0
  const newId = () => unitId(`tried-${last++}`)
  let act = base
  let isDone = true
  for (const instruction of instructions) {
    const done = applyInstruction(act, instruction, { newId })
    if (done.ok) act = done.act
    else isDone = false
  }
  const found = differences(act, draft)
  return { holds: isDone && found.length === 0, differences: found }
}

import type { Node } from 'prosemirror-model'
import type { StructureProposal } from '#shared/review/structure.ts'
import { suggestedBlock } from '#shared/review/suggested-block.ts'
import { writtenLines } from '#shared/review/written-words.ts'
import { isUnit, type Unit, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import type { Profile } from '#shared/tradition/tradition.ts'

/** What a suggestion of structure is called. */
export type Deed = 'insert' | 'remove' | 'repeal' | 'inForce' | 'move'

export function deedOf(proposal: StructureProposal): Deed {
  if (proposal.kind !== 'setState') return proposal.kind
  return proposal.state === 'repealed' ? 'repeal' : 'inForce'
}

/** A line of a unit as it is shown by itself. */
export interface UnitLine {
  /** Permanent within the unit. */
  readonly key: string
  /** The printed number, on the first line of its unit. */
  readonly num: string
  readonly words: string
}

/** A unit with those in it, a line for its heading and each paragraph; `most` of them. */
export function linesOfUnit(profile: Profile, unit: Unit, most: number): readonly UnitLine[] {
  const { id } = unitAttrs(unit)
  const num = printedNum(profile, unit) ?? ''
  const blocks = unit.children.filter((child) => !isUnit(child)).flatMap(linesOfBlock)
  const [first = '', ...rest] = blocks
  const own = [first, ...rest]
    .map((words, index) => ({ key: `${id} ${index}`, num: index === 0 ? num : '', words }))
    .filter((line) => line.num !== '' || line.words !== '')
  const inside = unitsOf(unit).flatMap((child) => linesOfUnit(profile, child, most))
  return [...own, ...inside].slice(0, most)
}

/** A block as lines that show the notes and cells in it. */
function linesOfBlock(block: Node): readonly string[] {
  return writtenLines(suggestedBlock(block))
}

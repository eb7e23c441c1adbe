import type { Node } from 'prosemirror-model'
import type { PreviewSegment } from '#shared/diff/changes.ts'
import type { StructureProposal, UnitProposal } from '#shared/review/structure.ts'
import { type SuggestedBlock, suggestedBlock } from '#shared/review/suggested-block.ts'
import type { BlockProposal } from '#shared/review/suggested-blocks.ts'
import { unitOfSuggested } from '#shared/review/suggested-unit.ts'
import { writtenLines } from '#shared/review/written-words.ts'
import { isUnit, type Unit, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import type { Profile } from '#shared/tradition/tradition.ts'

/** What a suggestion of structure is called. */
export type Deed = UnitDeed | BlockProposal['kind']
type UnitDeed = 'insert' | 'remove' | 'repeal' | 'inForce' | 'move'

export function deedOf(proposal: UnitProposal): UnitDeed
export function deedOf(proposal: StructureProposal): Deed
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

/** What comes or goes by a suggestion as lines, `most` of them; a unit that goes or moves stands in the text. */
export function linesOfProposal(
  profile: Profile,
  proposal: StructureProposal,
  most: number,
): readonly UnitLine[] {
  switch (proposal.kind) {
    case 'insert':
      return linesOfUnit(profile, unitOfSuggested(proposal.unit), most)
    case 'addBlocks':
      return linesOfBlocks(proposal.blocks, most)
    case 'dropBlock':
      return linesOfBlocks(proposal.lines, most)
    case 'remove':
    case 'setState':
    case 'move':
      return []
  }
}

/** Words and those in their place. */
export function redlineOf(old: string, words: string): readonly PreviewSegment[] {
  const shown = [
    { kind: 'deleted', text: old },
    { kind: 'inserted', text: words },
  ] as const
  return shown.filter(({ text }) => text !== '')
}

function linesOfBlocks(blocks: readonly SuggestedBlock[], most: number): readonly UnitLine[] {
  return blocks
    .flatMap(writtenLines)
    .map((words, index) => ({ key: String(index), num: '', words }))
    .slice(0, most)
}

/** A block as lines that show the notes and cells in it. */
function linesOfBlock(block: Node): readonly string[] {
  return writtenLines(suggestedBlock(block))
}

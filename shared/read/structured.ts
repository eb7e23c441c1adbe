import { type Act, makeAct } from '../schema/act.ts'
import { profileFor } from '../tradition/profiles.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import { readingWordsFor } from '../tradition/reading-words.ts'
import type { Block } from './block.ts'
import { closingHeads } from './closing-heads.ts'
import { contentsApart } from './contents.ts'
import type { ProfileChoice } from './detect.ts'
import { type DraftUnit, draftUnit, finished } from './draft-unit.ts'
import { type Frame, frameOf } from './frame.ts'
import { frontMatter } from './front-matter.ts'
import { headedIn } from './headed.ts'
import type { Item } from './item.ts'
import { notesContinued } from './notes.ts'
import { numberHeads } from './number-heads.ts'
import { type Ahead, Placing } from './place.ts'
import { quotedBlocks } from './quotations.ts'
import { rankKinds } from './ranks.ts'
import { markRepeals } from './repeals.ts'

export interface ReadProgress {
  readonly done: number
  readonly total: number
}

/** Lines or paragraphs between two reports of progress. */
export const STRIDE = 2_000

/** An act made of paragraphs, with its units as they were read. */
export interface Structured {
  readonly act: Act
  readonly units: readonly DraftUnit[]
}

/** Ids that another text of the same act has given. */
export interface KnownIds {
  readonly act?: string
  /** Gives units that are known theirs before the others get new ones. */
  readonly name?: (units: readonly DraftUnit[]) => void
}

/** The paragraphs of a source in any format as units, each in the place its number gives it. */
export function* structured(
  paragraphs: readonly Block[],
  profile: ProfileChoice,
  newId: () => string,
  known: KnownIds = {},
): Generator<ReadProgress, Structured> {
  const words = readingWordsFor(profile)
  const printing = profileFor(profile)
  const apart = contentsApart(numberHeads(notesContinued(paragraphs, words), printing))
  const blocks = closingHeads(apart, words)
  const { units } = yield* placed(blocks, words, profile)
  if (!areDeclared(paragraphs)) markRepeals(units, words)
  const id = known.act ?? newId()
  known.name?.(units)
  const act = makeAct(
    { id, ...profile },
    units.map((unit) => finished(unit, printing, newId)),
  )
  return { act, units }
}

function* placed(
  blocks: readonly Block[],
  words: ReadingWords,
  profile: ProfileChoice,
): Generator<ReadProgress, Placing> {
  const quoted = quotedBlocks(blocks)
  const frame = areDeclared(blocks) ? wholeBody(blocks) : frameOf(blocks, words, quoted)
  const items = nextItems(blocks, quoted)
  const placing = new Placing(words, profileFor(profile), rankKinds(blocks), headedIn(blocks))
  for (const unit of frontMatter(blocks.slice(0, frame.bodyStart), words)) placing.frame(unit)
  for (let i = frame.bodyStart; i < blocks.length; i++) {
    if (i % STRIDE === 0) yield { done: blocks.length + i, total: blocks.length * 2 }
    const block = blocks[i]
    if (!block) break
    if (i === frame.signature && i < frame.annexes)
      placing.frame(draftUnit({ kind: 'conclusions', range: block.range }))
    const ahead: Ahead = { next: blocks[i + 1], item: items[i] }
    place(placing, block, ahead, quoted.get(i))
  }
  return placing
}

function place(placing: Placing, block: Block, ahead: Ahead, quotation: number | undefined): void {
  const { role, declared } = block
  if (declared) placing.declared(block, declared)
  else if (role.is === 'table') placing.table(block, role.table)
  else if (role.is === 'note' || role.is === 'contents') placing.note(block)
  else if (quotation !== undefined) placing.quoted(block, quotation)
  else if (role.is === 'bullet') placing.bullet(block, ahead)
  else if (role.is === 'head') placing.head(block, role.head, ahead)
  else if (role.is === 'item') placing.item(block, role.item, ahead)
  else placing.text(block, ahead)
}

/** Whether the source itself tells the units of its paragraphs. */
function areDeclared(blocks: readonly Block[]): boolean {
  return blocks.some(({ declared }) => declared !== undefined)
}

function wholeBody({ length }: readonly Block[]): Frame {
  return { bodyStart: 0, signature: length, annexes: length }
}

/** For each paragraph the next number before the next head. */
function nextItems(
  blocks: readonly Block[],
  quoted: ReadonlyMap<number, number>,
): readonly (Item | undefined)[] {
  const items: (Item | undefined)[] = new Array(blocks.length)
  let next: Item | undefined
  for (let i = blocks.length - 1; i >= 0; i--) {
    items[i] = next
    const role = blocks[i]?.role
    if (quoted.has(i)) continue
    if (role?.is === 'head') next = undefined
    if (role?.is === 'item') next = role.item
  }
  return items
}

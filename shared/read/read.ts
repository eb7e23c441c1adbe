import type { Problem } from '../base/problem.ts'
import { type Act, makeAct } from '../schema/act.ts'
import { canonicalText } from '../structure/canonical-text.ts'
import { profileFor } from '../tradition/profiles.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import { readingWordsFor } from '../tradition/reading-words.ts'
import { unaccounted } from './account.ts'
import type { Block } from './block.ts'
import { Blocks, chromeProblem, headOf } from './blocks.ts'
import { detectProfile, type ProfileChoice } from './detect.ts'
import { draftUnit, finished } from './draft-unit.ts'
import { frameOf } from './frame.ts'
import { frontMatter } from './front-matter.ts'
import { headsApart } from './heads-apart.ts'
import type { Item } from './item.ts'
import { layoutOf } from './layout.ts'
import { type Line, linesOf } from './line.ts'
import { unmarked } from './markup.ts'
import { notesContinued } from './notes.ts'
import { numberHeads } from './number-heads.ts'
import { type Ahead, Placing } from './place.ts'
import { quotedBlocks } from './quotations.ts'
import { rankKinds } from './ranks.ts'
import { readingProblems } from './reading-problems.ts'
import { markRepeals } from './repeals.ts'
import { isCollapsed, unfolded } from './unfold.ts'

/** An act read from a text, and what was doubtful in the text. */
export interface ReadText {
  readonly act: Act
  readonly problems: readonly Problem[]
  /** The profile it was read under: the one asked for, else the one its words speak for. */
  readonly profile: ProfileChoice
}

export interface ReadOptions {
  /** Gives a new id on each call: for the act first, then for its units in document order. */
  readonly newId: () => string
  readonly profile?: ProfileChoice
}

export interface ReadProgress {
  readonly done: number
  readonly total: number
}

/**
 * Reads plain text as an act. Never fails: any text gives an act that fits the schema, and every
 * character of it stands in the act or in a problem that names its place.
 */
export function readText(source: string, options: ReadOptions): ReadText {
  const steps = readTextSteps(source, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Lines between two reports of progress. */
const STRIDE = 2_000

/** {@link readText} in steps that report lines read, so that a caller may show progress or stop. */
export function* readTextSteps(
  source: string,
  options: ReadOptions,
): Generator<ReadProgress, ReadText> {
  const profile = options.profile ?? detectProfile(source)
  const words = readingWordsFor(profile)
  const lines = wholeLines(source, words)
  const problems: Problem[] = []
  const paragraphs = new Blocks(words, layoutOf(lines))
  for (const [i, line] of lines.entries()) {
    if (i % STRIDE === 0) yield { done: i, total: lines.length * 2 }
    if (words.chrome.test(line.text)) problems.push(chromeProblem(line))
    else {
      const bare = unmarked(line)
      problems.push(...bare.problems)
      if (bare.line) for (const one of headsApart(bare.line, words)) paragraphs.add(one)
    }
  }
  const blocks = numberHeads(notesContinued(paragraphs.end(), words), profileFor(profile))
  const placing = yield* placed(blocks, words, profile)
  markRepeals(placing.units, words)
  const newId = options.newId
  const id = newId()
  const printing = profileFor(profile)
  const act = makeAct(
    { id, ...profile },
    placing.units.map((unit) => finished(unit, printing, newId)),
  )
  problems.push(...readingProblems(placing.units, source))
  const dropped = problems
    .filter(({ code }) => DROPPED.has(code))
    .flatMap(({ source }) => source ?? [])
  problems.push(...unaccounted(source, canonicalText(act).text, dropped))
  return { act, problems, profile }
}

function wholeLines(source: string, words: ReadingWords): readonly Line[] {
  const lines = linesOf(source)
  return isCollapsed(lines) ? lines.flatMap((line) => unfolded(line, source, words)) : lines
}

/** Codes of problems whose source is left out of the act. */
const DROPPED: ReadonlySet<string> = new Set(['read/page-furniture', 'read/markup'])

function* placed(
  blocks: readonly Block[],
  words: ReadingWords,
  profile: ProfileChoice,
): Generator<ReadProgress, Placing> {
  const quoted = quotedBlocks(blocks)
  const frame = frameOf(blocks, words, quoted)
  const items = nextItems(blocks, quoted)
  const placing = new Placing(words, profileFor(profile), rankKinds(blocks), areHeaded(blocks))
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
  const { role } = block
  if (role.is === 'note' || role.is === 'contents') placing.note(block)
  else if (quotation !== undefined) placing.quoted(block, quotation)
  else if (role.is === 'head') placing.head(block, role.head, ahead)
  else if (role.is === 'item') placing.item(block, role.item, ahead)
  else placing.text(block, ahead)
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

/** Whether most articles with words on the line of their number have a heading there, not their text. */
function areHeaded(blocks: readonly Block[]): boolean {
  let headings = 0
  let texts = 0
  for (const block of blocks) {
    const head = headOf(block)
    if (head?.kind !== 'article' || head.rest === '') continue
    if (/[.:;,]$/u.test(head.rest)) texts++
    else headings++
  }
  return headings > texts
}

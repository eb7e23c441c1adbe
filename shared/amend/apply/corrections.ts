import { problem, type Saying } from '../../base/problem.ts'
import type { WordPair } from '../instruction.ts'
import { type Hit, wordsIn, wordsInAnyCase } from './search.ts'
import type { Stretch } from './spot.ts'

/** Words of a block that give way to others. */
export interface WordEdit extends Hit {
  readonly stretch: Stretch
  readonly words: string
}

/** Edits on words that editors of the text had corrected in brackets, and why a person should look. */
export interface Corrected {
  readonly edits: readonly WordEdit[]
  readonly doubt: Saying
}

/** "[; and]", "[r]epresent": characters that editors correct; longer brackets hold notes and repeals. */
const BRACKET = /\[[^[\]]{1,80}\]/gu

/**
 * What a law strikes may stand otherwise where editors corrected it: "deem [deemed] disapproved" is the
 * law's "deem disapproved", and "[; and]" the new words before the law puts them in. `undefined` where
 * no bracket is at the words.
 */
export function corrected(
  stretches: readonly Stretch[],
  { old, new: put }: WordPair,
): Corrected | undefined {
  const marked = stretches.filter(({ block, start, end }) =>
    block.text.slice(start, end).includes('['),
  )
  if (marked.length === 0) return undefined
  const exact = hitsIn(stretches, (text) => wordsIn(text, old))
  const [first] = exact
  if (first && exact.length === 1) {
    const wider = widened(first).find(({ stretch, start, end }) =>
      isLike(stretch.block.text.slice(start, end), put),
    )
    if (wider) return { edits: [{ ...wider, words: put }], doubt: THERE }
  }
  const isMark = /^[\s.,;:]+$/u.test(old)
  if (exact.length > 0 && !isMark) return undefined
  const there = hitsIn(marked, brackets).filter(({ stretch, start, end }) =>
    isLike(stretch.block.text.slice(start, end), put),
  )
  const [only] = there
  if (only && there.length === 1) return { edits: [{ ...only, words: put }], doubt: THERE }
  if (exact.length > 0) return undefined
  for (const keep of ['law', 'editors'] as const) {
    const read = hitsIn(marked, (text) => readIn(text, old, keep))
    const [one] = read
    if (one && read.length === 1)
      return {
        edits: [{ ...one, words: put }],
        doubt: problem('amend/brackets:corrected'),
      }
  }
  return undefined
}

/** Whether editors' brackets hold the words or stand right beside them. */
export function isBracketed({ stretch, start, end }: WordEdit): boolean {
  const { text } = stretch.block
  return brackets(text).some((bracket) => bracket.start <= end + 1 && start <= bracket.end + 1)
}

const THERE = problem('amend/brackets:new')

interface Spotted extends Hit {
  readonly stretch: Stretch
}

function hitsIn(
  stretches: readonly Stretch[],
  search: (text: string) => readonly Hit[],
): readonly Spotted[] {
  return stretches.flatMap((stretch) =>
    search(stretch.block.text)
      .filter(({ start, end }) => stretch.start <= start && end <= stretch.end)
      .map((hit) => ({ ...hit, stretch })),
  )
}

function brackets(text: string): readonly Hit[] {
  return [...text.matchAll(BRACKET)].map(({ 0: bracket, index }) => ({
    start: index,
    end: index + bracket.length,
  }))
}

/** The words with the brackets before them, behind them, around them. */
function widened({ stretch, start, end }: Spotted): readonly Spotted[] {
  const { text } = stretch.block
  const near = brackets(text)
  const before = near.find((one) => one.start < start && start <= one.end + 1)
  const behind = near.find((one) => one.end > end && one.start - 1 <= end)
  const from = [start, ...(before ? [before.start] : [])]
  const to = [end, ...(behind ? [behind.end] : [])]
  return from
    .flatMap((a) => to.map((b) => ({ stretch, start: a, end: b })))
    .filter((one) => isBalanced(text.slice(one.start, one.end)))
}

function isBalanced(text: string): boolean {
  return text.includes('[') && text.split('[').length === text.split(']').length
}

function isLike(bracketed: string, words: string): boolean {
  return bare(bracketed) === bare(words)
}

function bare(words: string): string {
  return words.replaceAll(/[[\]]/gu, '').replaceAll(/\s+/gu, ' ').trim()
}

/** Where the words stand when the brackets are read as the law had it, or as editors have it. */
function readIn(text: string, words: string, keep: 'law' | 'editors'): readonly Hit[] {
  const at: number[] = []
  let read = ''
  const add = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      // Beside what is left out one blank stands for two.
      if (text[i] === ' ' && read.endsWith(' ')) continue
      read += text[i]
      at.push(i)
    }
  }
  let last = 0
  for (const { start, end } of brackets(text)) {
    add(last, start)
    if (keep === 'editors') add(start + 1, end - 1)
    last = end
  }
  add(last, text.length)
  const search = keep === 'law' ? wordsIn : wordsInAnyCase
  return search(read, words).flatMap(({ start, end }): Hit[] => {
    const [from, to] = [at[start], at[end - 1]]
    if (from === undefined || to === undefined) return []
    const held = brackets(text).filter((one) => one.start <= to && from < one.end)
    if (held.length === 0) return []
    const edges = held.flatMap((one) => [one.start, one.end])
    return [{ start: Math.min(from, ...edges), end: Math.max(to + 1, ...edges) }]
  })
}

import type { Block } from './block.ts'
import { headOf } from './blocks.ts'
import type { Head } from './head.ts'
import { isTitle } from './title.ts'

/**
 * A list of contents is no part of the act: heads that follow each other without a word of law, and
 * all come again below. Announced or not, its lines become notes.
 */
export function contentsApart(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => headOf(block) !== undefined)
  if (first === -1) return blocks
  const isAnnounced = blocks.slice(0, first).some(({ role }) => role.is === 'contents')
  const end = endOfContents(blocks, first)
  const heads = blocks.slice(first, end).filter((block) => headOf(block))
  if (heads.length < (isAnnounced ? 1 : FEWEST)) return blocks
  const later = new Set(blocks.slice(end).flatMap((block) => keyOf(headOf(block)) ?? []))
  const again = heads.filter((block) => later.has(keyOf(headOf(block)) ?? ''))
  if (again.length < heads.length * ALIKE) return blocks
  return blocks.map((block, i) =>
    i >= first && i < end && block.role.is !== 'note'
      ? { ...block, role: { is: 'contents' } }
      : block,
  )
}

/** Heads in a list of contents that nothing announces. */
const FEWEST = 3

/** Share of them that must come again: an edition adds a heading and forgets its list. */
const ALIKE = 0.8

/** Where a run of mere heads ends: at the first one that is its first again, or at words of law. */
function endOfContents(blocks: readonly Block[], first: number): number {
  const opening = keyOf(headOf(blocks[first]))
  for (let i = first + 1; i < blocks.length; i++) {
    const block = blocks[i]
    const head = headOf(block)
    if (!block || (head && keyOf(head) === opening)) return i
    if (head ? isLaw(head.rest) : isLaw(block.text) || block.role.is === 'table') return i
  }
  return blocks.length
}

/** Words that no heading has: a sentence, but for the dots and the page number behind a heading. */
function isLaw(words: string): boolean {
  const heading = words.replace(/[\s.…_]*\d{0,4}$/u, '')
  return heading !== '' && !isTitle(heading)
}

function keyOf(head: Head | undefined): string | undefined {
  return head && `${head.kind} ${head.label ?? head.rest}`
}

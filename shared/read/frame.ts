import type { ReadingWords } from '../tradition/reading.ts'
import type { Block } from './block.ts'
import { headOf } from './blocks.ts'

/** Where the body of an act starts and ends among its paragraphs: half-open. */
export interface Frame {
  readonly bodyStart: number
  /** Where the signature starts; after it stand only annexes. */
  readonly signature: number
  readonly annexes: number
}

/** Paragraphs before the end in which a signature is looked for. */
const SIGNATURE_WITHIN = 40
/** Characters a line of a signature may have. */
const SIGNATURE_LINE = 120

export function frameOf(
  blocks: readonly Block[],
  words: ReadingWords,
  quoted: ReadonlyMap<number, number>,
): Frame {
  const opens = blocks.findIndex(
    ({ role }, i) => (role.is === 'head' || role.is === 'item') && !quoted.has(i),
  )
  const bodyStart = opens === -1 ? blocks.length : opens
  const annex = blocks.findIndex(
    (block, i) => headOf(block)?.kind === 'annex' && i > bodyStart && !quoted.has(i),
  )
  const annexes = annex === -1 ? blocks.length : annex
  return { bodyStart, signature: signatureIn(blocks, words, bodyStart, annexes), annexes }
}

function signatureIn(
  blocks: readonly Block[],
  words: ReadingWords,
  bodyStart: number,
  end: number,
): number {
  let found = end
  for (let i = end - 1; i > Math.max(bodyStart, end - SIGNATURE_WITHIN); i--) {
    const block = blocks[i]
    if (!block) break
    if (block.role.is === 'note') continue
    if (block.role.is !== 'text' || block.text.length > SIGNATURE_LINE) break
    if (
      words.signature.test(block.text) &&
      !/[;:]$/u.test(block.text) &&
      !/\p{L}{2}\.$/u.test(block.text)
    )
      found = i
  }
  return found
}

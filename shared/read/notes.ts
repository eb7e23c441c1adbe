import type { ReadingWords } from '../tradition/reading.ts'
import type { Block } from './block.ts'

/**
 * Notes that run over several paragraphs: the paragraph under a bare announcement («Примечание
 * ИЗПИ!»), and the list that a note opened with a colon.
 */
export function notesContinued(blocks: readonly Block[], words: ReadingWords): readonly Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const before = result.at(-1)
    const goesOn =
      before?.role.is === 'note' &&
      block.role.is === 'text' &&
      (words.noteTitle.test(before.text) || /[:;,]$/u.test(before.text))
    result.push(goesOn ? { ...block, role: { is: 'note' } } : block)
  }
  return result
}

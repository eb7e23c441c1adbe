import type { ReadingWords } from '../tradition/reading.ts'
import type { Block, Role } from './block.ts'
import { headOf } from './blocks.ts'

/**
 * Headings in capitals without a number that end an act, «ПЕРЕХОДНЫЕ ПОЛОЖЕНИЯ»: they open a division of
 * their own and do not stay in the article before. Right behind a number they are its heading, and
 * before the first unit a title.
 */
export function closingHeads(
  blocks: readonly Block[],
  { closing }: ReadingWords,
): readonly Block[] {
  let isBehindUnit = false
  return blocks.map((block, i) => {
    if (headOf(block)) isBehindUnit = true
    const { role: own, text, declared } = block
    if (own.is !== 'text' || declared || !isBehindUnit || !closing.test(text.trim())) return block
    const before = blocks.slice(0, i).findLast(({ role }) => role.is !== 'note')
    if (headOf(before)?.rest === '') return block
    const head = { kind: 'book', label: null, printed: '', rest: block.text, glued: false } as const
    const role: Role = { is: 'head', head }
    return { ...block, role }
  })
}

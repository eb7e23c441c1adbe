import type { PageBlock, PageCell } from './page.ts'

/** UTF-16 units up to which a cell stays on one page: a third of a page in a column of a third. */
const SHORT_CELL = 600

/** Whether a cell is so short that a page break in it would only tear it. */
export function isShort({ blocks }: PageCell): boolean {
  return blocks.reduce((sum, block) => sum + lengthOf(block), 0) <= SHORT_CELL
}

function lengthOf(block: PageBlock): number {
  if (block.kind === 'table') return SHORT_CELL + 1
  return block.runs.reduce((sum, { text }) => sum + text.length, 0)
}

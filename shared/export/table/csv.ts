import type { ComparativeTable } from '../../compare/table.ts'
import type { PageBlock } from '../page/page.ts'
import { cellBlocks } from './cells.ts'

/** Tells spreadsheets that the bytes are UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The comparative table as comma-separated values: RFC 4180, a header line, one line a row. A cell
 * that a spreadsheet would run as a formula opens with an apostrophe.
 */
export function tableCsv(table: ComparativeTable): string {
  const { columns } = table.layout
  const lines = [
    columns.map(({ name }) => name),
    ...table.rows.map((row, i) =>
      columns.map((column) => wordsOf(cellBlocks(table, row, column, i + 1))),
    ),
  ]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

function wordsOf(blocks: readonly PageBlock[]): string {
  return blocks.map(blockWords).join('\n')
}

function blockWords(block: PageBlock): string {
  if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('')
  return block.rows
    .map(({ cells }) => cells.map(({ blocks }) => wordsOf(blocks)).join(' | '))
    .join('\n')
}

/** What spreadsheets take for the start of a formula; a dash before a space opens a list item. */
const FORMULA = /^(?:[=+@\t\r]|-(?=\S))/u

function field(words: string): string {
  const safe = FORMULA.test(words) ? `'${words}` : words
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

import type { ComparativeTable } from '../../compare/table.ts'
import type { ExportAbout } from '../about.ts'
import type { PageCell, PageTable } from '../page/page.ts'
import { cellBlocks, said } from '../table/cells.ts'
import { frame } from './print.ts'
import { PrintBlocks } from './print-blocks.ts'
import type { PrintDocument } from './print-document.ts'

/** The comparative table for print: landscape, its header on each page. */
export function printTable(table: ComparativeTable, about: ExportAbout): PrintDocument {
  const { words, layout, bill, act } = table
  const { columns } = layout
  const printed = new PrintBlocks()
  printed.add({ ...said(words.title), role: { name: 'title', level: 1 } }, undefined)
  if (bill !== '') printed.add({ ...said(bill), role: { name: 'preface', level: 1 } }, undefined)
  const head = columns.map(({ name }) => cell('header', 1, [said(name)]))
  const grid: PageTable = {
    kind: 'table',
    fate: 'kept',
    columns: columns.length,
    rows: [
      { fate: 'kept', cells: head },
      ...(act === ''
        ? []
        : [{ fate: 'kept' as const, cells: [cell('cell', columns.length, [said(act)])] }]),
      ...table.rows.map((row, i) => ({
        fate: 'kept' as const,
        cells: columns.map((column) => cell('cell', 1, cellBlocks(table, row, column, i + 1))),
      })),
    ],
  }
  printed.add(grid, undefined)
  const widths = columns.map(({ width }) => width)
  const blocks = printed.blocks.map((block) =>
    block.kind === 'table' ? { ...block, widths } : block,
  )
  const title = bill === '' ? `${words.title}. ${act}` : bill
  return { ...frame({ ...about, title }), turned: true, lineNumbers: false, summary: null, blocks }
}

function cell(kind: PageCell['kind'], columns: number, blocks: PageCell['blocks']): PageCell {
  return { kind, columns, rows: 1, blocks }
}

import type { ComparativeTable } from '../../compare/table.ts'
import type { PageBlock, PageCell, PageParagraph, PageTable } from '../page/page.ts'
import { cellBlocks, said } from './cells.ts'

/** The comparative table as a page: its title, that of the bill, and one table whose first row is the header. */
export function tablePage(table: ComparativeTable): readonly PageBlock[] {
  const { words, layout, bill, act } = table
  const { columns } = layout
  const grid: PageTable = {
    kind: 'table',
    fate: 'kept',
    columns: columns.length,
    widths: columns.map(({ width }) => width),
    rows: [
      { fate: 'kept', cells: columns.map(({ name }) => cell('header', 1, [head(name)])) },
      ...(act === ''
        ? []
        : [{ fate: 'kept' as const, cells: [cell('cell', columns.length, [said(act)])] }]),
      ...table.rows.map((row, i) => ({
        fate: 'kept' as const,
        cells: columns.map((column) => cell('cell', 1, cellBlocks(table, row, column, i + 1))),
      })),
    ],
  }
  return [
    { ...said(words.title), role: { name: 'title', level: 1 } },
    ...(bill === '' ? [] : [{ ...said(bill), role: { name: 'preface' as const, level: 1 } }]),
    grid,
  ]
}

function head(name: string): PageParagraph {
  return { ...said(name), role: { name: 'cellHeader', level: 1 } }
}

function cell(kind: PageCell['kind'], columns: number, blocks: PageCell['blocks']): PageCell {
  return { kind, columns, rows: 1, blocks }
}

import type { Node } from 'prosemirror-model'
import { present } from '../../base/assert.ts'
import type { BlockRedline, RowRedline } from '../../diff/redline.ts'
import { schema } from '../../schema/schema.ts'
import type { Fate, PageBlock, PageCell, PageRow, PageTable, Role } from './page.ts'
import { pageParagraph } from './paragraph.ts'
import { type RemarkedPlace, remarkedRuns } from './remarked.ts'
import { footnoteLines, wordsOf } from './runs.ts'
import { commonGrid, type GridRow, gridOf } from './table-grid.ts'

/** Gives what was remarked on the text of the draft that comes next, and goes on to the one behind it. */
export type NextRemarks = () => readonly RemarkedPlace[]

const NO_REMARKS: NextRemarks = () => []

/** A table on the page; `undefined` for one without rows, which no page can show. */
export function pageTable(
  block: BlockRedline,
  next: NextRemarks = NO_REMARKS,
): PageTable | undefined {
  const table = tableRows(block, next)
  if (table.rows.length === 0) return undefined
  return { kind: 'table', ...table, ...(block.by === undefined ? {} : { by: block.by }) }
}

function tableRows(block: BlockRedline, next: NextRemarks): Omit<PageTable, 'kind'> {
  switch (block.kind) {
    case 'kept':
      return isAlike(block.blockA, block.blockB)
        ? wholeTable(block.blockB, 'kept', next)
        : replacedTable(block.blockA, block.blockB, next)
    case 'inserted':
      return wholeTable(block.blockB, 'inserted', next)
    case 'deleted':
      return wholeTable(block.blockA, 'deleted', next)
    case 'words':
      return replacedTable(block.blockA, block.blockB, next)
    case 'table':
      return changesInPlace(block.rows)
        ? changedTable(block.rows, next)
        : replacedTable(block.blockA, block.blockB, next)
  }
}

function wholeTable(table: Node, fate: Fate, next: NextRemarks): Omit<PageTable, 'kind'> {
  const { columns, rows } = gridOf(table.children)
  return { fate, columns, rows: rows.map((row) => wholeRow(row, fate, next)) }
}

function wholeRow(row: GridRow, fate: Fate, next: NextRemarks): PageRow {
  return {
    fate,
    cells: row.map(({ cell, kind, columns, rows }) => ({
      kind,
      columns,
      rows,
      blocks: cell === undefined ? [] : wholeBlocks(cell, fate, next),
    })),
  }
}

function wholeBlocks(cell: Node, fate: Fate, next: NextRemarks): readonly PageBlock[] {
  return cell.children.flatMap((block) => cellBlocks(wholeBlock(block, fate), cell, next))
}

function wholeBlock(block: Node, fate: Fate): BlockRedline {
  if (fate === 'inserted') return { kind: 'inserted', blockB: block }
  if (fate === 'deleted') return { kind: 'deleted', blockA: block }
  return { kind: 'kept', blockA: block, blockB: block }
}

/**
 * One table that holds the rows of the base, deleted, and below them those of the draft, inserted: the
 * form of any change that rows cannot carry one by one, such as another division into cells.
 */
function replacedTable(tableA: Node, tableB: Node, next: NextRemarks): Omit<PageTable, 'kind'> {
  const { columns, a, b } = commonGrid(gridOf(tableA.children), gridOf(tableB.children))
  const rows = [
    ...a.map((row) => wholeRow(row, 'deleted', next)),
    ...b.map((row) => wholeRow(row, 'inserted', next)),
  ]
  const fate = a.length === 0 ? 'inserted' : b.length === 0 ? 'deleted' : 'kept'
  return { fate, columns, rows }
}

function changedTable(rows: readonly RowRedline[], next: NextRemarks): Omit<PageTable, 'kind'> {
  const { columns, rows: grid } = gridOf(
    rows.map((row) => present(row.rowB ?? row.rowA, 'a row is in one of the texts')),
  )
  return {
    fate: tableFate(rows),
    columns,
    rows: rows.map((row, i) => changedRow(row, present(grid[i], 'the grid has every row'), next)),
  }
}

function tableFate(rows: readonly RowRedline[]): Fate {
  if (rows.every(({ kind }) => kind === 'inserted')) return 'inserted'
  return rows.every(({ kind }) => kind === 'deleted') ? 'deleted' : 'kept'
}

function changedRow(row: RowRedline, grid: GridRow, next: NextRemarks): PageRow {
  if (row.kind !== 'changed') return wholeRow(grid, row.kind, next)
  let own = 0
  const cells = grid.map(({ cell, kind, columns, rows }): PageCell => {
    if (cell === undefined) return { kind, columns, rows, blocks: [] }
    const blocks = (row.cells[own++] ?? []).flatMap((block) => cellBlocks(block, cell, next))
    return { kind, columns, rows, blocks }
  })
  return { fate: 'kept', cells }
}

function cellBlocks(block: BlockRedline, cell: Node, next: NextRemarks): readonly PageBlock[] {
  const node = block.kind === 'deleted' ? block.blockA : block.blockB
  if (node.type === schema.nodes.table) {
    const table = pageTable(block, next)
    return table ? [table] : []
  }
  const roles = {
    A: block.kind === 'inserted' ? undefined : cellRole(block.blockA, cell),
    B: block.kind === 'deleted' ? undefined : cellRole(block.blockB, cell),
  }
  const said = block.kind !== 'deleted' && node.isTextblock ? next() : []
  const line = pageParagraph({ words: remarkedRuns(wordsOf(block), said), lead: {}, roles })
  return [...(line ? [line] : []), ...footnotes(block, 1)]
}

/** The footnotes of a block, behind it. */
export function footnotes(block: BlockRedline, level: number): readonly PageBlock[] {
  const role: Role = { name: 'note', level }
  return footnoteLines(block).flatMap((words): readonly PageBlock[] => {
    const line = pageParagraph({ words, lead: {}, roles: { A: role, B: role } })
    return line ? [{ ...line, footnote: true }] : []
  })
}

function cellRole(block: Node, cell: Node): Role {
  if (block.type === schema.nodes.note) return { name: 'note', level: 1 }
  if (block.type === schema.nodes.unknown) return { name: 'foreign', level: 1 }
  return { name: cell.type === schema.nodes.tableHeader ? 'cellHeader' : 'cell', level: 1 }
}

/** Whether rows may come and go one by one: no cell spans rows, and changed rows keep their cells. */
function changesInPlace(rows: readonly RowRedline[]): boolean {
  const removesOrAdds = rows.some(({ kind }) => kind === 'inserted' || kind === 'deleted')
  return rows.every(({ rowA, rowB, cells }) => {
    if (removesOrAdds && (hasTallCells(rowA) || hasTallCells(rowB))) return false
    if (rowA === undefined || rowB === undefined) return true
    if (cells.length !== 0 && cells.length !== rowB.childCount) return false
    return sameCells(rowA, rowB)
  })
}

function hasTallCells(row: Node | undefined): boolean {
  return row?.children.some((cell) => cell.attrs['rowspan'] !== 1) ?? false
}

function sameCells(rowA: Node, rowB: Node): boolean {
  if (rowA.childCount !== rowB.childCount) return false
  return rowA.children.every((cellA, i) => {
    const cellB = rowB.maybeChild(i)
    return (
      cellB?.type === cellA.type &&
      cellB.attrs['colspan'] === cellA.attrs['colspan'] &&
      cellB.attrs['rowspan'] === cellA.attrs['rowspan']
    )
  })
}

/** Whether the draft's table may stand for both: same grid, same words in every cell. */
function isAlike(tableA: Node, tableB: Node): boolean {
  if (tableA === tableB || tableA.eq(tableB)) return true
  if (tableA.childCount !== tableB.childCount) return false
  return tableA.children.every((rowA, i) => {
    const rowB = tableB.child(i)
    return sameCells(rowA, rowB) && rowA.textContent === rowB.textContent
  })
}

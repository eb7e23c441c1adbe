import type { Node } from 'prosemirror-model'
import { schema } from '../../schema/schema.ts'
import type { PageCell } from './page.ts'

/** One place in the grid; `cell` is absent for a place that no cell of the act fills. */
export interface GridCell extends Pick<PageCell, 'kind' | 'columns' | 'rows'> {
  readonly cell?: Node
}

export type GridRow = readonly GridCell[]

export interface Grid {
  readonly columns: number
  readonly rows: readonly GridRow[]
}

/** Lays cells on a grid: places below a tall cell are `covered`, every row reaches the last column. */
export function gridOf(rows: readonly Node[]): Grid {
  /** For each column: how many rows more the cell above covers, and its width where it begins. */
  const covered: { rows: number; columns: number }[] = []
  const laid = rows.map((row, i) => layRow(row, covered, rows.length - i))
  const columns = Math.max(1, ...laid.map(widthOf))
  return { columns, rows: laid.map((row) => filled(row, columns)) }
}

function layRow(
  row: Node,
  covered: { rows: number; columns: number }[],
  rowsLeft: number,
): GridCell[] {
  const out: GridCell[] = []
  let column = 0
  const skipCovered = (): void => {
    for (let above = covered[column]; above && above.rows > 0; above = covered[column]) {
      above.rows--
      out.push({ kind: 'covered', columns: above.columns, rows: 1 })
      column += above.columns
    }
  }
  for (const cell of row.children) {
    skipCovered()
    const columns = freeColumns(covered, column, span(cell, 'colspan'))
    const tall = Math.min(span(cell, 'rowspan'), rowsLeft)
    covered[column] = { rows: tall - 1, columns }
    for (let i = 1; i < columns; i++) covered[column + i] = { rows: 0, columns: 1 }
    const kind = cell.type === schema.nodes.tableHeader ? 'header' : 'cell'
    out.push({ kind, columns, rows: tall, cell })
    column += columns
  }
  while (column < covered.length) {
    skipCovered()
    if (column >= covered.length) break
    if (!covered.slice(column).some(({ rows }) => rows > 0)) break
    out.push({ kind: 'cell', columns: 1, rows: 1 })
    column++
  }
  return out
}

/** A wide cell stops where a tall one from above stands in its way. */
function freeColumns(covered: readonly { rows: number }[], from: number, wanted: number): number {
  let free = 1
  while (free < wanted && (covered[from + free]?.rows ?? 0) === 0) free++
  return free
}

function span(cell: Node, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.attrs[name])
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1
}

/** Word's own limit on the columns of a table; more in a source is a fault of the source. */
const MAX_SPAN = 63

function widthOf(row: GridRow): number {
  return row.reduce((sum, { columns }) => sum + columns, 0)
}

function filled(row: GridRow, columns: number): GridRow {
  const missing = columns - widthOf(row)
  return missing > 0 ? [...row, { kind: 'cell', columns: missing, rows: 1 }] : row
}

/** Two grids over one set of columns, so that rows of both may stand in one table. */
export function commonGrid(
  a: Grid,
  b: Grid,
): { columns: number; a: readonly GridRow[]; b: readonly GridRow[] } {
  if (a.columns === b.columns) return { columns: a.columns, a: a.rows, b: b.rows }
  const edges = [...new Set([...edgesOf(a.columns), ...edgesOf(b.columns)])].sort((x, y) => x - y)
  const at = new Map(edges.map((edge, i) => [edge, i]))
  const refine = (grid: Grid) => grid.rows.map((row) => refined(row, edgesOf(grid.columns), at))
  return { columns: edges.length - 1, a: refine(a), b: refine(b) }
}

/** Column edges of an even grid in whole parts of the table's width. */
function edgesOf(columns: number): readonly number[] {
  return Array.from({ length: columns + 1 }, (_, i) => Math.round((i * WIDTH) / columns))
}

const WIDTH = 9_000

function refined(row: GridRow, edges: readonly number[], at: ReadonlyMap<number, number>): GridRow {
  const position = (column: number): number => at.get(edges[column] ?? WIDTH) ?? 0
  let column = 0
  return row.map((cell) => {
    const from = position(column)
    column += cell.columns
    return { ...cell, columns: position(column) - from }
  })
}

import type { WordBlock, WordCell } from './word-block.ts'

interface Shape {
  readonly columns: number
  readonly merge: 'restart' | 'continue' | undefined
  readonly header: boolean
}

interface OpenCell {
  columns: number
  rows: number
  readonly header: boolean
  readonly start: number
  readonly blocks: WordBlock[]
}

/** A table while its rows are laid: cells that go on with the one above are joined to it. */
export class MergedTable {
  private readonly rows: OpenCell[][] = []
  /** The cell that ends last in each column, for cells below that go on with it. */
  private above = new Map<number, OpenCell>()
  private current = new Map<number, OpenCell>()
  private column = 0

  row(): void {
    this.rows.push([])
    this.above = this.current
    this.current = new Map()
    this.column = 0
  }

  cell({ columns, merge, header }: Shape, blocks: readonly WordBlock[]): void {
    const start = this.column
    this.column += columns
    const above = merge === 'continue' ? this.above.get(start) : undefined
    if (above && above.columns === columns) {
      above.rows++
      above.blocks.push(...blocks.filter(hasWords))
      this.current.set(start, above)
      return
    }
    const cell: OpenCell = { columns, rows: 1, header, start, blocks: [...blocks] }
    this.rows.at(-1)?.push(cell)
    if (merge !== undefined) this.current.set(start, cell)
  }

  /** Widens the last cell of the row. */
  widen(columns: number, blocks: readonly WordBlock[]): void {
    const last = this.rows.at(-1)?.at(-1)
    if (!last) {
      this.cell({ columns, merge: undefined, header: false }, blocks)
      return
    }
    last.columns += columns
    last.blocks.push(...blocks.filter(hasWords))
    this.column += columns
  }

  /** The rows; grid columns that no cell of this text parts are one. */
  end(): readonly (readonly WordCell[])[] {
    const edges = new Set<number>()
    for (const row of this.rows)
      for (const { start, columns } of row) edges.add(start).add(start + columns)
    const places = new Map([...edges].sort((a, b) => a - b).map((edge, i) => [edge, i]))
    const at = (edge: number): number => places.get(edge) ?? 0
    return this.rows.map((row) =>
      row.map(({ start, columns, rows, header, blocks }) => ({
        columns: Math.max(1, at(start + columns) - at(start)),
        rows,
        header,
        blocks,
      })),
    )
  }
}

function hasWords(block: WordBlock): boolean {
  return block.kind === 'table' || block.pieces.length > 0
}

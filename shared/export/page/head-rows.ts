import type { PageTable } from './page.ts'

/**
 * How many rows from the top stand over all others, to be repeated on each page. A header may have
 * several rows and tall cells; no cell of it reaches into the rows below, and where the whole table of the
 * base stands above that of the draft, neither has its header over the other.
 */
export function headRows({ rows }: PageTable): number {
  const [top, bottom] = [rows[0]?.fate, rows.at(-1)?.fate]
  if (top !== 'kept' && top !== bottom) return 0
  const below = rows.findIndex(({ cells }) => cells.some(({ kind }) => kind === 'cell'))
  for (let count = below; count > 0; count--) if (!isLeftBelow(rows.slice(0, count))) return count
  return 0
}

function isLeftBelow(rows: PageTable['rows']): boolean {
  return rows.some(({ cells }, i) => cells.some((cell) => i + cell.rows > rows.length))
}

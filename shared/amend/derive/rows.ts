import type { Node } from 'prosemirror-model'
import type { RowRedline } from '../../diff/redline.ts'
import type { Address } from '../address.ts'
import type { Instruction } from '../instruction.ts'
import { quotedCells } from '../quoted-unit.ts'
import { saysTheSame } from './blocks.ts'

/**
 * What makes the rows of one table those of the draft, the last row first: so that every number of a
 * row is the one it has in the base. `undefined` where law has no words for it.
 */
export function rowInstructions(
  at: Address,
  table: number,
  rows: readonly RowRedline[],
): readonly Instruction[] | undefined {
  const made: Instruction[] = []
  let ordinal = rows.filter(({ rowA }) => rowA !== undefined).length
  for (const row of rows.toReversed()) {
    if (row.kind === 'inserted') {
      if (!row.rowB || !isPlainRow(row.rowB)) return undefined
      const after = ordinal === 0 ? null : { ordinal }
      made.push({ kind: 'insertRow', at, table, after, cells: quotedCells(row.rowB) })
      continue
    }
    if (row.kind === 'deleted') made.push({ kind: 'omitRow', at, table, row: { ordinal } })
    else if (row.kind === 'changed' && !row.cells.every((cell) => cell.every(saysTheSame))) {
      if (!row.rowB || !isPlainRow(row.rowB)) return undefined
      const cells = quotedCells(row.rowB)
      made.push({ kind: 'restateRow', at, table, row: { ordinal }, cells })
    }
    ordinal--
  }
  return made
}

/** Whether the row can be quoted: a line of text tells no spans and no paragraphs in a cell. */
function isPlainRow(row: Node): boolean {
  return row.children.every(
    (cell) =>
      cell.attrs['colspan'] === 1 &&
      cell.attrs['rowspan'] === 1 &&
      cell.childCount <= 1 &&
      cell.children.every((block) => block.isTextblock),
  )
}

import type { ComparativeRow } from '../../compare/row.ts'
import type { ComparativeTable } from '../../compare/table.ts'
import type { UnitRedline } from '../../diff/redline.ts'
import { schema } from '../../schema/schema.ts'
import type { TableColumn } from '../../tradition/tables.ts'
import { isOn, type PageBlock, type PageParagraph, type Run, type Side } from '../page/page.ts'
import { blocksIn, pageUnits } from '../page/unit-page.ts'

/** What one cell of the table holds: words of the table's own, or quoted law. */
export function cellBlocks(
  table: ComparativeTable,
  row: ComparativeRow,
  column: TableColumn,
  n: number,
): readonly PageBlock[] {
  const { words } = table
  switch (column.shows) {
    case 'number':
      return [said(`${n}.`)]
    case 'element':
      return row.elementA === undefined
        ? [said(row.element)]
        : [said(row.elementA), said(words.becomes), said(row.element)]
    case 'current':
      return row.before ? quoted(table, row.before, 'A', row) : [said(words.absent)]
    case 'proposed':
      return row.after ? quoted(table, row.after, 'B', row) : [said(words.excluded)]
    case 'justification': {
      const written = table.justifications.get(row.unit) ?? ''
      return written === '' ? [] : written.split('\n').map((line) => said(line))
    }
    case 'nothing':
      return []
  }
}

/** A paragraph of words that are nobody's law. */
export function said(text: string): PageParagraph {
  const runs: readonly Run[] = [{ fate: 'kept', text, marks: [] }]
  return { kind: 'paragraph', fate: 'kept', role: { name: 'cell', level: 1 }, runs }
}

/** One side of a redline, what differs from the other side set in bold. */
function quoted(
  { profile, words }: ComparativeTable,
  redline: UnitRedline,
  side: Side,
  { abridged }: ComparativeRow,
): readonly PageBlock[] {
  const blocks = blocksIn(pageUnits({ units: [redline] }, profile)).flatMap((block) =>
    oneSide(block, side),
  )
  return abridged ? [...blocks, said(words.omission)] : blocks
}

function oneSide(block: PageBlock, side: Side): readonly PageBlock[] {
  if (!isOn(side, block.fate)) return []
  if (block.kind === 'table') {
    const rows = block.rows.flatMap((row) => {
      const cells = row.cells.map((cell) => ({
        ...cell,
        blocks: cell.blocks.flatMap((inner) => oneSide(inner, side)),
      }))
      return isOn(side, row.fate) ? [{ fate: 'kept' as const, cells }] : []
    })
    return [{ kind: 'table', fate: 'kept', columns: block.columns, rows }]
  }
  const runs = block.runs.flatMap((run): readonly Run[] =>
    isOn(side, run.fate) ? [onSide(run, side)] : [],
  )
  return [{ kind: 'paragraph', fate: 'kept', role: { name: 'cell', level: 1 }, runs }]
}

function onSide({ fate, text, marks, marksA }: Run, side: Side): Run {
  const own = side === 'A' ? (marksA ?? marks) : marks
  const differs = fate !== 'kept' && fate !== 'movedFrom' && fate !== 'movedTo'
  const strong = schema.marks.strong.create()
  return { fate: 'kept', text, marks: differs ? strong.addToSet(own) : own }
}

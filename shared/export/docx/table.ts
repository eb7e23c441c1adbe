import { headRows } from '../page/head-rows.ts'
import type { Fate, PageCell, PageRow, PageTable } from '../page/page.ts'
import { isOn } from '../page/page.ts'
import { isShort } from '../page/short-cell.ts'
import { type MarkedBlock, markParagraphs, markTrackedCell } from './marks.ts'
import { pairedMoves } from './moves.ts'
import { partNeighbors } from './neighbors.ts'
import type { Revisions } from './revisions.ts'

/** Width of the text between the margins, in twentieths of a point: A4 less 3 cm and 1.5 cm. */
const TEXT_WIDTH = 9_355
/** Tables of given shares stand on a page turned: A4 less 1.5 cm on each side. */
const TURNED_WIDTH = 15_138

type BlockXml = (block: MarkedBlock, revisions: Revisions) => string

export function tableXml(table: PageTable, revisions: Revisions, blockXml: BlockXml): string {
  const columns = columnWidths(table)
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const heads = headRows(table)
  const rows = table.rows.map((row, i) => {
    // A comparative table is read across: a row that a page break tears has to be read twice.
    const isWhole = table.widths !== undefined && row.cells.every(isShort)
    const rowKind = (isWhole ? '<w:cantSplit/>' : '') + (i < heads ? '<w:tblHeader/>' : '')
    const cells = placed(row.cells, columns)
      .map(({ cell, width }) => cellXml(cell, row, width, revisions, blockXml))
      .join('')
    return `<w:tr>${rowProperties(rowKind, row, revisions)}${cells}</w:tr>`
  })
  return `<w:tbl>${TABLE_PROPERTIES}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function columnWidths({ columns, widths }: PageTable): readonly number[] {
  if (!widths) return Array<number>(columns).fill(Math.floor(TEXT_WIDTH / columns))
  return widths.map((share) => Math.floor((TURNED_WIDTH * share) / 100))
}

/** Each cell with the width of the columns that it covers. */
function placed(cells: readonly PageCell[], columns: readonly number[]) {
  let from = 0
  return cells.map((cell) => {
    const own = columns.slice(from, from + cell.columns)
    from += cell.columns
    return { cell, width: own.reduce((sum, width) => sum + width, 0) }
  })
}

const TABLE_PROPERTIES =
  '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>' +
  '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"' +
  ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'

/** A moved table's rows are deleted at one place and inserted at the other: rows have no moves. */
function rowProperties(rowKind: string, { fate }: PageRow, revisions: Revisions): string {
  const tag = rowTag(fate)
  const tracked = tag === undefined ? '' : `<w:${tag}${revisions.stamp()}/>`
  return rowKind || tracked ? `<w:trPr>${rowKind}${tracked}</w:trPr>` : ''
}

function rowTag(fate: Fate): 'ins' | 'del' | undefined {
  if (fate === 'kept') return undefined
  return isOn('A', fate) ? 'del' : 'ins'
}

function cellXml(
  cell: PageCell,
  row: PageRow,
  twips: number,
  revisions: Revisions,
  blockXml: BlockXml,
): string {
  const width = `<w:tcW w:w="${twips}" w:type="dxa"/>`
  const wide = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
  const blocks = markCell(cell, row.fate).map((block, i, all) => {
    partNeighbors(all[i - 1], block, revisions)
    return blockXml(block, revisions)
  })
  return `<w:tc><w:tcPr>${width}${wide}${tallXml(cell)}</w:tcPr>${blocks.join('')}</w:tc>`
}

function tallXml({ kind, rows }: PageCell): string {
  if (kind === 'covered') return '<w:vMerge/>'
  return rows > 1 ? '<w:vMerge w:val="restart"/>' : ''
}

function markCell(cell: PageCell, rowFate: Fate): readonly MarkedBlock[] {
  const fate = isOn('A', rowFate) ? 'deleted' : 'inserted'
  const marked =
    rowFate === 'kept'
      ? markParagraphs(cell.blocks)
      : pairedMoves(markTrackedCell(cell.blocks, fate))
  const name = cell.kind === 'header' ? 'cellHeader' : 'cell'
  return marked.map((block) =>
    block.kind === 'paragraph' && block.runs.length === 0
      ? { ...block, role: { name, level: 1 } }
      : block,
  )
}

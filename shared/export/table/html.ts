import type { ComparativeRow } from '../../compare/row.ts'
import type { ComparativeTable } from '../../compare/table.ts'
import type { TableColumn } from '../../tradition/tables.ts'
import type { ExportAbout } from '../about.ts'
import { type BlockContext, blockHtml } from '../html/blocks.ts'
import { htmlDocument } from '../html/document.ts'
import { NoteLinks } from '../html/note-links.ts'
import { pageWords } from '../page/words.ts'
import { xmlText } from '../xml-text.ts'
import { cellBlocks } from './cells.ts'

/** The comparative table as one accessible file, its header repeated on each printed page. */
export function tableHtml(table: ComparativeTable, about: ExportAbout): string {
  const { words, layout, act, bill, rows } = table
  const { columns } = layout
  const context = { words: pageWords(about.language), top: 2, notes: new NoteLinks() }
  const heads = columns.map(({ name }) => `<th scope="col">${xmlText(name)}</th>`).join('')
  const widths = columns.map(({ width }) => `<col width="${width}%">`).join('')
  return htmlDocument({ ...about, title: bill === '' ? `${words.title}. ${act}` : bill }, [
    `<main class="comparative" id="text"><h1 class="title">${xmlText(words.title)}</h1>`,
    bill === '' ? '' : `<p class="preface">${xmlText(bill)}</p>`,
    rows.length === 0 ? `<p>${context.words.unchanged}.</p>` : '',
    `<table><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead>`,
    '<tbody>',
    act === ''
      ? ''
      : `<tr class="act"><th scope="colgroup" colspan="${columns.length}">${xmlText(act)}</th></tr>`,
    ...rows.map((row, i) => rowHtml(table, row, i + 1, context)),
    '</tbody></table></main>',
  ])
}

function rowHtml(
  table: ComparativeTable,
  row: ComparativeRow,
  n: number,
  context: BlockContext,
): string {
  const cell = (column: TableColumn) => {
    const inner = cellBlocks(table, row, column, n)
      .map((block) => blockHtml(block, context))
      .join('')
    return column.shows === 'element' ? `<th scope="row">${inner}</th>` : `<td>${inner}</td>`
  }
  return `<tr>${table.layout.columns.map(cell).join('')}</tr>`
}

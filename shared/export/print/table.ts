import type { ComparativeTable } from '../../compare/table.ts'
import type { ExportAbout } from '../about.ts'
import { tablePage } from '../table/page.ts'
import { frame } from './print.ts'
import { PrintBlocks } from './print-blocks.ts'
import type { PrintDocument } from './print-document.ts'

/** The comparative table for print: landscape, its header on each page. */
export function printTable(table: ComparativeTable, about: ExportAbout): PrintDocument {
  const printed = new PrintBlocks()
  for (const block of tablePage(table)) printed.add(block, undefined)
  const title = table.bill === '' ? `${table.words.title}. ${table.act}` : table.bill
  return {
    ...frame({ ...about, title }),
    turned: true,
    lineNumbers: false,
    summary: null,
    blocks: printed.blocks,
  }
}

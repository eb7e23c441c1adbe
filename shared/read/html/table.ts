import type { Node } from 'prosemirror-model'
import { schema } from '../../schema/schema.ts'
import { itemOf } from '../item.ts'
import { attr, type Element, elementsIn, findElement, isElement, wordsIn } from './dom.ts'

/** Rows of a table, those of tables in its cells left out. */
export function rowsOf(table: Element): readonly Element[] {
  return elementsIn(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return /^t(?:body|head|foot)$/u.test(child.tagName)
      ? elementsIn(child).filter(({ tagName }) => tagName === 'tr')
      : []
  })
}

export function cellsOf(row: Element): readonly Element[] {
  return elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
}

/**
 * What a table is for: `data`, or only the layout of the page. `numbered`: each row is a number and
 * the words of that number.
 */
export function tableUse(table: Element): 'data' | 'layout' | 'numbered' {
  const rows = rowsOf(table).map((row) => cellsOf(row).map(wordsIn))
  if (attr(table, 'role') === 'presentation') return 'layout'
  if (rows.length > 0 && rows.every(isNumbered)) return 'numbered'
  const filled = rows.map((cells) => cells.filter((words) => words !== '').length)
  if (filled.every((count) => count <= 1)) return 'layout'
  if (rows.length === 1) return 'layout'
  return findElement(table, isPage) ? 'layout' : 'data'
}

/** A cell that opens with a number, a dash or a letter of a list, and one with words. */
function isNumbered(cells: readonly string[]): boolean {
  const [number = '', ...words] = cells.filter((words) => words !== '')
  if (words.length !== 1 || number.length > 12) return false
  return /^[–—•·-]$/u.test(number) || itemOf(`${number} x`)?.rest === 'x'
}

/** Characters that no cell of data holds: a cell with more holds a part of the page. */
const PAGE = 20_000

function isPage(element: Element): boolean {
  if (element.tagName !== 'td') return false
  return elementsIn(element).length > 20 && wordsIn(element).length > PAGE
}

/** Blocks of one cell, read by whoever walks the page. */
export type ReadCell = (cell: Element) => readonly Node[]

export function tableNode(table: Element, readCell: ReadCell): Node {
  const rows = rowsOf(table).map((row) =>
    schema.nodes.tableRow.create(
      null,
      cellsOf(row).map((cell) => {
        const type = cell.tagName === 'th' ? schema.nodes.tableHeader : schema.nodes.tableCell
        const attrs = { colspan: spanIn(cell, 'colspan'), rowspan: spanIn(cell, 'rowspan') }
        return type.create(attrs, readCell(cell))
      }),
    ),
  )
  return schema.nodes.table.create(null, rows)
}

/** Cells that a span may cover: HTML has 1 000 columns at most; a span of 0 is one. */
const MAX_SPAN = 1_000

function spanIn(cell: Element, name: string): number {
  const value = Number.parseInt(attr(cell, name), 10)
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), MAX_SPAN)
}

export function captionOf(table: Element): Element | undefined {
  const caption = table.childNodes.find((child) => isElement(child) && child.tagName === 'caption')
  return caption && isElement(caption) ? caption : undefined
}

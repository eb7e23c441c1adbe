import type { Node } from 'prosemirror-model'
import { schema } from '../../schema/schema.ts'
import { foreignNode } from '../draft-unit.ts'
import type { WordBlock, WordCell, WordParagraph, WordTable } from './word-block.ts'

/** The words of a paragraph in a cell. */
export type InlineOf = (paragraph: WordParagraph) => readonly Node[]

/** A table of a Word file as a table of an act; blank paragraphs in cells are layout. */
export function tableNode({ rows }: WordTable, inlineOf: InlineOf): Node {
  return schema.nodes.table.create(
    null,
    rows.map((row) =>
      schema.nodes.tableRow.create(
        null,
        row.map((cell) => cellNode(cell, inlineOf)),
      ),
    ),
  )
}

function cellNode({ columns, rows, header, blocks }: WordCell, inlineOf: InlineOf): Node {
  const heads = header || blocks.some(isTableHeading)
  const type = heads ? schema.nodes.tableHeader : schema.nodes.tableCell
  return type.create(
    { colspan: columns, rowspan: rows },
    blocks.flatMap((block) => blockNode(block, inlineOf) ?? []),
  )
}

function blockNode(block: WordBlock, inlineOf: InlineOf): Node | undefined {
  if (block.kind === 'table') return tableNode(block, inlineOf)
  const inline = inlineOf(block)
  if (inline.length === 0) return undefined
  if (block.style.id === 'Note') return schema.nodes.note.create(null, inline)
  if (block.style.id === 'Foreign') return foreignNode(inline)
  return schema.nodes.paragraph.create(null, inline)
}

/** The style that our own exports give the words of a heading cell. */
function isTableHeading(block: WordBlock): boolean {
  return block.kind === 'paragraph' && block.style.id === 'TableHeading'
}

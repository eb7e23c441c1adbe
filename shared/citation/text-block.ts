import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import { bodyOf, headingOf, type Unit } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import { blockText } from '../structure/canonical-text.ts'

/** A line of text in a unit: its heading, a paragraph or note of its own, or a paragraph in a table's cell. */
export interface TextBlock {
  /** Index among the unit's own blocks; -1 is its heading. */
  readonly block: number
  /** Where the text begins in the block's content: 0 but in a table, where places count its nodes too. */
  readonly offset: number
  readonly node: Node
}

export function textBlocks(unit: Unit): readonly TextBlock[] {
  const { paragraph, note, table } = schema.nodes
  const heading = headingOf(unit)
  const blocks = bodyOf(unit).flatMap((node, block): readonly TextBlock[] => {
    if (node.type === paragraph || node.type === note) return [{ block, offset: 0, node }]
    return node.type === table ? cellBlocks(node).map((one) => ({ ...one, block })) : []
  })
  return heading ? [{ block: -1, offset: 0, node: heading }, ...blocks] : blocks
}

/** The words around a place in a unit's block, and the place in them. */
export function wordsAround(
  unit: Unit,
  place: { readonly block: number; readonly range: TextRange },
): { readonly text: string; readonly range: TextRange } {
  const { start, end } = place.range
  const found = textBlocks(unit).find(
    ({ block, offset, node }) =>
      block === place.block && offset <= start && end <= offset + node.content.size,
  )
  if (!found) return { text: '', range: { start: 0, end: 0 } }
  const { offset, node } = found
  return { text: blockText(node), range: { start: start - offset, end: end - offset } }
}

const cells = new WeakMap<Node, readonly Omit<TextBlock, 'block'>[]>()

function cellBlocks(table: Node): readonly Omit<TextBlock, 'block'>[] {
  const known = cells.get(table)
  if (known) return known
  const found: Omit<TextBlock, 'block'>[] = []
  table.descendants((node, at) => {
    if (node.isTextblock) found.push({ offset: at + 1, node })
    return !node.isTextblock
  })
  cells.set(table, found)
  return found
}

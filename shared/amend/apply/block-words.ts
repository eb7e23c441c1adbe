import type { Node } from 'prosemirror-model'
import { isUnit, type Unit } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import type { Path } from './tree.ts'

/** A run of words of the law that is searched as one: a paragraph, a heading, a cell's paragraph. */
export interface TextBlock {
  readonly path: Path
  readonly node: Node
  readonly text: string
  readonly isHeading: boolean
}

/** The blocks of law of the unit, in order; with `deep` those of the units in it too. */
export function textBlocks(unit: Unit, path: Path, reach: 'own' | 'deep'): readonly TextBlock[] {
  const found: TextBlock[] = []
  const visit = (node: Node, at: Path): void => {
    const { heading, paragraph, note } = schema.nodes
    if (node.type === note) return
    if (node.type === heading || node.type === paragraph) {
      found.push({ path: at, node, text: textOf(node), isHeading: node.type === heading })
      return
    }
    for (let i = 0; i < node.childCount; i++) {
      const child = node.child(i)
      if (reach === 'own' && isUnit(child)) continue
      visit(child, [...at, i])
    }
  }
  visit(unit, path)
  return found
}

/** The words of a block, one UTF-16 unit for each place of its content. */
export function textOf(block: Node): string {
  return block.textBetween(0, block.content.size, ' ', ' ')
}

/** The block with other words in a range; they look as the words before them did. */
export function withWords(block: Node, start: number, end: number, words: string): Node {
  const { content } = block
  const marks =
    content.size === 0
      ? []
      : (block
          .resolve(Math.min(start, content.size))
          .marksAcross(block.resolve(Math.min(Math.max(end, start), content.size))) ?? [])
  const kept = content.cut(0, start)
  const middle = words === '' ? kept : kept.append(schemaText(words, marks))
  return block.copy(middle.append(content.cut(end)))
}

function schemaText(words: string, marks: readonly import('prosemirror-model').Mark[]) {
  return schema.nodes.paragraph.create(null, schema.text(words, marks)).content
}

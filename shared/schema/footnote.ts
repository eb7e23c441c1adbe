import type { Fragment, Node } from 'prosemirror-model'
import { schema } from './schema.ts'

export interface Footnote {
  /** As printed; `null` where the text gives it none. */
  readonly marker: string | null
  readonly text: string
}

export function makeFootnote({ marker, text }: Footnote): Node {
  return schema.nodes.footnote.create({ marker, text })
}

export function isFootnote(node: Node): boolean {
  return node.type === schema.nodes.footnote
}

export function footnoteOf(node: Node): Footnote {
  const { marker, text } = node.attrs
  return { marker: typeof marker === 'string' ? marker : null, text: String(text) }
}

/** The mark that a page shows at the words and before the note. */
export function shownMarker({ marker }: Footnote): string {
  return marker ?? '*'
}

/** The footnotes of a block, table or inline content, in order. */
export function footnotesIn(content: Node | Fragment): readonly Footnote[] {
  const found: Footnote[] = []
  content.descendants((node) => {
    if (isFootnote(node)) found.push(footnoteOf(node))
  })
  return found
}

/** The notes of a block, table or inline content as lines of their own, as a plain text has them behind it. */
export function footnoteLines(content: Node | Fragment): readonly string[] {
  return footnotesIn(content).map((note) => `${shownMarker(note)} ${note.text}`)
}

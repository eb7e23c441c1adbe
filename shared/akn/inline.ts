import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { makeFootnote } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'

/** How white space in the words is read: as XML is printed, or each character as it stands. */
export type WhiteSpace = 'collapse' | 'preserve'

/** Gathers the words of one line, with their marks, breaks and footnotes. */
export class InlineWords {
  space: WhiteSpace = 'collapse'
  private nodes: Node[] = []
  /** Whether the last character is a space that stands for white space. */
  private spaced = true

  get isEmpty(): boolean {
    return this.nodes.length === 0
  }

  text(text: string, marks: readonly Mark[]): void {
    const words = this.space === 'preserve' ? text : this.collapsed(text)
    if (words !== '') this.nodes.push(schema.text(words, marks))
  }

  lineBreak(marks: readonly Mark[]): void {
    this.nodes.push(schema.nodes.hardBreak.create(null, null, marks))
    this.spaced = true
  }

  footnote(marker: string | null, text: string, marks: readonly Mark[]): void {
    this.nodes.push(makeFootnote({ marker, text }).mark(marks))
    this.spaced = false
  }

  /** The words so far; the next begin a new line. */
  take(): readonly Node[] {
    const nodes = this.space === 'preserve' ? this.nodes : trimmed(this.nodes)
    this.nodes = []
    this.spaced = true
    return Fragment.fromArray([...nodes]).content
  }

  private collapsed(text: string): string {
    const single = WHITE.test(text) ? text.replaceAll(/[ \t\r\n]+/g, ' ') : text
    const words = this.spaced && single.startsWith(' ') ? single.slice(1) : single
    if (words !== '') this.spaced = words.endsWith(' ')
    return words
  }
}

const WHITE = /[\t\r\n]| {2}/

/** Without the space that the end of the line leaves behind. */
function trimmed(nodes: readonly Node[]): readonly Node[] {
  const last = nodes.at(-1)
  if (!last?.isText || !last.text?.endsWith(' ')) return nodes
  const rest = last.text.slice(0, -1)
  return [...nodes.slice(0, -1), ...(rest === '' ? [] : [schema.text(rest, last.marks)])]
}

const MARKS: Readonly<Record<string, Mark>> = {
  b: schema.marks.strong.create(),
  i: schema.marks.emphasis.create(),
  u: schema.marks.underline.create(),
  sup: schema.marks.superscript.create(),
  sub: schema.marks.subscript.create(),
}

/** The look that an element gives its words. */
export function markOf(local: string): Mark | undefined {
  return Object.hasOwn(MARKS, local) ? MARKS[local] : undefined
}

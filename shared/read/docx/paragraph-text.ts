import type { Node } from 'prosemirror-model'
import { schema } from '../../schema/schema.ts'
import { type Look, marksOf } from './look.ts'
import { withSaid } from './said-words.ts'
import type { Side, TrackedNote, TrackedPiece } from './tracked.ts'
import type { WordParagraph } from './word-block.ts'

/** The words of a paragraph as an act holds them. */
export interface ParagraphText {
  /** On one line, outer spaces gone and inner ones one; a footnote among the words is a space. */
  readonly text: string
  /** Inline nodes as long as `text`; only footnotes may follow behind it. */
  readonly inline: readonly Node[]
  /** The printed number that the program counts, which opens `text`; `''` for none. */
  readonly number: string
  /** Words that the file hides. */
  readonly hidden: string
}

/** Gives the footnote that a reference stands for: its mark and its words. */
export type NoteOf = (note: TrackedNote) => Node

/** The words of a paragraph with white space folded, its number before them. */
export function paragraphText(
  { pieces, label }: WordParagraph,
  side: Side,
  noteOf: NoteOf,
): ParagraphText {
  const folded = new FoldedText()
  const number = label?.text.trim().replaceAll(/\s+/g, ' ') ?? ''
  if (number !== '') {
    folded.add(number, PLAIN_MARKS)
    if (label?.suffix !== 'nothing') folded.add(' ', PLAIN_MARKS)
  }
  let hidden = ''
  for (const piece of pieces) {
    if (piece.is === 'note') folded.leaf(said(noteOf(piece), piece))
    if (piece.is !== 'text') continue
    const look = lookOn(piece, side)
    if (look.hidden) hidden += piece.text
    else folded.add(piece.text, withSaid(marksOf(look), piece.said))
  }
  return { ...folded.end(), number, hidden }
}

/** The words of a paragraph to the letter, as our own exports write them. */
export function exactInline(
  pieces: readonly TrackedPiece[],
  side: Side,
  noteOf: NoteOf,
): readonly Node[] {
  return pieces.flatMap((piece): readonly Node[] => {
    if (piece.is === 'note') return [said(noteOf(piece), piece)]
    if (piece.is !== 'text') return []
    const marks = withSaid(marksOf(lookOn(piece, side)), piece.said)
    return piece.text
      .split(/(\n)/)
      .filter((part) => part !== '')
      .map((part) =>
        part === '\n' ? schema.nodes.hardBreak.create(null, null, marks) : schema.text(part, marks),
      )
  })
}

function said(note: Node, { said: threads }: TrackedNote): Node {
  return threads.length === 0 ? note : note.mark(withSaid(note.marks, threads))
}

function lookOn(
  { look, lookBase }: { readonly look: Look; readonly lookBase: Look },
  side: Side,
): Look {
  return side === 'base' ? lookBase : look
}

const PLAIN_MARKS: ReturnType<typeof marksOf> = []

/** Grows by words of one look each; white space is written when words follow it. */
class FoldedText {
  private text = ''
  private readonly nodes: Node[] = []
  private space: 'none' | 'space' | 'break' = 'none'
  private notes: Node[] = []

  add(words: string, marks: ReturnType<typeof marksOf>): void {
    for (const part of words.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        const isBreak = /[\n\u2028]/.test(part) || this.space === 'break'
        this.space = isBreak ? 'break' : 'space'
        continue
      }
      this.between()
      this.text += part
      this.nodes.push(schema.text(part, marks))
    }
  }

  /** A footnote hangs on the words before it, and waits for words behind it to stand among them. */
  leaf(node: Node): void {
    this.notes.push(node)
  }

  private between(): void {
    for (const note of this.notes) {
      this.text += ' '
      this.nodes.push(note)
    }
    const spaced = this.space !== 'none' && this.text !== ''
    if (spaced) {
      this.text += ' '
      this.nodes.push(this.space === 'break' ? schema.nodes.hardBreak.create() : schema.text(' '))
    }
    this.notes = []
    this.space = 'none'
  }

  end(): { readonly text: string; readonly inline: readonly Node[] } {
    return { text: this.text, inline: [...this.nodes, ...this.notes] }
  }
}

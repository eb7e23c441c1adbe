import type { Mark, Node } from 'prosemirror-model'
import type { TextRange } from '../../base/range.ts'
import { type Footnote, makeFootnote } from '../../schema/footnote.ts'
import { schema } from '../../schema/schema.ts'
import { isRaised } from './looks.ts'

/** A paragraph or a table of a page before its words are read. */
export interface PageParagraph {
  readonly is: 'paragraph' | 'bullet' | 'note' | 'contents' | 'table' | 'lines'
  readonly pieces: readonly Piece[]
  readonly table?: Node
  readonly range: TextRange
}

/** Words of one look; a break of the line is a piece of its own, `\n`. */
export interface Piece {
  readonly text: string
  readonly marks: readonly Mark[]
  /** Where its source begins. */
  readonly at: number
  /** The note that hangs here; the text is then one space. */
  readonly footnote?: Footnote
}

export function hasWords({ text, footnote }: Piece): boolean {
  return footnote !== undefined || text.trim() !== ''
}

export function inlineNode({ text, marks, footnote }: Piece): Node {
  if (footnote) return makeFootnote(footnote)
  return text === '\n' ? schema.nodes.hardBreak.create() : schema.text(text, marks)
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A number that opens a paragraph, before its raised figure: «Статья 44», «3», "44". */
const OPENING_NUMBER = /^(?:[\p{L}§]+\.?\s?)?\d{1,4}(?:-\d{1,3})?$/u

/** Characters in which a number that opens a paragraph stands. */
const OPENING = 40

/** The words of one paragraph while the page is walked: white space folded as browsers fold it. */
export class Pieces {
  private pieces: Piece[] = []
  /** The first words, as far as a number that opens the paragraph may go. */
  private opening = ''
  private endsInSpace = true
  private hasWords = false
  /** Numbers whose raised figure was taken into the number: `44¹`. */
  readonly raised: TextRange[] = []

  get isEmpty(): boolean {
    return !this.hasWords
  }

  add(value: string, marks: readonly Mark[], at: number): void {
    let text = value.replaceAll(/\s+/gu, ' ')
    if (this.endsInSpace) text = text.trimStart()
    if (text === '') return
    if (isRaised(marks) && /^\d{1,3}$/u.test(text) && OPENING_NUMBER.test(this.opening)) {
      const raised = [...text].map((digit) => RAISED[Number(digit)]).join('')
      this.raised.push({ start: at, end: at + value.length })
      this.push({ text: raised, marks: [], at })
    } else this.push({ text, marks, at })
  }

  /** White space and line breaks as they stand. */
  addVerbatim(value: string, marks: readonly Mark[], at: number): void {
    let from = at
    for (const [i, line] of value.split(/\r\n|[\r\n]/u).entries()) {
      if (i > 0) this.breakLine(from)
      if (line !== '') this.push({ text: line, marks, at: from })
      from += line.length + 1
    }
  }

  breakLine(at: number): void {
    this.push({ text: '\n', marks: [], at })
  }

  /** A note hangs on the words before it. */
  hang(footnote: Footnote, at: number): void {
    this.push({ text: ' ', marks: [], at, footnote })
    this.endsInSpace = false
    this.hasWords = true
  }

  take(): readonly Piece[] {
    const taken = this.pieces
    this.pieces = []
    this.opening = ''
    this.endsInSpace = true
    this.hasWords = false
    return taken
  }

  private push(piece: Piece): void {
    this.pieces.push(piece)
    if (this.opening.length < OPENING) this.opening += piece.text
    this.endsInSpace = /\s$/u.test(piece.text.slice(-1))
    this.hasWords ||= piece.text.trim() !== ''
  }
}

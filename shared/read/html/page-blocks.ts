import { Fragment, type Node } from 'prosemirror-model'
import type { Problem } from '../../base/problem.ts'
import type { TextRange } from '../../base/range.ts'
import { footnoteLines } from '../../schema/footnote.ts'
import { schema } from '../../schema/schema.ts'
import type { ReadingWords } from '../../tradition/reading.ts'
import type { BlockSource } from '../act-of-blocks.ts'
import type { Block, Role } from '../block.ts'
import { Blocks } from '../blocks.ts'
import { headReader, type ReadHead } from '../head.ts'
import { itemOf } from '../item.ts'
import { layoutOf } from '../layout.ts'
import { linesOf } from '../line.ts'
import { paragraphRole } from '../paragraph-role.ts'
import { isTitle } from '../title.ts'
import { furniture } from './left-out.ts'
import { hasWords, inlineNode, type PageParagraph, type Piece } from './paragraph.ts'

/** The paragraphs of a page as blocks of a text, and where each place of that text stands in the HTML. */
export interface PageBlocks {
  readonly source: BlockSource
  readonly placeInHtml: (position: number) => number
}

export function pageBlocks(paragraphs: readonly PageParagraph[], words: ReadingWords): PageBlocks {
  const writer = new PageWriter(words)
  for (const paragraph of paragraphs) writer.paragraph(paragraph)
  return { source: writer.source(), placeInHtml: (position) => writer.placeInHtml(position) }
}

/** Line breaks in one paragraph from which on they are all the page has to part paragraphs. */
const BROKEN = 8

class PageWriter {
  private readonly chunks: string[] = []
  private length = 0
  private readonly blocks: Block[] = []
  private readonly furniture: Problem[] = []
  private readonly places: { readonly at: number; readonly html: number }[] = []
  private readonly words: ReadingWords
  private readonly readHead: ReadHead

  constructor(words: ReadingWords) {
    this.words = words
    this.readHead = headReader(words)
  }

  source(): BlockSource {
    return {
      text: this.chunks.join(''),
      blocks: this.blocks,
      problems: this.furniture,
      leftOut: [],
    }
  }

  placeInHtml(position: number): number {
    let low = 0
    let high = this.places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.places[middle]?.at ?? 0) <= position) low = middle + 1
      else high = middle
    }
    const found = this.places[low - 1]
    return found ? found.html + position - found.at : 0
  }

  paragraph({ is, pieces, table, range }: PageParagraph): void {
    if (table) this.table(table, range)
    else if (is === 'lines' || is === 'table') this.lines(pieces)
    else {
      const segments = segmentsOf(pieces)
      const parts = segments.length > BROKEN ? this.byMeaning(segments) : this.byUnits(segments)
      for (const part of parts) this.part(part, is)
    }
  }

  private table(table: Node, { start }: TextRange): void {
    const rows = table.children.map((row) =>
      [row.textBetween(0, row.content.size, ' ', ' '), ...footnoteLines(row.content)].join(' '),
    )
    const text = rows.join(' ').replaceAll(/\s+/gu, ' ').trim()
    if (text !== '') this.block(text, { is: 'table', table }, start)
  }

  /** Preformatted lines are read as those of plain text. */
  private lines(pieces: readonly Piece[]): void {
    const text = pieces.map((piece) => piece.text).join('')
    const start = this.length
    for (const [i, piece] of pieces.entries()) {
      const before = pieces.slice(Math.max(0, i - 1), i)[0]
      const at = (this.places.at(-1)?.at ?? start) + (before?.text.length ?? 0)
      this.places.push({ at: i === 0 ? start : at, html: piece.at })
    }
    this.write(`${text}\n`)
    const lines = linesOf(text)
    const blocks = new Blocks(this.words, layoutOf(lines, headReader(this.words)))
    for (const line of lines) {
      const range = { start: line.range.start + start, end: line.range.end + start }
      blocks.add({ ...line, range })
    }
    for (const block of blocks.end()) this.blocks.push(block)
  }

  /** A paragraph whose breaks stay in it, but where a number or an empty line follows one. */
  private byUnits(segments: readonly Segment[]): readonly (readonly Segment[])[] {
    return partsOf(segments, (_, segment) => this.opensUnit(wordsOf(segment)))
  }

  /** A page that has no paragraphs but lines: a sentence that ends, or a head, ends one. */
  private byMeaning(segments: readonly Segment[]): readonly (readonly Segment[])[] {
    return partsOf(segments, (before, segment) => {
      const words = wordsOf(before)
      return (
        this.opensUnit(wordsOf(segment)) ||
        /[.;:!?]$/u.test(words) ||
        (this.readHead(words) !== undefined && /^\p{Lu}/u.test(wordsOf(segment)))
      )
    })
  }

  private opensUnit(words: string): boolean {
    return (
      this.readHead(words) !== undefined ||
      itemOf(words) !== undefined ||
      this.words.note.test(words)
    )
  }

  private part(segments: readonly Segment[], is: Exclude<PageParagraph['is'], 'table' | 'lines'>) {
    const nodes: Node[] = []
    const places: { at: number; html: number }[] = []
    let text = ''
    for (const [i, segment] of segments.entries()) {
      if (i > 0) {
        nodes.push(schema.nodes.hardBreak.create())
        text += ' '
      }
      for (const piece of segment) {
        places.push({ at: this.length + text.length, html: piece.at })
        nodes.push(inlineNode(piece))
        text += piece.text
      }
    }
    // Behind the words only notes hang, which are no part of their length.
    text = text.trimEnd()
    const start = places[0]?.html ?? 0
    if (this.words.chrome.test(text)) {
      this.furniture.push(furniture(text, { start, end: start + text.length }))
      return
    }
    const own = paragraphRole(text, this.words, this.readHead)
    const role: Role = is === 'paragraph' || (is === 'bullet' && own.is !== 'text') ? own : { is }
    for (const place of places) this.places.push(place)
    this.block(text, role, start, looks(nodes, role.is === 'head' || isTitle(text)))
  }

  private block(text: string, role: Role, html: number, inline?: readonly Node[]): void {
    if (this.places.at(-1)?.at !== this.length && inline === undefined)
      this.places.push({ at: this.length, html })
    const range = { start: this.length, end: this.length + text.length }
    this.blocks.push(inline === undefined ? { text, range, role } : { text, range, role, inline })
    this.write(`${text}\n`)
    const notes = inline ? footnoteLines(Fragment.from(inline)) : []
    for (const line of notes) this.write(`${line}\n`)
  }

  private write(text: string): void {
    this.chunks.push(text)
    this.length += text.length
  }
}

/** Words between two breaks of the line, without outer spaces and never empty. */
type Segment = readonly Piece[]

function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const segments: Piece[][] = [[]]
  for (const piece of pieces)
    if (piece.text === '\n') segments.push([])
    else segments.at(-1)?.push(piece)
  return segments.map(trimmed)
}

function trimmed(pieces: Segment): Segment {
  const first = pieces.findIndex(hasWords)
  const last = pieces.findLastIndex(hasWords)
  const lastWords = pieces.findLastIndex(({ text }) => text.trim() !== '')
  return pieces.slice(first, last + 1).flatMap((piece, i) => {
    if (piece.footnote) return [piece]
    let { text, at } = piece
    if (i === 0) {
      text = text.trimStart()
      at += piece.text.length - text.length
    }
    if (first + i >= lastWords) text = text.trimEnd()
    return text === '' ? [] : [{ ...piece, text, at }]
  })
}

/** Segments in parts: an empty one, or one that answers, opens the next. */
function partsOf(
  segments: readonly Segment[],
  opens: (before: Segment, segment: Segment) => boolean,
): readonly (readonly Segment[])[] {
  const parts: Segment[][] = []
  let isBlank = true
  for (const segment of segments) {
    const open = parts.at(-1)
    const before = open?.at(-1)
    if (segment.length === 0) isBlank = true
    else {
      if (!open || !before || isBlank || opens(before, segment)) parts.push([segment])
      else open.push(segment)
      isBlank = false
    }
  }
  return parts
}

function wordsOf(segment: Segment): string {
  return segment.map(({ text }) => text).join('')
}

/** How words look, where they do; a heading is bold as a heading, so that a look of all its words says nothing. */
function looks(nodes: readonly Node[], isHeading: boolean): readonly Node[] | undefined {
  const texts = nodes.filter(({ isText }) => isText)
  const uniform = isHeading
    ? (texts[0]?.marks ?? []).filter((mark) => texts.every(({ marks }) => mark.isInSet(marks)))
    : []
  const own = nodes.map((node) => node.mark(node.marks.filter((mark) => !mark.isInSet(uniform))))
  const isPlain = own.every(({ isText, marks }) => isText && marks.length === 0)
  return isPlain ? undefined : Fragment.from(own).content
}

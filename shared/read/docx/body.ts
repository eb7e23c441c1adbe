import type { CommentTies } from './comment-ties.ts'
import { Fields } from './fields.ts'
import { MoveRanges } from './move-ranges.ts'
import { markedBy, sidesOf } from './revision.ts'
import { chosen, piecesOf } from './runs.ts'
import { SaidRanges } from './said-ranges.ts'
import {
  isDropCap,
  numberOf,
  type ParagraphProperties,
  paragraphProperties,
  type Styles,
} from './styles.ts'
import {
  BOTH,
  type Sides,
  type TrackedBlock,
  type TrackedCell,
  type TrackedParagraph,
  type TrackedPiece,
  type TrackedRow,
  type TrackedTable,
  within,
} from './tracked.ts'
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './xml.ts'

/** Reads the blocks of a part; gives each paragraph its place in the order of the file. */
export class BodyReader {
  private readonly styles: Styles
  private fields: Fields | undefined
  private readonly moves = new MoveRanges()
  private origin = 0
  private bookmarks: string[] = []
  private readonly said: SaidRanges

  constructor(styles: Styles, threads: CommentTies['roots'] = new Map()) {
    this.styles = styles
    this.said = new SaidRanges(threads)
  }

  /** The blocks of a body, a header, a note or whatever else holds blocks. */
  blocks(part: XmlElement): readonly TrackedBlock[] {
    this.fields = new Fields(part)
    this.said.reset()
    const out: TrackedBlock[] = []
    this.into(out, part, BOTH)
    return out
  }

  private into(out: TrackedBlock[], parent: XmlElement, sides: Sides): void {
    for (const element of elementsOf(parent)) this.block(out, element, sides)
  }

  private block(out: TrackedBlock[], element: XmlElement, sides: Sides): void {
    switch (element.name) {
      case 'w:p':
        this.paragraph(out, element, sides)
        break
      case 'w:tbl':
        out.push(this.table(element, sides))
        break
      case 'w:bookmarkStart':
        this.bookmarks.push(element.attributes['w:name'] ?? '')
        break
      case 'w:moveFromRangeStart':
      case 'w:moveToRangeStart':
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeEnd':
        this.moves.mark(element)
        break
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.said.mark(element)
        break
      case 'mc:AlternateContent':
        this.into(out, chosen(element), sides)
        break
      case 'w:sdt':
        this.into(out, childOf(element, 'w:sdtContent') ?? element, sides)
        break
      case 'w:sectPr':
      case 'w:sdtPr':
      case 'w:customXmlPr':
        break
      default:
        this.into(out, element, within(sides, sidesOf(element.name) ?? BOTH))
    }
  }

  private paragraph(out: TrackedBlock[], element: XmlElement, sides: Sides): void {
    const properties = childOf(element, 'w:pPr')
    const markProperties = elementsOf(childOf(properties, 'w:rPr'))
    const mark = markedBy(markProperties)
    const own = paragraphProperties(properties)
    const fields = this.fields ?? new Fields(element)
    const bookmarks = this.bookmarks
    this.bookmarks = []
    const origin = this.origin++
    const boxes: TrackedBlock[] = []
    const style = this.styles.style(own.style ?? this.styles.standard)
    const contents = fields.inContents
    const dropCap = style.dropCap || isDropCap(properties)
    const pieces = piecesOf(
      element,
      {
        styles: this.styles,
        fields,
        hidden: style.look.hidden === true,
        box: (content, inside) => this.into(boxes, content, inside),
        bookmark: (name) => bookmarks.push(name),
        moveRange: (range) => this.moves.mark(range),
        said: this.said,
      },
      sides,
    )
    const paragraph: TrackedParagraph = {
      kind: 'paragraph',
      origin,
      properties: own,
      propertiesBase: earlierProperties(properties, own),
      pieces: dropCap ? tight(pieces) : pieces,
      mark: dropCap ? NEITHER : within(sides, mark.sides),
      markChange: mark.change,
      bookmarks,
      move: this.moves.around(mark.change?.kind),
      contents: contents || fields.inContents || /^toc/i.test(style.name),
    }
    out.push(paragraph, ...boxes)
  }

  private table(element: XmlElement, sides: Sides): TrackedTable {
    const rows: TrackedRow[] = []
    const bookmarks = this.bookmarks
    this.bookmarks = []
    const origin = this.origin++
    this.rows(rows, element, sides)
    return { kind: 'table', origin, bookmarks: [...bookmarks, ...marksIn(rows)], rows }
  }

  private rows(out: TrackedRow[], parent: XmlElement, sides: Sides): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:tr') out.push(this.row(element, sides))
      else if (element.name === 'w:bookmarkStart')
        this.bookmarks.push(element.attributes['w:name'] ?? '')
      else if (/^w:commentRange/.test(element.name)) this.said.mark(element)
      else if (!NO_ROWS.has(element.name))
        this.rows(out, element, within(sides, sidesOf(element.name) ?? BOTH))
    }
  }

  private row(element: XmlElement, sides: Sides): TrackedRow {
    const properties = childOf(element, 'w:trPr')
    const marked = markedBy(elementsOf(properties))
    const inside = within(sides, marked.sides)
    const cells: TrackedCell[] = []
    this.cells(cells, element, inside)
    return {
      sides: inside,
      change: marked.change,
      heads: switchOf(properties, 'w:tblHeader') === true,
      before: columnsOf(valOf(properties, 'w:gridBefore'), 0),
      cells,
    }
  }

  private cells(out: TrackedCell[], parent: XmlElement, sides: Sides): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:tc') out.push(this.cell(element, sides))
      else if (/^w:commentRange/.test(element.name)) this.said.mark(element)
      else if (!NO_ROWS.has(element.name))
        this.cells(out, element, within(sides, sidesOf(element.name) ?? BOTH))
    }
  }

  private cell(element: XmlElement, sides: Sides): TrackedCell {
    const properties = childOf(element, 'w:tcPr')
    const blocks: TrackedBlock[] = []
    const inside = within(sides, markedBy(elementsOf(properties)).sides)
    this.into(blocks, element, inside)
    return {
      sides: inside,
      columns: columnsOf(valOf(properties, 'w:gridSpan'), 1),
      merge: mergeOf(properties),
      joinsBefore: valOf(properties, 'w:hMerge') === 'continue',
      blocks,
    }
  }
}

/** Without the space behind the letter, which no word has. */
function tight(pieces: readonly TrackedPiece[]): readonly TrackedPiece[] {
  return pieces.map((piece) =>
    piece.is === 'text' ? { ...piece, text: piece.text.trim() } : piece,
  )
}

const NEITHER: Sides = { base: false, draft: false }

const NO_ROWS: ReadonlySet<string> = new Set([
  'w:tblPr',
  'w:tblGrid',
  'w:tblPrEx',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:customXmlPr',
])

/** Word's own limit on the columns of a table. */
const MAX_COLUMNS = 63

function columnsOf(value: string | undefined, least: number): number {
  return Math.max(least, Math.min(numberOf(value) ?? least, MAX_COLUMNS))
}

function mergeOf(properties: XmlElement | undefined): TrackedCell['merge'] {
  const merge = childOf(properties, 'w:vMerge')
  const own =
    merge === undefined
      ? undefined
      : merge.attributes['w:val'] === 'restart'
        ? ('restart' as const)
        : ('continue' as const)
  const change = childOf(properties, 'w:cellMerge')?.attributes
  if (!change) return { base: own, draft: own }
  return { base: tracked(change['w:vMergeOrig']), draft: tracked(change['w:vMerge']) }
}

function tracked(value: string | undefined): 'restart' | 'continue' | undefined {
  if (value === 'cont') return 'continue'
  return value === 'rest' ? 'restart' : undefined
}

/** The properties with changes of format, and of numbering, rejected. */
function earlierProperties(
  properties: XmlElement | undefined,
  own: ParagraphProperties,
): ParagraphProperties {
  const change = childOf(properties, 'w:pPrChange')
  if (change) return paragraphProperties(childOf(change, 'w:pPr'))
  const numbering = childOf(properties, 'w:numPr')
  return childOf(numbering, 'w:ins') ? { ...own, list: undefined, level: undefined } : own
}

/** The bookmarks in the first paragraph of a table, which speak of the table. */
function marksIn(rows: readonly TrackedRow[]): readonly string[] {
  const first = rows[0]?.cells[0]?.blocks[0]
  return first?.bookmarks ?? []
}

import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { type Problem, problem } from '../base/problem.ts'
import { type Footnote, footnotesIn } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'
import type { Doubts } from './doubts.ts'
import { type Element, elementsIn, firstNamed, lineOf } from './element.ts'
import { READ_WITH_PREVIOUS } from './holes.ts'
import { InlineWords, markOf } from './inline.ts'
import { isBlock, isInline } from './names.ts'

/** What the reading of one block needs to know of the document around it. */
export interface BlockContext {
  /** The document or fragment that positions count in. */
  readonly source: string
  /** Whether the markup is our own, in which nothing is there for the layout alone. */
  readonly own: boolean
  /** The notes of the metadata by id, for `noteRef`. */
  readonly notes: ReadonlyMap<string, Footnote>
  /** Absent where the same text was read before and its doubts are told. */
  readonly doubts?: Doubts
  /** The markup of the element, which the first of its blocks keeps for all of them; absent where none is kept. */
  readonly kept?: string
}

/** The blocks that one element below the units is read as; none if it says nothing. */
export function readBlocks(element: Element, context: BlockContext): readonly Node[] {
  const reader = new BlockReader(context)
  reader.block(element)
  const blocks = reader.end()
  const [only] = blocks
  if (context.kept === undefined || blocks.length !== 1 || only?.type !== schema.nodes.unknown)
    return blocks
  return [only.type.create({ source: context.kept })]
}

class BlockReader {
  private readonly context: BlockContext
  private readonly out: Node[] = []
  private readonly words = new InlineWords()
  /** A number that stands before the words to come. */
  private lead = ''
  private isNote = false

  constructor(context: BlockContext) {
    this.context = context
  }

  end(): readonly Node[] {
    this.flush()
    this.openLine()
    this.flush()
    return this.out
  }

  block(element: Element): void {
    this.flush()
    this.isNote = false
    const { local } = element
    if (local === 'num' && !firstNamed(element, 'authorialNote')) {
      this.lead += `${lineOf(element)} `
      if (element.attributes['bapta:as'] !== 'line') return
      this.lead = this.lead.trimEnd()
      this.openLine()
      this.flush()
      return
    }
    if (local === 'table') this.table(element)
    else if (local === 'foreign' || local === 'math') this.foreign(element)
    else if (local === 'quotedStructure' || local === 'embeddedStructure') this.quoted(element)
    else if (this.context.own && local === 'p') this.ownParagraph(element)
    else {
      this.isNote = isEditorial(element)
      this.inside(element, [])
    }
    this.flush()
  }

  private inside(element: Element, marks: readonly Mark[]): void {
    const space = this.words.space
    if (element.attributes['xml:space'] === 'preserve') this.words.space = 'preserve'
    for (const [i, child] of element.children.entries()) {
      const before = element.children[i - 1]
      if (typeof child === 'string') {
        if (!this.endsQuotation(before, child)) this.text(child, marks)
      } else if (this.endsLine(child)) this.block(child)
      else this.inline(child, marks)
    }
    if (this.words.space !== space) {
      this.flush()
      this.words.space = space
    }
  }

  /** A stop behind quoted units of ours stands on the line that ends them. */
  private endsQuotation(before: Element | string | undefined, text: string): boolean {
    if (!this.context.own || typeof before !== 'object' || before.local !== 'quotedStructure')
      return false
    return this.extendsLast(text)
  }

  /** Puts words behind the last line; false where there is none. */
  private extendsLast(text: string): boolean {
    const last = this.out.at(-1)
    if (!last?.isTextblock) return false
    const content = Fragment.fromArray([...last.children, schema.text(text)])
    this.out[this.out.length - 1] = last.copy(content)
    return true
  }

  private text(text: string, marks: readonly Mark[]): void {
    if (text.trim() !== '') this.openLine()
    this.words.text(text, marks)
  }

  /** Puts the number that waits for its words before them. */
  private openLine(): void {
    const { lead } = this
    this.lead = ''
    this.words.text(lead, [])
  }

  private inline(element: Element, marks: readonly Mark[]): void {
    const { local, attributes } = element
    const mark = markOf(local)
    if (mark) this.inside(element, mark.addToSet(marks))
    else if (local === 'br') this.words.lineBreak(marks)
    else if (local === 'authorialNote') this.footnote(element, marks)
    else if (local === 'noteRef') this.noteRef(element, marks)
    else if (local === 'quotedText' || local === 'embeddedText') {
      this.text(attributes['startQuote'] ?? '', marks)
      this.inside(element, marks)
      this.words.text(attributes['endQuote'] ?? '', marks)
    } else {
      if (local === 'img') this.tell(problem('akn/image', {}, about(element, 'info')))
      if (local === 'del') this.tell(problem('akn/deleted-words', {}, about(element, 'warning')))
      this.inside(element, marks)
    }
  }

  /** A line ends before a block, and before what is unknown and holds one. */
  private endsLine(element: Element): boolean {
    if (isInline(element.local)) return false
    if (isBlock(element.local)) return true
    const { name } = element
    this.tell(problem('akn/unknown-element', { name }, about(element, 'info')))
    return holdsBlock(element)
  }

  private flush(): void {
    const nodes = this.words.take()
    if (nodes.length === 0) return
    const type = this.isNote ? schema.nodes.note : schema.nodes.paragraph
    this.out.push(type.create(this.attrs(), nodes))
  }

  private attrs(): { readonly source: string } | null {
    const { kept } = this.context
    if (kept === undefined) return null
    return { source: this.out.length === 0 ? kept : READ_WITH_PREVIOUS }
  }

  private quoted(element: Element): void {
    const { startQuote = '', endQuote = '' } = element.attributes
    this.lead += startQuote
    this.inside(element, [])
    this.flush()
    if (endQuote !== '' && !this.extendsLast(endQuote)) this.words.text(endQuote, [])
  }

  private footnote(element: Element, marks: readonly Mark[]): void {
    const { marker } = element.attributes
    this.openLine()
    const text = footnoteText(element, this.context)
    this.words.footnote(marker ?? null, text, marks)
  }

  private noteRef({ attributes }: Element, marks: readonly Mark[]): void {
    const { href, marker } = attributes
    const note = href === undefined ? undefined : this.context.notes.get(href.replace(/^#/, ''))
    if (note) this.words.footnote(marker ?? note.marker, note.text, marks)
    else if (marker !== undefined) {
      this.text(marker, schema.marks.superscript.create().addToSet(marks))
    }
  }

  /** A table of HTML is one like ours; of a formula the words alone would say something else. */
  private foreign(element: Element): void {
    if (firstNamed(element, 'table')) {
      this.inside(element, [])
      return
    }
    const source = this.context.source.slice(element.start, element.end)
    this.out.push(schema.nodes.unknown.create({ source }))
    const words = lineOf(element)
    this.tell(problem('akn/foreign', { words }, about(element, 'info')))
  }

  /** A paragraph of ours stands for exactly one block, whatever is in it. */
  private ownParagraph(element: Element): void {
    const { attributes } = element
    const as = attributes['bapta:as']
    if (attributes['bapta:absent'] !== undefined) return
    if (as === 'table') {
      this.out.push(schema.nodes.table.create(this.attrs()))
      return
    }
    if (as === 'unknown') {
      const source = element.children.filter((child) => typeof child === 'string').join('')
      this.out.push(schema.nodes.unknown.create({ source }))
      return
    }
    const count = this.out.length
    this.isNote = isEditorial(element)
    this.inside(element, [])
    this.flush()
    const type = this.isNote ? schema.nodes.note : schema.nodes.paragraph
    if (this.out.length === count) this.out.push(type.create(this.attrs()))
    this.isNote = false
  }

  private table(element: Element): void {
    const rows: Node[] = []
    for (const child of elementsIn(element)) {
      if (child.local === 'caption') this.block(child)
      else if (child.local === 'tr') rows.push(this.row(child))
      else for (const row of elementsIn(child)) if (row.local === 'tr') rows.push(this.row(row))
    }
    if (rows.length > 0) this.out.push(schema.nodes.table.create(this.attrs(), rows))
  }

  private row(element: Element): Node {
    const cells = elementsIn(element).filter(
      ({ local, attributes }) =>
        (local === 'td' || local === 'th') && attributes['bapta:absent'] === undefined,
    )
    return schema.nodes.tableRow.create(
      null,
      cells.map((cell) => this.cell(cell)),
    )
  }

  private cell(element: Element): Node {
    const type = element.local === 'th' ? schema.nodes.tableHeader : schema.nodes.tableCell
    const { kept: _, ...context } = this.context
    const reader = new BlockReader(context)
    reader.inside(element, [])
    const { colspan, rowspan } = element.attributes
    const colwidth = widths(element.attributes['bapta:colwidth'])
    return type.create({ colspan: span(colspan), rowspan: span(rowspan), colwidth }, [
      ...reader.end(),
    ])
  }

  private tell(doubt: Problem): void {
    this.context.doubts?.tell(doubt)
  }
}

/** The words of a note on one line. */
function footnoteText(element: Element, context: BlockContext): string {
  const only = elementsIn(element)[0]
  if (context.own && only) return only.children.filter((c) => typeof c === 'string').join('')
  const { kept: _, ...around } = context
  return readBlocks(element, { ...around, own: false })
    .flatMap((block) => [block.textContent, ...footnotesIn(block).map(({ text }) => text)])
    .map((words) => words.replaceAll('\n', ' ').trim())
    .join(' ')
}

/** A paragraph that holds nothing but a remark of the editor is a publisher's note. */
function isEditorial(element: Element): boolean {
  const said = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = said
  return said.length === 1 && typeof only === 'object' && only.local === 'remark'
}

function holdsBlock(element: Element): boolean {
  return elementsIn(element).some((child) => isBlock(child.local) || holdsBlock(child))
}

/** More columns or rows than this no table of law has; a grid of millions of cells is an attack. */
const MAX_SPAN = 1_000

function span(value: string | undefined): number {
  const number = Number(value ?? 1)
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), MAX_SPAN) : 1
}

function widths(value: string | undefined): readonly number[] | null {
  return value === undefined ? null : value.split(' ').map(Number)
}

function about({ start, end }: Element, severity: 'info' | 'warning') {
  return { severity, source: { start, end: Math.max(start, end) } }
}

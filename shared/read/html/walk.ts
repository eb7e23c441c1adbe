import type { Mark, Node } from 'prosemirror-model'
import type { Problem } from '../../base/problem.ts'
import { schema } from '../../schema/schema.ts'
import { isContents, leftOutAs } from './chrome.ts'
import {
  attr,
  type Element,
  findElement,
  isElement,
  isText,
  type Page,
  rangeOf,
  wordsIn,
} from './dom.ts'
import { LeftOutWords } from './left-out.ts'
import { listNumbers } from './lists.ts'
import { marksIn } from './looks.ts'
import { withMarkedNotes } from './marked-notes.ts'
import { type PageNotes, pageNotes } from './page-notes.ts'
import { hasWords, inlineNode, type PageParagraph, type Piece, Pieces } from './paragraph.ts'
import { captionOf, cellsOf, rowsOf, tableNode, tableUse } from './table.ts'

/** A page as its paragraphs in order, and what of it is no text. Offsets count in the HTML. */
export interface WalkedPage {
  readonly paragraphs: readonly PageParagraph[]
  readonly problems: readonly Problem[]
}

export function walkedPage(page: Page, html: string): WalkedPage {
  const main = findElement(page, isMain)
  const walk = new Walk(main, pageNotes(page))
  walk.children(page, { marks: [], is: 'paragraph', isVerbatim: false, isInMain: false, depth: 0 })
  walk.endParagraph('paragraph')
  return { paragraphs: withMarkedNotes(walk.paragraphs), problems: walk.leftOut.problems(html) }
}

/** The blocks of one element by itself, as those of a cell: paragraphs, notes and tables. */
export function cellBlocks(element: Element, notes: PageNotes): readonly Node[] {
  const walk = new Walk(undefined, notes)
  walk.children(
    { childNodes: [element] },
    { marks: [], is: 'paragraph', isVerbatim: false, isInMain: true, depth: 0 },
  )
  walk.endParagraph('paragraph')
  return walk.paragraphs.map(nodeOf)
}

function isMain(element: Element): boolean {
  return element.tagName === 'main' || attr(element, 'role') === 'main'
}

interface Context {
  readonly marks: readonly Mark[]
  /** What the paragraphs in here are. */
  readonly is: Exclude<PageParagraph['is'], 'table'>
  readonly isVerbatim: boolean
  readonly isInMain: boolean
  /** Lists and tables around. */
  readonly depth: number
}

/** Lists and tables inside each other that are looked into; deeper ones are paragraphs. */
const MAX_DEPTH = 10

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol optgroup option p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)

class Walk {
  readonly paragraphs: PageParagraph[] = []
  readonly leftOut = new LeftOutWords()
  private readonly main: Element | undefined
  private readonly notes: PageNotes
  private readonly pieces = new Pieces()
  private start = 0

  constructor(main: Element | undefined, notes: PageNotes) {
    this.main = main
    this.notes = notes
  }

  children(
    parent: { readonly childNodes: readonly Element['childNodes'][number][] },
    context: Context,
  ): void {
    for (const child of parent.childNodes) {
      if (isText(child)) this.text(child.value, context, rangeOf(child).start)
      else if (isElement(child)) this.element(child, context)
    }
  }

  private text(value: string, context: Context, at: number): void {
    if (this.main && !context.isInMain) {
      if (value.trim() !== '')
        this.leftOut.add('furniture', value, { start: at, end: at + value.length })
      return
    }
    if (this.pieces.isEmpty) this.start = at
    if (context.isVerbatim) this.pieces.addVerbatim(value, context.marks, at)
    else this.pieces.add(value, context.marks, at)
  }

  private element(element: Element, outer: Context): void {
    const context = {
      ...outer,
      isInMain: outer.isInMain || element === this.main || element.tagName === 'article',
    }
    const isDeep = context.depth > MAX_DEPTH
    const why =
      element.tagName === 'head' || isDeep ? undefined : leftOutAs(element, context.isInMain)
    if (why) {
      this.leftOut.add(why, wordsIn(element) || attr(element, 'alt'), rangeOf(element))
      return
    }
    if (isDeep && BLOCKS.has(element.tagName)) {
      this.block(element, context)
      return
    }
    if (this.notes.isNote(element)) {
      this.endParagraph(context.is)
      return
    }
    const note = this.notes.noteAt(element)
    if (note) {
      if (this.pieces.isEmpty) this.start = rangeOf(element).start
      this.pieces.hang(note, rangeOf(element).start)
      return
    }
    switch (element.tagName) {
      case 'head':
        this.leftOut.title = findElement(element, ({ tagName }) => tagName === 'title')
        return
      case 'br':
        this.pieces.breakLine(rangeOf(element).start)
        return
      case 'table':
        this.table(element, { ...context, depth: context.depth + 1 })
        return
      case 'ul':
      case 'ol':
        this.list(element, { ...context, depth: context.depth + 1 })
        return
      case 'pre':
      case 'plaintext':
      case 'xmp':
        this.block(element, { ...context, is: 'lines', isVerbatim: true })
        return
      default:
        if (BLOCKS.has(element.tagName)) this.block(element, inNote(element, context))
        else this.inline(element, context)
    }
  }

  private block(element: Element, context: Context): void {
    this.endParagraph(context.is)
    this.children(element, { ...context, marks: marksIn(element, context.marks) })
    this.endParagraph(context.is)
  }

  private inline(element: Element, context: Context): void {
    this.children(element, { ...context, marks: marksIn(element, context.marks) })
    if (isNumber(element)) this.text(' ', context, rangeOf(element).end)
  }

  private list(list: Element, context: Context): void {
    const numbers = listNumbers(list)
    const contents = isContents(list)
    this.endParagraph(context.is)
    for (const child of list.childNodes) {
      if (isElement(child) && this.notes.isNote(child)) continue
      const number = isElement(child) ? numbers.get(child) : undefined
      if (!isElement(child)) this.children({ childNodes: [child] }, context)
      else if (number === undefined) {
        const is = contents ? 'contents' : context.is === 'paragraph' ? 'bullet' : context.is
        this.element(child, { ...context, is: child.tagName === 'li' ? is : context.is })
      } else {
        this.endParagraph(context.is)
        this.text(`${number} `, { ...context, marks: [] }, rangeOf(child).start)
        this.children(child, { ...context, is: 'paragraph', marks: marksIn(child, context.marks) })
        this.endParagraph('paragraph')
      }
    }
    this.endParagraph(context.is)
  }

  private table(table: Element, context: Context): void {
    this.endParagraph(context.is)
    if (this.main && !context.isInMain) {
      this.leftOut.add('furniture', wordsIn(table), rangeOf(table))
      return
    }
    switch (tableUse(table)) {
      case 'layout':
        this.children(table, { ...context, is: context.is === 'bullet' ? 'paragraph' : context.is })
        break
      case 'numbered':
        for (const row of rowsOf(table)) {
          for (const cell of cellsOf(row)) {
            this.children(cell, context)
            if (!this.pieces.isEmpty && wordsIn(cell).length <= NUMBER)
              this.text(' ', context, rangeOf(cell).end)
            else this.endParagraph(context.is)
          }
          this.endParagraph(context.is)
        }
        break
      case 'data': {
        const caption = captionOf(table)
        if (caption) this.block(caption, context)
        const node = tableNode(table, (cell) => this.cell(cell, context))
        this.paragraphs.push({ is: 'table', pieces: [], table: node, range: rangeOf(table) })
      }
    }
    this.endParagraph(context.is)
  }

  /** The blocks of a cell, walked as a page of their own. */
  private cell(cell: Element, context: Context): readonly Node[] {
    const walk = new Walk(undefined, this.notes)
    walk.children(cell, { ...context, marks: marksIn(cell, []), is: 'paragraph' })
    walk.endParagraph('paragraph')
    this.leftOut.addAll(walk.leftOut)
    return walk.paragraphs.map(nodeOf)
  }

  endParagraph(is: Context['is']): void {
    const isEmpty = this.pieces.isEmpty
    const pieces = this.pieces.take()
    const end = pieces.at(-1)
    if (isEmpty || !end) return
    const range = { start: this.start, end: end.at + end.text.length }
    for (const raised of this.pieces.raised.splice(0)) this.leftOut.raised(raised)
    this.paragraphs.push({ is, pieces, range })
  }
}

/** Characters of a cell with a number and nothing else. */
const NUMBER = 12

/** Elements that publishers put numbers in, and set apart from the words by style alone. */
function isNumber(element: Element): boolean {
  return (
    element.tagName === 'span' &&
    /(?:^|\s)\S*(?:no|num|number|nr|label)(?:\s|$)/iu.test(attr(element, 'class'))
  )
}

function inNote(element: Element, context: Context): Context {
  const names = `${attr(element, 'class')} ${attr(element, 'id')}`
  const isNote =
    /^(?:note|doc-footnote|doc-endnotes?)$/u.test(attr(element, 'role')) ||
    /(?:^|\s)(?:mso(?:footnote|endnote|comment)text|_?(?:ftn|edn)\d+|footnotes?|endnotes?)(?:\s|$)/iu.test(
      names,
    )
  return isNote ? { ...context, is: 'note' } : context
}

function nodeOf({ is, pieces, table }: PageParagraph): Node {
  if (table) return table
  return (is === 'note' ? schema.nodes.note : schema.nodes.paragraph).create(null, inlineOf(pieces))
}

function inlineOf(pieces: readonly Piece[]): readonly Node[] {
  const [first, last] = [pieces.findIndex(hasWords), pieces.findLastIndex(hasWords)]
  return pieces.slice(first, last + 1).map((piece, i) => {
    let { text } = piece
    if (i === 0 && !piece.footnote) text = text.trimStart()
    if (i === last - first && !piece.footnote) text = text.trimEnd()
    return inlineNode({ ...piece, text })
  })
}

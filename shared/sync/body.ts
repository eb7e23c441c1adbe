import { Fragment, Mark, type Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { type Footnote, makeFootnote } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'

/**
 * How the text of a unit lies in its Y.XmlFragment. A paragraph or note is `block` (attribute `as`)
 * with one Y.XmlText, in which an index is a ProseMirror offset: a break or footnote is an embed of
 * length 1.
 * Tables are `table`, `row`, `cell`. An element stands while its attribute `live` is set *or* words
 * are in it: to remove a block is to take its words and `live`, never the element, so that words
 * typed meanwhile by another drafter stay.
 *
 * Reading writes nothing. What this program does not know is shown as an `unknown` block.
 */
export const ELEMENT_NAMES: ReadonlySet<string> = new Set([
  'block',
  'table',
  'row',
  'cell',
  'unknown',
])

export type BlockCache = WeakMap<Y.XmlElement, Node>

/** The blocks that stand in a body. */
export function readBlocks(body: Y.XmlFragment, cache?: BlockCache): readonly Node[] {
  return standingElements(body).map((element) => readElement(element, cache))
}

/** The elements of a body or table that stand, in order. */
export function standingElements(container: Y.XmlFragment): readonly Y.XmlElement[] {
  return container
    .toArray()
    .filter((child) => child instanceof Y.XmlElement)
    .filter(stands)
}

/** Inline content of a text: runs of words with their marks, and breaks. */
export function readInline(text: Y.XmlText): readonly Node[] {
  const nodes: Node[] = []
  for (const { insert, attributes } of deltaOf(text)) {
    const marks = marksOf(attributes ?? {})
    if (typeof insert !== 'string') nodes.push(leafOf(insert).mark(marks))
    else if (insert !== '') nodes.push(schema.text(insert, marks))
  }
  return Fragment.fromArray(nodes).content
}

/** A footnote, or a break: what else stands in the words is refused before it is written over. */
function leafOf(embed: unknown): Node {
  const footnote = footnoteIn(embed)
  return footnote ? makeFootnote(footnote) : schema.nodes.hardBreak.create()
}

/** The footnote that an embed holds. */
export function footnoteIn(embed: unknown): Footnote | undefined {
  if (typeof embed !== 'object' || embed === null || !('footnote' in embed)) return undefined
  const { footnote } = embed
  if (typeof footnote !== 'object' || footnote === null) return undefined
  const { marker, text } = footnote as Record<string, unknown>
  return { marker: typeof marker === 'string' ? marker : null, text: String(text ?? '') }
}

interface TextRun {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

export function deltaOf(text: Y.XmlText): readonly TextRun[] {
  return text.toDelta()
}

/** All words in a container, standing or not. */
export function wordsIn(container: Y.XmlFragment): string {
  let words = ''
  for (const child of container.toArray()) {
    if (child instanceof Y.XmlText) words += wordsOf(child)
    else if (child instanceof Y.XmlElement) words += `${wordsIn(child)}\n`
  }
  return words
}

export function wordsOf(text: Y.XmlText): string {
  return deltaOf(text)
    .map(({ insert }) =>
      typeof insert === 'string' ? insert : `${footnoteIn(insert)?.text ?? ''}\n`,
    )
    .join('')
}

export function hasWords(container: Y.XmlFragment): boolean {
  return container
    .toArray()
    .some((child) =>
      child instanceof Y.XmlText
        ? child.length > 0
        : child instanceof Y.XmlElement && hasWords(child),
    )
}

/** The text of a `block` element. */
export function textIn(element: Y.XmlElement): Y.XmlText | undefined {
  return element.toArray().find((child) => child instanceof Y.XmlText)
}

export function attributesOf(element: Y.XmlElement): Readonly<Record<string, unknown>> {
  return element.getAttributes()
}

function stands(element: Y.XmlElement): boolean {
  return attributesOf(element)['live'] !== undefined || hasWords(element)
}

function readElement(element: Y.XmlElement, cache: BlockCache | undefined): Node {
  const known = cache?.get(element)
  if (known) return known
  const node = makeNode(element)
  cache?.set(element, node)
  return node
}

function makeNode(element: Y.XmlElement): Node {
  const attributes = attributesOf(element)
  switch (element.nodeName) {
    case 'block': {
      const text = textIn(element)
      const type = attributes['as'] === 'note' ? schema.nodes.note : schema.nodes.paragraph
      return type.create(sourceAttr(attributes), text ? readInline(text) : null)
    }
    case 'table':
      return schema.nodes.table.create(
        sourceAttr(attributes),
        childrenNamed(element, 'row').map(makeNode),
      )
    case 'row':
      return schema.nodes.tableRow.create(null, childrenNamed(element, 'cell').map(makeNode))
    case 'cell': {
      const type = attributes['as'] === 'header' ? schema.nodes.tableHeader : schema.nodes.tableCell
      const blocks = standingElements(element).filter(
        ({ nodeName }) => nodeName !== 'row' && nodeName !== 'cell',
      )
      return type.create(cellAttrs(attributes), blocks.map(makeNode))
    }
    case 'unknown':
      return schema.nodes.unknown.create({ source: String(attributes['source'] ?? '') })
    default:
      return schema.nodes.unknown.create({ source: element.toString() })
  }
}

function sourceAttr({ source }: Readonly<Record<string, unknown>>): { source: string | null } {
  return { source: typeof source === 'string' ? source : null }
}

function childrenNamed(element: Y.XmlElement, name: string): readonly Y.XmlElement[] {
  return standingElements(element).filter(({ nodeName }) => nodeName === name)
}

function cellAttrs(attributes: Readonly<Record<string, unknown>>) {
  const { colspan, rowspan, colwidth } = attributes
  return {
    colspan: typeof colspan === 'number' ? colspan : 1,
    rowspan: typeof rowspan === 'number' ? rowspan : 1,
    colwidth: Array.isArray(colwidth) ? colwidth : null,
  }
}

/** Marks in the schema's own order; of two that exclude each other the later stands. */
function marksOf(attributes: Readonly<Record<string, unknown>>): readonly Mark[] {
  let marks = Mark.none
  for (const [name, type] of Object.entries(schema.marks)) {
    if (attributes[name]) marks = type.create().addToSet(marks)
  }
  return marks
}

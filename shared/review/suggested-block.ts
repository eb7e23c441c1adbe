import type { Mark, Node } from 'prosemirror-model'
import { makeParagraph } from '../schema/act.ts'
import { type Footnote, footnoteOf, isFootnote, makeFootnote } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'

/** A block of a unit as a suggestion holds it: a paragraph of mere words as these, any other in its parts. */
export type SuggestedBlock = string | SuggestedWords | SuggestedTable

export interface SuggestedWords {
  readonly kind: 'paragraph' | 'note'
  readonly inline: readonly SuggestedInline[]
}

/** Words, words that look another way, or what is no word among them. */
export type SuggestedInline =
  | string
  | { readonly words: string; readonly marks: readonly string[] }
  | SuggestedLeaf

/** A break, or a footnote. */
export type SuggestedLeaf = { readonly break: true } | { readonly footnote: Footnote }

export interface SuggestedTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly SuggestedCell[])[]
}

export interface SuggestedCell {
  readonly isHeader: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly SuggestedBlock[]
}

/** UTF-16 units: the longest paragraphs of codes have some thousands. */
export const LONGEST_WORDS = 50_000
/** Blocks, cells and runs of words of one block: a tariff of 500 lines and 10 columns, and as much to spare. */
const MOST_PARTS = 20_000
/** A cell of a table in a cell of a table. */
const DEEPEST_TABLE = 3
/** Columns or rows that one cell takes. */
const WIDEST = 1000

/** One line of words: without the signs that would be drawn as more or other than they are. */
export function isPlain(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most && !NOT_PLAIN.test(value)
}

/** Words as one line, with a space for each run of signs that {@link isPlain} has none of. */
export function plain(words: string): string {
  return words.replaceAll(new RegExp(`${NOT_PLAIN.source}+`, 'gu'), ' ')
}

const NOT_PLAIN = /[\p{Cc}\p{Cs}\ufffc\u2028\u2029]/u

/** A block of an act as a suggestion holds it; what this program cannot edit is its words alone. */
export function suggestedBlock(block: Node): SuggestedBlock {
  if (block.type === schema.nodes.table) {
    return { kind: 'table', rows: block.children.map(({ children }) => children.map(cellOf)) }
  }
  if (!block.isTextblock) return plain(block.textContent)
  const kind = block.type === schema.nodes.note ? 'note' : 'paragraph'
  const inline = block.children.map(inlineOf)
  const [words = '', more] = inline
  const isMere = kind === 'paragraph' && more === undefined && typeof words === 'string'
  return isMere ? words : { kind, inline }
}

function cellOf(cell: Node): SuggestedCell {
  const { colspan, rowspan } = cell.attrs
  return {
    isHeader: cell.type === schema.nodes.tableHeader,
    colspan: Number(colspan),
    rowspan: Number(rowspan),
    blocks: cell.children.map(suggestedBlock),
  }
}

function inlineOf(node: Node): SuggestedInline {
  if (!node.isText) return leafOf(node)
  const words = plain(node.text ?? '')
  const marks = node.marks.map(({ type }) => type.name)
  return marks.length === 0 ? words : { words, marks }
}

/** A break or footnote as a suggestion holds it. */
export function leafOf(node: Node): SuggestedLeaf {
  if (!isFootnote(node)) return { break: true }
  const { marker, text } = footnoteOf(node)
  return { footnote: { marker: marker === null ? null : plain(marker), text: plain(text) } }
}

/** A suggested block as it will stand in the act. */
export function blockOfSuggested(block: SuggestedBlock): Node {
  if (typeof block === 'string') return makeParagraph(block)
  if (block.kind !== 'table') return schema.nodes[block.kind].create(null, block.inline.map(nodeOf))
  const rows = block.rows.map((cells) =>
    schema.nodes.tableRow.create(
      null,
      cells.map(({ isHeader, colspan, rowspan, blocks }) =>
        schema.nodes[isHeader ? 'tableHeader' : 'tableCell'].create(
          { colspan, rowspan },
          blocks.map(blockOfSuggested),
        ),
      ),
    ),
  )
  return schema.nodes.table.create(null, rows)
}

function nodeOf(inline: SuggestedInline): Node {
  if (typeof inline === 'string') return schema.text(inline)
  if ('words' in inline) return schema.text(inline.words, marksOf(inline.marks))
  return nodeOfLeaf(inline)
}

export function nodeOfLeaf(leaf: SuggestedLeaf): Node {
  return 'footnote' in leaf ? makeFootnote(leaf.footnote) : schema.nodes.hardBreak.create()
}

function marksOf(names: readonly string[]): readonly Mark[] {
  const types = Object.entries(schema.marks).filter(([name]) => names.includes(name))
  return types.map(([, type]) => type.create())
}

/** A suggested block as somebody wrote it; undefined: it is of another form, or longer than any law. */
export function decodeBlock(value: unknown): SuggestedBlock | undefined {
  return decode(value, { left: MOST_PARTS }, 1)
}

interface Budget {
  left: number
}

function decode(value: unknown, budget: Budget, depth: number): SuggestedBlock | undefined {
  if (budget.left-- <= 0) return undefined
  if (isPlain(value, LONGEST_WORDS)) return value
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, inline, rows } = value as Record<string, unknown>
  if (kind === 'paragraph' || kind === 'note') {
    const parts = all(inline, (part) => decodeInline(part, budget))
    return parts && { kind, inline: parts }
  }
  if (kind !== 'table' || depth > DEEPEST_TABLE) return undefined
  const decoded = all(rows, (row) => all(row, (cell) => decodeCell(cell, budget, depth)))
  return decoded && { kind, rows: decoded }
}

function decodeCell(value: unknown, budget: Budget, depth: number): SuggestedCell | undefined {
  if (typeof value !== 'object' || value === null || budget.left-- <= 0) return undefined
  const { isHeader, colspan, rowspan, blocks } = value as Record<string, unknown>
  if (typeof isHeader !== 'boolean' || !isSpan(colspan) || !isSpan(rowspan)) return undefined
  const decoded = all(blocks, (block) => decode(block, budget, depth + 1))
  return decoded && { isHeader, colspan, rowspan, blocks: decoded }
}

function isSpan(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= WIDEST
}

function decodeInline(value: unknown, budget: Budget): SuggestedInline | undefined {
  if (budget.left-- <= 0) return undefined
  if (isWords(value)) return value
  const leaf = decodeLeaf(value)
  if (leaf || typeof value !== 'object' || value === null) return leaf
  const { words, marks } = value as Record<string, unknown>
  if (!isWords(words) || !Array.isArray(marks)) return undefined
  return marks.every((mark) => Object.hasOwn(schema.marks, mark)) ? { words, marks } : undefined
}

/** No run of words is empty. */
function isWords(value: unknown): value is string {
  return isPlain(value, LONGEST_WORDS) && value !== ''
}

/** A break or footnote as somebody wrote it. */
export function decodeLeaf(value: unknown): SuggestedLeaf | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('break' in value) return value.break === true ? { break: true } : undefined
  const { footnote } = value as Record<string, unknown>
  if (typeof footnote !== 'object' || footnote === null) return undefined
  const { marker, text } = footnote as Record<string, unknown>
  if (marker !== null && !isPlain(marker, LONGEST_MARKER)) return undefined
  return isPlain(text, LONGEST_WORDS) ? { footnote: { marker, text } } : undefined
}

/** UTF-16 units of the mark of a footnote: a number, a letter, some asterisks. */
const LONGEST_MARKER = 16

function all<T>(
  value: unknown,
  decodeOne: (one: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const decoded = value.map(decodeOne)
  return decoded.every((one) => one !== undefined) ? decoded : undefined
}

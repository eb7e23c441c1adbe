import { Fragment, type Node } from 'prosemirror-model'
import { footnoteLines } from '../../schema/footnote.ts'
import type { ReadingWords } from '../../tradition/reading.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Block, Role } from '../block.ts'
import { roleOfText } from '../blocks.ts'
import { headReader, type ReadHead } from '../head.ts'
import type { Item, ItemForm } from '../item.ts'
import { declaredOf, declaredTable } from './declared.ts'
import { exactInline, type NoteOf, paragraphText } from './paragraph-text.ts'
import { type StyledBlock, styledHeads } from './styled-heads.ts'
import { tableNode } from './table-node.ts'
import type { Side } from './tracked.ts'
import type { WordBlock, WordParagraph } from './word-block.ts'

/** One text of a Word file as plain text, with each paragraph as a block of it. */
export interface LaidText {
  readonly source: string
  readonly blocks: readonly LaidBlock[]
}

export interface LaidBlock {
  readonly block: Block
  readonly word: WordBlock
  /** The paragraphs of the file that it is. */
  readonly origins: readonly number[]
  /** Words the file hides in it. */
  readonly hidden: string
}

export interface LayContext {
  readonly side: Side
  readonly noteOf: NoteOf
}

/** The text line by line; what the lines open is told later, when their language is known. */
export function laidText(blocks: readonly WordBlock[], context: LayContext): LaidText {
  let source = ''
  const laid: LaidBlock[] = []
  const put = (
    lines: readonly string[],
    word: WordBlock,
    rest: Omit<Block, 'range'>,
    hidden: string,
  ): void => {
    const start = source.length
    source += `${lines.join('\n')}\n`
    const block = { ...rest, range: { start, end: source.length - 1 } }
    laid.push({ block, word, origins: word.origins, hidden })
  }
  for (const word of blocks) {
    if (word.kind === 'table') {
      const declared = declaredTable(word.bookmarks, context.side)
      const exact = declared !== undefined
      const table = tableNode(word, (paragraph) => cellInline(paragraph, exact, context))
      const role: Role = { is: 'table', table }
      put(tableLines(table), word, { text: '', role, ...(declared ? { declared } : {}) }, '')
      continue
    }
    if (word.contents) continue
    const declared = declaredOf(word, context.side, context.noteOf)
    const said = paragraphText(word, context.side, context.noteOf)
    if (said.inline.length === 0 && said.hidden === '' && !declared) continue
    const lines = [said.text, ...footnoteLines(Fragment.from(said.inline))]
    put(
      lines,
      word,
      { text: said.text, inline: said.inline, role: TEXT_ROLE, ...(declared ? { declared } : {}) },
      said.hidden,
    )
  }
  return { source, blocks: laid }
}

const TEXT_ROLE: Role = { is: 'text' }

function cellInline(
  paragraph: WordParagraph,
  exact: boolean,
  { side, noteOf }: LayContext,
): readonly Node[] {
  return exact
    ? exactInline(paragraph.pieces, side, noteOf)
    : paragraphText(paragraph, side, noteOf).inline
}

function tableLines(table: Node): readonly string[] {
  return table.children.flatMap((row) => [
    row.children.map((cell) => cell.textBetween(0, cell.content.size, ' ', ' ')).join('\t'),
    ...footnoteLines(row.content),
  ])
}

/** The blocks with what each opens, by its words, by the list that counts it and by its style. */
export function openedBlocks(
  { blocks }: LaidText,
  words: ReadingWords,
  profile: Profile,
): readonly Block[] {
  const readHead = headReader(words)
  const styled = blocks
    .map(({ block, word }): StyledBlock => {
      if (word.kind === 'table') return { block, word }
      return { block: { ...block, role: roleOf(block, word, words, readHead) }, word }
    })
    .filter(({ block: { text, role, declared } }) => text !== '' || role.is === 'table' || declared)
  const bySection = styleOf(profile, 'section')?.print === '{n}.'
  return bySection ? styledHeads(styled) : styled.map(({ block }) => block)
}

function roleOf(
  { text }: Block,
  word: WordParagraph,
  words: ReadingWords,
  readHead: ReadHead,
): Role {
  const role = roleOfText(text, words, readHead)
  const { label } = word
  const tabbed = role.is === 'text' ? tabbedNumber(word) : undefined
  const counted = tabbed === undefined ? undefined : countedItem(text, tabbed)
  if (counted) return { is: 'item', item: counted }
  if (!label || label.bullet || !/[\p{L}\p{N}]/u.test(label.text)) return role
  if (role.is === 'head' || role.is === 'note') return role
  const place = { list: label.list, level: label.level }
  const item = role.is === 'item' ? role.item : countedItem(text, label.text)
  return item ? { is: 'item', item: { ...item, place } } : role
}

/** A bare number that a tab parts from the words behind it: «4⇥Reports», as bills print sections. */
function tabbedNumber({ pieces }: WordParagraph): string | undefined {
  let start = ''
  for (const piece of pieces) {
    if (start.length > 12) break
    if (piece.is === 'text') start += piece.text
  }
  return /^\s*(\d{1,4}[A-Z]{0,2})\t/u.exec(start)?.[1]
}

/** A number that the program counts opens its paragraph whatever it looks like: «1.1», «a». */
function countedItem(text: string, printed: string): Item | undefined {
  const number = printed.trim()
  if (!text.startsWith(number)) return undefined
  const label = number.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (label === '' || /\s/.test(label)) return undefined
  return { form: formOf(number), label, printed: number, rest: text.slice(number.length).trim() }
}

function formOf(number: string): ItemForm {
  if (/^\(/.test(number)) return 'bracket'
  return number.endsWith(')') ? 'paren' : 'dot'
}

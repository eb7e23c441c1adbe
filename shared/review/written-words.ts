import { PLAIN_OBJECT } from './anchor.ts'
import {
  plain,
  type SuggestedBlock,
  type SuggestedCell,
  type SuggestedInline,
  type SuggestedLeaf,
} from './suggested-block.ts'
import type { NewWords } from './suggested-words.ts'

/**
 * How what is no word is written among words where somebody types them: a footnote as `[[1: its words]]`,
 * a break as `⏎`, a row of a table as `| a | b |`, with `|---|` below the row that heads it.
 */
const BREAK = '⏎'
const LEAF = /\[\[(\S{0,16}?): (.*?)\]\]|⏎/gu

/** Words as somebody types them. */
export function writtenWords({ words, leaves = [] }: NewWords): string {
  let n = 0
  return words.replaceAll(PLAIN_OBJECT, () => {
    const leaf = leaves[n++]
    return leaf ? writtenLeaf(leaf) : ' '
  })
}

function writtenLeaf(leaf: SuggestedLeaf): string {
  if (!('footnote' in leaf)) return BREAK
  const { marker, text } = leaf.footnote
  return `[[${marker ?? ''}: ${text.replaceAll(']]', '] ]')}]]`
}

/** Words that somebody typed. */
export function newWordsOf(written: string): NewWords {
  const inline = inlineOfWritten(written)
  const leaves = inline.flatMap((part) => (typeof part === 'string' ? [] : [part]))
  const words = inline.map((part) => (typeof part === 'string' ? part : PLAIN_OBJECT)).join('')
  return leaves.length === 0 ? { words } : { words, leaves }
}

/** The parts of words that somebody typed. */
export function inlineOfWritten(written: string): readonly (string | SuggestedLeaf)[] {
  const parts: (string | SuggestedLeaf)[] = []
  let at = 0
  for (const match of written.matchAll(LEAF)) {
    const [all, marker = '', text] = match
    parts.push(plain(written.slice(at, match.index)))
    const footnote = { marker: marker === '' ? null : marker, text: plain(text ?? '') }
    parts.push(text === undefined ? { break: true } : { footnote })
    at = match.index + all.length
  }
  parts.push(plain(written.slice(at)))
  return parts.filter((part) => part !== '')
}

/** The blocks that lines are: rows one below another are a table, each other line a paragraph. */
export function blocksOfWritten(lines: readonly string[]): readonly SuggestedBlock[] {
  const blocks: SuggestedBlock[] = []
  let rows: string[] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push(tableOf(rows))
    rows = []
  }
  for (const line of lines) {
    if (isRow(line)) {
      rows.push(line)
      continue
    }
    endTable()
    blocks.push(paragraphOf(line))
  }
  endTable()
  return blocks
}

export function isRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/u.test(line)
}

function paragraphOf(line: string): SuggestedBlock {
  const inline = inlineOfWritten(line)
  const [words = '', more] = inline
  const isMere = more === undefined && typeof words === 'string'
  return isMere ? words : { kind: 'paragraph', inline }
}

function tableOf(lines: readonly string[]): SuggestedBlock {
  const rows = lines.map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  const isRule = (row: readonly string[]) => row.every((cell) => /^:?-+:?$/u.test(cell))
  const heads = rows[1] !== undefined && isRule(rows[1]) ? 1 : 0
  const told = rows.filter((row) => !isRule(row))
  const width = Math.max(1, ...told.map((row) => row.length))
  return {
    kind: 'table',
    rows: told.map((row, index) =>
      Array.from({ length: width }, (_, column): SuggestedCell => {
        const isHeader = index < heads
        return { isHeader, colspan: 1, rowspan: 1, blocks: [paragraphOf(row[column] ?? '')] }
      }),
    ),
  }
}

/** A block as lines that somebody could have typed. */
export function writtenLines(block: SuggestedBlock): readonly string[] {
  if (typeof block === 'string') return [block]
  if (block.kind !== 'table') return [block.inline.map(writtenInline).join('')]
  const row = (cells: readonly SuggestedCell[]) =>
    `| ${cells.map(({ blocks }) => blocks.flatMap(writtenLines).join(` ${BREAK} `)).join(' | ')} |`
  const [first, ...rest] = block.rows
  if (!first) return []
  const isHead = first.length > 0 && first.every(({ isHeader }) => isHeader)
  return [row(first), ...(isHead ? [`|${first.map(() => '---|').join('')}`] : []), ...rest.map(row)]
}

function writtenInline(inline: SuggestedInline): string {
  if (typeof inline === 'string') return inline
  return 'words' in inline ? inline.words : writtenLeaf(inline)
}

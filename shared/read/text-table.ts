import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import { schema } from '../schema/schema.ts'
import type { Block } from './block.ts'
import type { ReadHead } from './head.ts'
import { itemOf } from './item.ts'
import type { Line } from './line.ts'

/** A table that a text draws with tabs, bars or columns of spaces. */
export interface TextTable {
  readonly block: Block
  /** Lines it stands on. */
  readonly lines: number
  /** Its bars and rules, which are no words. */
  readonly leftOut: readonly TextRange[]
}

/** The table that starts at a line, if one does. */
export function textTableAt(
  lines: readonly Line[],
  at: number,
  source: string,
  readHead: ReadHead,
): TextTable | undefined {
  const indent = tabsBefore(lines[at], source)
  const first = rowOf(lines[at], source, indent)
  if (!first || (first.form !== 'bars' && first.cells.length < 2)) return undefined
  const rows: Row[] = []
  for (let i = at; i < lines.length; i++) {
    const line = lines[i]
    if (!line || (i > at && line.blankBefore > 0)) break
    const row = rowOf(line, source, indent)
    if (row?.form !== first.form || readHead(line.text)) break
    if (row.form === 'spaces' && !isAligned(first, row)) break
    rows.push(row)
  }
  return isTable(rows) ? tableOf(rows) : undefined
}

interface Cell {
  readonly text: string
  /** In the source, without outer spaces. */
  readonly range: TextRange
}

interface Row {
  readonly form: 'bars' | 'tabs' | 'spaces'
  readonly cells: readonly Cell[]
  readonly isRule: boolean
  readonly leftOut: readonly TextRange[]
  readonly range: TextRange
}

/** A line between the rows of a table, or around it. */
const RULE = /^[|+\-=:\s\u2500-\u257f]{3,}$/u
const BAR = /[|\u2502\u2503\u2551]/u
const BARS = /[|\u2502\u2503\u2551]/gu

function rowOf(line: Line | undefined, source: string, indent: number): Row | undefined {
  if (!line) return undefined
  const { range } = line
  const raw = source.slice(range.start, range.end)
  if (RULE.test(raw) && (BAR.test(raw) || /[+\u2500-\u257f]/u.test(raw)))
    return { form: 'bars', cells: [], isRule: true, leftOut: [range], range }
  if (BAR.test(raw)) return barRow(raw, range)
  const empty = Math.max(0, tabsBefore(line, source) - indent)
  if (raw.includes('\t') || empty > 0) return tabRow(raw, range, empty)
  return /\S {3,}\S/u.test(raw) ? parted(raw, range, / {3,}/gu, 'spaces') : undefined
}

/** A row between bars; a text in which a bar stands between words is none. */
function barRow(raw: string, range: TextRange): Row | undefined {
  const isFramed = BAR.test(raw[0] ?? '') && BAR.test(raw.at(-1) ?? '')
  const inner = isFramed ? raw.slice(1, -1) : raw
  if (!isFramed && !/\s[|\u2502\u2503\u2551]\s/u.test(inner)) return undefined
  const offset = isFramed ? 1 : 0
  const bars = [...inner.matchAll(BARS)].map(({ index }) => index + offset)
  if (isFramed) bars.push(0, raw.length - 1)
  const row = parted(inner, { start: range.start + offset, end: range.end - offset }, BARS, 'bars')
  const leftOut = bars.map((bar) => ({ start: range.start + bar, end: range.start + bar + 1 }))
  return { ...row, leftOut, range }
}

function tabsBefore(line: Line | undefined, source: string): number {
  let tabs = 0
  if (line) while (source[line.range.start - tabs - 1] === '\t') tabs++
  return tabs
}

/** A row of tabs; those before its first words, beyond the indent of the table, stand for empty cells. */
function tabRow(raw: string, range: TextRange, empty: number): Row {
  const start = range.start - empty
  return parted('\t'.repeat(empty) + raw, { start, end: range.end }, /\t/gu, 'tabs')
}

function parted(raw: string, range: TextRange, by: RegExp, form: Row['form']): Row {
  const cells: Cell[] = []
  let start = 0
  for (const found of [...raw.matchAll(by), undefined]) {
    const end = found?.index ?? raw.length
    const words = raw.slice(start, end)
    const from = range.start + start + (words.length - words.trimStart().length)
    const text = words.trim()
    cells.push({
      text: text.replaceAll(/\s+/gu, ' '),
      range: { start: from, end: from + text.length },
    })
    start = end + (found?.[0].length ?? 0)
  }
  return { form, cells, isRule: false, leftOut: [], range }
}

/** Characters by which the columns of one table may be out of line. */
const SLACK = 1

function isAligned(first: Row, row: Row): boolean {
  return (
    row.cells.length === first.cells.length &&
    row.cells.every(({ range }, i) => {
      const column = (first.cells[i]?.range.start ?? 0) - first.range.start
      return Math.abs(range.start - row.range.start - column) <= SLACK
    })
  )
}

/** Rows that only alignment holds together must be more than chance puts under each other. */
function isTable(rows: readonly Row[]): boolean {
  const filled = rows.filter(({ isRule }) => !isRule)
  const hasRule = filled.length < rows.length
  if (filled.length < (hasRule ? 1 : rows[0]?.form === 'spaces' ? 3 : 2)) return false
  if (filled.every(({ cells }) => cells.length < 2)) return false
  return !filled.every(isNumbered)
}

/** «1.» and its words: an item of a list set with a tab. */
function isNumbered({ cells }: Row): boolean {
  const [number, ...words] = cells.filter(({ text }) => text !== '')
  if (!number || words.length !== 1) return false
  return /^[-–—•*·]$/u.test(number.text) || itemOf(`${number.text} x`)?.rest === 'x'
}

function tableOf(rows: readonly Row[]): TextTable {
  const filled = rows.filter(({ isRule }) => !isRule)
  const columns = Math.max(...filled.map(({ cells }) => cells.length))
  const isHeaded = rows[1]?.isRule === true && filled.length > 1 && rows[0]?.isRule === false
  const table = schema.nodes.table.create(
    null,
    filled.map(({ cells }, i) =>
      schema.nodes.tableRow.create(
        null,
        Array.from({ length: columns }, (_, column) =>
          cellNode(cells[column]?.text ?? '', isHeaded && i === 0 ? 'tableHeader' : 'tableCell'),
        ),
      ),
    ),
  )
  const [first, last] = [rows[0], rows.at(-1)]
  const range = { start: first?.range.start ?? 0, end: last?.range.end ?? 0 }
  const text = filled.map(({ cells }) => cells.map((cell) => cell.text).join(' ')).join(' ')
  return {
    block: { text, range, role: { is: 'table', table } },
    lines: rows.length,
    leftOut: rows.flatMap((row) => row.leftOut),
  }
}

function cellNode(text: string, type: 'tableHeader' | 'tableCell'): Node {
  const words = text === '' ? null : schema.text(text)
  return schema.nodes[type].create(null, schema.nodes.paragraph.create(null, words))
}

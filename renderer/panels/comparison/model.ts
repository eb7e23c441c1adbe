import { comparativeTable } from '#shared/compare/table.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import { cellBlocks } from '#shared/export/table/cells.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { TableColumn } from '#shared/tradition/tables.ts'

/** One row of the comparative table as the panel draws it. */
export interface ShownRow {
  readonly unit: UnitId
  readonly element: string
  readonly current: ShownText
  readonly proposed: ShownText
}

export interface ShownText {
  /** The column's name in the language of the law. */
  readonly name: string
  readonly lines: readonly ShownLine[]
}

/** Keys tell lines, and runs in a line, apart by their order: a cell is drawn anew as a whole. */
export interface ShownLine {
  readonly key: string
  readonly runs: readonly ShownRun[]
}

export interface ShownRun {
  readonly key: string
  readonly text: string
  /** Whether the other side does not have it. */
  readonly isChanged: boolean
}

/** The rows of the comparative table of the draft against the law in force. */
export function shownRows(base: Act, draft: Act): readonly ShownRow[] {
  const table = comparativeTable(base, draft)
  const column = (shows: TableColumn['shows']): TableColumn =>
    table.layout.columns.find((one) => one.shows === shows) ?? { name: '', shows, width: 0 }
  return table.rows.map((row, i) => {
    const lines = (of: TableColumn) => cellBlocks(table, row, of, i + 1).flatMap(linesOf)
    const shown = (of: TableColumn): ShownText => ({ name: of.name, lines: lines(of).map(keyed) })
    return {
      unit: row.unit,
      element: lines(column('element'))
        .map((line) => line.map(({ text }) => text).join(''))
        .join(' '),
      current: shown(column('current')),
      proposed: shown(column('proposed')),
    }
  })
}

type Line = readonly Omit<ShownRun, 'key'>[]

function keyed(line: Line, n: number): ShownLine {
  return { key: `line ${n}`, runs: line.map((run, at) => ({ key: `run ${at}`, ...run })) }
}

function linesOf(block: PageBlock): readonly Line[] {
  if (block.kind === 'paragraph')
    return [
      block.runs.map(({ text, marks }) => ({
        text,
        isChanged: marks.some(({ type }) => type.name === 'strong'),
      })),
    ]
  return block.rows.map(({ cells }) =>
    cells.flatMap(({ blocks }, i) => {
      const words = blocks.flatMap(linesOf).flat()
      return i === 0 ? words : [{ text: ' | ', isChanged: false }, ...words]
    }),
  )
}

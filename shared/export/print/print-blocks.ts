import { headRows } from '../page/head-rows.ts'
import type { PageBlock, PageCell, PageRow, PageTable, Role } from '../page/page.ts'
import { isShort } from '../page/short-cell.ts'
import { legalText } from '../xml-text.ts'
import type { PrintBlock, PrintCell, PrintChange, PrintRow, PrintRun } from './print-document.ts'

/** Deeper headings than PDF knows are set as its deepest. */
const DEEPEST = 6

/** Makes blocks for print in reading order: heading levels depend on those before. */
export class PrintBlocks {
  readonly blocks: PrintBlock[] = []
  private level = 0

  /** The level of a heading or bookmark that asks for `wanted`: one below the one before at most. */
  private levelFor(wanted: number): number {
    return Math.min(wanted, this.level + 1, DEEPEST)
  }

  add(block: PageBlock, change: Omit<PrintChange, 'level'> | undefined): void {
    this.blocks.push(this.block(block, change))
  }

  /** Words that are nobody's law, on a line without a number that stays with the block behind it. */
  say(words: string): void {
    const runs = [['kept', legalText(words), []]] as const
    this.blocks.push({ kind: 'paragraph', role: 'said', level: 0, runs, change: null })
  }

  private block(block: PageBlock, change: Omit<PrintChange, 'level'> | undefined): PrintBlock {
    if (block.kind === 'table') return this.table(block, change)
    const { role, runs } = block
    const wanted = headingLevel(role)
    const level = wanted === undefined ? 0 : this.levelFor(wanted)
    if (wanted !== undefined) this.level = level
    return {
      kind: 'paragraph',
      role: role.name,
      level,
      runs: runs.map(
        ({ fate, text, marks }): PrintRun => [
          fate,
          legalText(text),
          marks.map(({ type }) => type.name),
        ],
      ),
      change: this.changeHere(change),
    }
  }

  private changeHere(change: Omit<PrintChange, 'level'> | undefined): PrintChange | null {
    return change ? { ...change, level: this.levelFor(this.level + 1) } : null
  }

  private table(table: PageTable, change: Omit<PrintChange, 'level'> | undefined): PrintBlock {
    const { columns, widths = [], rows } = table
    return {
      kind: 'table',
      columns,
      widths,
      headers: headRows(table),
      change: this.changeHere(change),
      rows: rows.map((row) => this.row(row)),
    }
  }

  private row({ fate, cells }: PageRow): PrintRow {
    return {
      fate,
      cells: cells.filter(({ kind }) => kind !== 'covered').map((cell) => this.cell(cell)),
    }
  }

  private cell(cell: PageCell): PrintCell {
    const { kind, columns, rows, blocks } = cell
    return {
      header: kind === 'header',
      short: isShort(cell),
      columns,
      rows,
      blocks: blocks.map((block) => this.block(block, undefined)),
    }
  }
}

function headingLevel({ name, level }: Role): number | undefined {
  if (name === 'title') return 1
  return NUMBER_LINES.has(name) ? level + 1 : undefined
}

const NUMBER_LINES: ReadonlySet<Role['name']> = new Set(['division', 'article', 'sentence'])

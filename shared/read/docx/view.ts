import { Counters, type ListLabel } from './counters.ts'
import { MergedTable } from './merged-table.ts'
import type { List } from './numbering.ts'
import type { ParagraphProperties, Style, Styles } from './styles.ts'
import {
  type Side,
  type TrackedBlock,
  type TrackedCell,
  type TrackedParagraph,
  type TrackedPiece,
  type TrackedRow,
  type TrackedTable,
  textPiece,
} from './tracked.ts'
import type { WordBlock, WordParagraph, WordTable } from './word-block.ts'

export interface ViewContext {
  readonly styles: Styles
  readonly lists: ReadonlyMap<string, List>
  /** Lists by the name that a LISTNUM field gives, in small letters. */
  readonly named: ReadonlyMap<string, List>
}

/** One text of a document: `base` with all tracked changes rejected, `draft` with all accepted. */
export function viewOf(
  blocks: readonly TrackedBlock[],
  side: Side,
  context: ViewContext,
): readonly WordBlock[] {
  return new Viewer(side, context).blocks(blocks)
}

class Viewer {
  private readonly side: Side
  private readonly context: ViewContext
  private readonly counters = new Counters()

  constructor(side: Side, context: ViewContext) {
    this.side = side
    this.context = context
  }

  /**
   * A paragraph whose mark is gone runs into the next, which keeps its own properties; before a table
   * and at the end nothing takes it up, so that it stands if it has words.
   */
  blocks(blocks: readonly TrackedBlock[]): readonly WordBlock[] {
    const out: WordBlock[] = []
    let carried: TrackedParagraph[] = []
    const flush = (): void => {
      const last = carried.at(-1)
      if (last && carried.some((each) => this.standing(each).length > 0))
        out.push(this.paragraph(carried, last))
      carried = []
    }
    for (const block of blocks) {
      if (block.kind === 'table') {
        flush()
        const table = this.table(block)
        if (table) out.push(table)
      } else if (block.mark[this.side]) {
        out.push(this.paragraph([...carried, block], block))
        carried = []
      } else carried.push(block)
    }
    flush()
    return out
  }

  private standing({ pieces }: TrackedParagraph): readonly TrackedPiece[] {
    return pieces.every(({ sides }) => sides[this.side])
      ? pieces
      : pieces.filter(({ sides }) => sides[this.side])
  }

  /** Numbers that stand among words are counted with the lists they belong to. */
  private counted(pieces: readonly TrackedPiece[]): readonly TrackedPiece[] {
    if (pieces.every(({ is }) => is !== 'number')) return pieces
    return pieces.flatMap((piece): readonly TrackedPiece[] => {
      if (piece.is !== 'number') return [piece]
      const list = this.context.named.get(piece.list)
      const label = list && this.counters.next(list, piece.level).text
      return label ? [textPiece(label, piece)] : []
    })
  }

  private paragraph(all: readonly TrackedParagraph[], last: TrackedParagraph): WordParagraph {
    const withWords = all.filter((each) => this.standing(each).length > 0)
    const own = withWords.length > 0 ? withWords : [last]
    const properties = this.side === 'base' ? last.propertiesBase : last.properties
    const style = this.context.styles.style(properties.style ?? this.context.styles.standard)
    const outline = properties.outline ?? style.outline
    const label = this.label(properties, style)
    return {
      kind: 'paragraph',
      pieces: this.counted(
        all.length === 1 ? this.standing(last) : all.flatMap((each) => this.standing(each)),
      ),
      label,
      style,
      outline: outline === undefined || outline > 8 ? undefined : outline,
      origins: own.map(({ origin }) => origin),
      bookmarks: own.flatMap(({ bookmarks }) => bookmarks),
      move: own[0]?.move,
      contents: last.contents,
    }
  }

  private label(properties: ParagraphProperties, style: Style): ListLabel | undefined {
    const id = properties.list ?? style.list
    const list = id === undefined ? undefined : this.context.lists.get(id)
    if (!list) return undefined
    const tied = (to: string | undefined) => {
      const at = list.levels.findIndex((each) => each?.style !== undefined && each.style === to)
      return at < 0 || properties.list !== undefined ? undefined : at
    }
    const level = properties.level ?? tied(style.id) ?? style.level ?? tied(style.listStyle) ?? 0
    return level > 8 ? undefined : this.counters.next(list, level)
  }

  private table({ rows, origin, bookmarks }: TrackedTable): WordTable | undefined {
    const merged = new MergedTable()
    let heads = true
    for (const row of rows) {
      if (!row.sides[this.side]) continue
      heads &&= row.heads
      this.row(merged, row, heads)
    }
    const laid = merged.end()
    return laid.length === 0
      ? undefined
      : { kind: 'table', origins: [origin], bookmarks, rows: laid }
  }

  private row(merged: MergedTable, row: TrackedRow, heads: boolean): void {
    const cells = row.cells.filter((cell) => cell.sides[this.side])
    if (cells.length === 0) return
    merged.row()
    if (row.before > 0) merged.cell({ columns: row.before, merge: undefined, header: heads }, [])
    for (const cell of cells) {
      const blocks = this.blocks(cell.blocks)
      if (cell.joinsBefore) merged.widen(cell.columns, blocks)
      else merged.cell(this.shape(cell, heads), blocks)
    }
  }

  private shape({ columns, merge }: TrackedCell, header: boolean) {
    return { columns, merge: merge[this.side], header }
  }
}

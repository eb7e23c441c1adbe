import {
  isOn,
  type PageBlock,
  type PageCell,
  type PageRow,
  type Run,
  type Side,
} from '#shared/export/page/page.ts'

/** Whether a change that a block holds is marked; one that is not stands in its text as unchanged. */
export type IsMarked = (part: Pick<Run, 'fate' | 'number'>) => boolean

/** What one of the two texts has of a block, with the marks that are wanted; nothing where it lacks it. */
export function sideBlock(block: PageBlock, side: Side, isMarked: IsMarked): PageBlock | undefined {
  if (!isOn(side, block.fate)) return undefined
  const fate = markedFate(block, isMarked)
  if (block.kind === 'table') {
    const rows = block.rows.filter((row) => isOn(side, row.fate))
    return { ...block, fate, rows: rows.map((row) => sideRow(row, side, isMarked)) }
  }
  const { roleA, role, ...rest } = block
  const runs = block.runs.filter((run) => isOn(side, run.fate))
  return {
    ...rest,
    fate,
    role: side === 'A' ? (roleA ?? role) : role,
    runs: runs.map(({ marksA, ...run }) => ({
      ...run,
      fate: markedFate(run, isMarked),
      marks: side === 'A' ? (marksA ?? run.marks) : run.marks,
    })),
  }
}

/** Whether the block holds a change that is marked. */
export function isMarkedBlock(block: PageBlock, isMarked: IsMarked): boolean {
  if (block.fate !== 'kept' && isMarked(block)) return true
  if (block.kind === 'paragraph') {
    return block.runs.some((run) => (run.fate !== 'kept' || run.marksA) && isMarked(run))
  }
  return block.rows.some(
    (row) =>
      (row.fate !== 'kept' && isMarked(row)) ||
      row.cells.some(({ blocks }) => blocks.some((one) => isMarkedBlock(one, isMarked))),
  )
}

function sideRow(row: PageRow, side: Side, isMarked: IsMarked): PageRow {
  const cells = row.cells.map(
    (cell): PageCell => ({
      ...cell,
      blocks: cell.blocks.flatMap((block) => sideBlock(block, side, isMarked) ?? []),
    }),
  )
  return { fate: markedFate(row, isMarked), cells }
}

function markedFate(part: Pick<Run, 'fate' | 'number'>, isMarked: IsMarked): Run['fate'] {
  return part.fate !== 'kept' && isMarked(part) ? part.fate : 'kept'
}

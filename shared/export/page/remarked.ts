import type { Remark } from '../../structure/remark.ts'
import {
  isOn,
  type OpenedUnit,
  type PageBlock,
  type PageCell,
  type Run,
  type Side,
} from './page.ts'

/** A remark and the words that it is about in one line, counted as the draft counts them. */
export interface RemarkedPlace {
  readonly remark: Remark
  readonly from: number
  readonly to: number
}

/** Runs cut where words that somebody remarked on begin and end; words of the base alone count none. */
export function remarkedRuns(
  runs: readonly Run[],
  given: readonly RemarkedPlace[],
): readonly Run[] {
  if (given.length === 0) return runs
  const places = onCharacters(runs, given)
  const edges = places.flatMap(({ from, to }) => [from, to])
  const cut: Run[] = []
  let at = 0
  for (const run of runs) {
    const length = isOn('B', run.fate) ? lengthOf(run) : 0
    const inside = [...new Set(edges.filter((edge) => edge > at && edge < at + length))]
    const cuts = [0, ...inside.map((edge) => edge - at).sort((a, b) => a - b), length]
    if (inside.length === 0) cut.push(opened(run, at, length, places))
    else
      for (const [i, start] of cuts.slice(0, -1).entries()) {
        const end = cuts[i + 1] ?? length
        const part = { ...run, text: run.text.slice(start, end) }
        cut.push(opened(part, at + start, end - start, places))
      }
    at += length
  }
  return cut
}

/** The blocks with remarks on a whole unit at one of them: at the first line in it of their text. */
export function remarkedFrom(
  blocks: readonly PageBlock[],
  at: number,
  remarks: readonly Remark[],
  unit: OpenedUnit,
): readonly PageBlock[] {
  const block = blocks[at]
  return block ? blocks.with(at, remarkedBlock(block, remarks, unit)) : blocks
}

function remarkedBlock(block: PageBlock, remarks: readonly Remark[], unit: OpenedUnit): PageBlock {
  if (block.kind === 'table') {
    let isDone = false
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell): PageCell => {
        const at = isDone ? -1 : cell.blocks.findIndex((one) => hasLine(one, unit.side))
        if (at < 0) return cell
        isDone = true
        return { ...cell, blocks: remarkedFrom(cell.blocks, at, remarks, unit) }
      }),
    }))
    return { ...block, rows }
  }
  const stands = (run: Run) => isOn(unit.side, run.fate)
  const start = block.runs.findIndex(stands)
  const end = block.runs.findLastIndex(stands)
  const openings = remarks.map((remark) => ({ remark, unit }))
  const runs = block.runs.map((run, i) => ({
    ...run,
    ...(i === start ? { opens: [...openings, ...(run.opens ?? [])] } : {}),
    ...(i === end ? { closes: [...(run.closes ?? []), ...remarks] } : {}),
  }))
  return { ...block, runs }
}

/** Whether a block has a line of a text to hang a remark on; a table of blank cells has none. */
export function hasLine(block: PageBlock, side: Side): boolean {
  if (!isOn(side, block.fate)) return false
  if (block.kind === 'paragraph') return true
  return block.rows.some(({ cells }) =>
    cells.some((cell) => cell.blocks.some((one) => hasLine(one, side))),
  )
}

/** Places that begin and end with whole characters, as no half of a surrogate pair is one. */
function onCharacters(
  runs: readonly Run[],
  places: readonly RemarkedPlace[],
): readonly RemarkedPlace[] {
  const text = runs
    .filter(({ fate }) => isOn('B', fate))
    .map((run) => (run.footnote ? ' ' : run.text))
    .join('')
  const isInside = (at: number) => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1))
  return places.map(({ remark, from, to }) => ({
    remark,
    from: isInside(from) ? from - 1 : from,
    to: isInside(to) ? to + 1 : to,
  }))
}

/** A footnote is one unit of its text, whatever mark it shows. */
function lengthOf({ footnote, text }: Run): number {
  return footnote ? 1 : text.length
}

function opened(run: Run, at: number, length: number, places: readonly RemarkedPlace[]): Run {
  if (length === 0) return run
  const opens = places.filter(({ from }) => from === at).map(({ remark }) => ({ remark }))
  const closes = places.filter(({ to }) => to === at + length).map(({ remark }) => remark)
  return {
    ...run,
    ...(opens.length > 0 ? { opens } : {}),
    ...(closes.length > 0 ? { closes } : {}),
  }
}

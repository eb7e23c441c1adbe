import type { Remark } from '../remark.ts'
import { isOn, type PageBlock, type PageCell, type Run } from './page.ts'

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

/** The blocks with remarks on the whole of them at their first line. */
export function remarkedBlocks(
  [first, ...rest]: readonly PageBlock[],
  remarks: readonly Remark[],
): readonly PageBlock[] {
  if (!first) return []
  if (remarks.length === 0) return [first, ...rest]
  if (first.kind === 'table') {
    let isDone = false
    const rows = first.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell): PageCell => {
        if (isDone || cell.blocks.length === 0) return cell
        isDone = true
        return { ...cell, blocks: remarkedBlocks(cell.blocks, remarks) }
      }),
    }))
    return [{ ...first, rows }, ...rest]
  }
  const stands = (run: Run) => isOn(first.fate === 'deleted' ? 'A' : 'B', run.fate)
  const start = first.runs.findIndex(stands)
  const end = first.runs.findLastIndex(stands)
  const runs = first.runs.map((run, i) => ({
    ...run,
    ...(i === start ? { opens: [...remarks, ...(run.opens ?? [])] } : {}),
    ...(i === end ? { closes: [...(run.closes ?? []), ...remarks] } : {}),
  }))
  return [{ ...first, runs }, ...rest]
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
  const opens = places.filter(({ from }) => from === at).map(({ remark }) => remark)
  const closes = places.filter(({ to }) => to === at + length).map(({ remark }) => remark)
  return {
    ...run,
    ...(opens.length > 0 ? { opens } : {}),
    ...(closes.length > 0 ? { closes } : {}),
  }
}

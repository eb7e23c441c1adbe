import type { ReadingWords } from '../tradition/reading.ts'
import type { Line } from './line.ts'

/** Lines of a page at least, and on the page in the middle of all by length: rows of a table are shorter. */
const SHORTEST = 4
const USUAL = 10

/** Pages from which on their numbers show a rhythm. */
const FEWEST = 3

/** Lines that the longest page has. */
const LONGEST = 150

/** Usual pages that may pass before the first number, behind the last and between two: covers, plates, long lists. */
const PAGES_APART = 4

interface Bare {
  readonly line: Line
  readonly at: number
  readonly number: number
}

/**
 * Lines that hold nothing but the number of their page: bare numbers that count on by one, some
 * lines apart, from the beginning of the text to its end. A number torn off a reference is none.
 */
export function pageNumbers(
  lines: readonly Line[],
  { referenceEnd }: ReadingWords,
): ReadonlySet<Line> {
  const isTornOff = (at: number) => {
    const [before = '', after = ''] = [lines[at - 1]?.text, lines[at + 1]?.text]
    return /[,(]$/u.test(before) || referenceEnd.test(before) || /^[,;.)\]]/u.test(after)
  }
  const run = longestRun(
    lines.flatMap((line, at) =>
      /^\d{1,4}$/u.test(line.text) && !isTornOff(at) ? { line, at, number: Number(line.text) } : [],
    ),
  )
  const isPaced = run.length >= FEWEST && (run[0]?.number ?? 0) <= PAGES_APART
  return new Set(isPaced && isEven(run, lines.length) ? run.map(({ line }) => line) : [])
}

function isEven(run: readonly Bare[], end: number): boolean {
  const places = run.map(({ at }) => at)
  const between = places.slice(1).map((at, i) => at - (places[i] ?? 0))
  const usual = [...between].sort((a, b) => a - b)[Math.floor(between.length / 2)] ?? 0
  const gaps = [...between, places[0] ?? 0, end - (places.at(-1) ?? 0)]
  return usual >= USUAL && gaps.every((gap) => gap <= Math.min(usual * PAGES_APART, LONGEST))
}

/** The most numbers that count on by one; for each number the last place of the one before it is taken. */
function longestRun(bare: readonly Bare[]): readonly Bare[] {
  const ending = new Map<number, { readonly last: Bare; readonly length: number }>()
  const before = new Map<Bare, Bare>()
  let best: { readonly last: Bare; readonly length: number } | undefined
  for (const one of bare) {
    const previous = ending.get(one.number - 1)
    const goesOn = previous !== undefined && one.at - previous.last.at >= SHORTEST
    const run = { last: one, length: goesOn ? previous.length + 1 : 1 }
    if (goesOn) before.set(one, previous.last)
    if ((ending.get(one.number)?.length ?? 0) < run.length) ending.set(one.number, run)
    if (run.length > (best?.length ?? 0)) best = run
  }
  const run: Bare[] = []
  for (let one = best?.last; one; one = before.get(one)) run.unshift(one)
  return run
}

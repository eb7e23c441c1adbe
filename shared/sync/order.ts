import { generateNKeysBetween } from 'fractional-indexing'
import { present } from '../base/assert.ts'

/** One unit among its siblings. */
export interface Ranked {
  readonly id: string
  readonly order: string
}

/** Orders siblings by fractional index, equal ones by id: the same on every replica. */
export function compareRanks(a: Ranked, b: Ranked): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/**
 * New orders that put `sequence` in the order given, for as few units as possible: for those in
 * `moving`, and for a neighbor whose order leaves no room (two drafters inserted at one place).
 */
export function ordersFor(
  sequence: readonly Ranked[],
  moving: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const orders = new Map<string, string>()
  let before: string | null = null
  let run: Ranked[] = []
  for (const sibling of sequence) {
    const leavesRoom: boolean = run.length === 0 || before === null || before < sibling.order
    if (moving.has(sibling.id) || !isOrder(sibling.order) || !leavesRoom) {
      run.push(sibling)
      continue
    }
    assign(run, before, sibling.order)
    run = []
    before = sibling.order
  }
  assign(run, before, null)
  return orders

  function assign(units: readonly Ranked[], from: string | null, to: string | null): void {
    const keys = generateNKeysBetween(from, to, units.length)
    for (const [index, { id }] of units.entries()) {
      orders.set(id, present(keys[index], 'as many keys as units'))
    }
  }
}

/** The ids of `sequence` to be moved so that the others already stand in rising `position`. */
export function outOfOrder(
  sequence: readonly string[],
  position: (id: string) => number | undefined,
): ReadonlySet<string> {
  const known = sequence.filter((id) => position(id) !== undefined)
  const values = known.map((id) => position(id) ?? 0)
  const keep = new Set(longestRise(values).map((index) => known[index]))
  return new Set(sequence.filter((id) => !keep.has(id)))
}

/** Indexes of a longest strictly rising subsequence, by patience sorting. */
export function longestRise(values: readonly number[]): readonly number[] {
  const tops: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = tops[low - 1]
    tops[low] = index
  }
  const rise: number[] = []
  for (let at = tops.at(-1); at !== undefined; at = previous[at]) rise.push(at)
  return rise.reverse()
}

const ORDER = /^(?:[a-z]|[A-Z])[0-9A-Za-z]+$/

/** Whether a fractional index is one we can make neighbors for; a foreign one is replaced in passing. */
function isOrder(order: string): boolean {
  if (!ORDER.test(order)) return false
  try {
    generateNKeysBetween(order, null, 1)
    return true
  } catch {
    return false
  }
}

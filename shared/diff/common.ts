import { lcs } from 'fast-myers-diff'

/** Index in A and index in B of what both sides have; both run upwards through a list of pairs. */
export type Pair = readonly [indexA: number, indexB: number]

/**
 * Largest table that Myers' algorithm may fill, in pairs of items. 2,000 words against 2,000 others
 * take some 40 ms; longer texts are first cut at what stands once on each side.
 */
const MAX_PAIRS = 4_000_000

/** The items of a longest (of a very long text: a long) sequence common to A and B. */
export function commonPairs(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const numbers = new Map<string, number>()
  const intern = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  return commonItems(a, b, 0, 0, (restA, restB) => middle(restA.map(intern), restB.map(intern)))
}

/** What stands alike at both ends, and of the middle what `between` finds common. */
function commonItems<T>(
  a: readonly T[],
  b: readonly T[],
  offsetA: number,
  offsetB: number,
  between: (a: readonly T[], b: readonly T[]) => readonly Pair[],
): readonly Pair[] {
  const pairs: Pair[] = []
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) {
    pairs.push([offsetA + start, offsetB + start])
    start++
  }
  let tail = 0
  const longest = Math.min(a.length, b.length) - start
  while (tail < longest && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  if (longest > tail) {
    const middleA = shared(a, start, a.length - tail, new Set(b.slice(start, b.length - tail)))
    const middleB = shared(b, start, b.length - tail, new Set(a.slice(start, a.length - tail)))
    for (const [i, j] of between(middleA.items, middleB.items)) {
      pairs.push([offsetA + (middleA.at[i] ?? 0), offsetB + (middleB.at[j] ?? 0)])
    }
  }
  for (; tail > 0; tail--) pairs.push([offsetA + a.length - tail, offsetB + b.length - tail])
  return pairs
}

interface Shared<T> {
  readonly items: readonly T[]
  /** Where each item stands in the whole. */
  readonly at: readonly number[]
}

/** What the other side has too: the rest cannot be common, and would only cost time. */
function shared<T>(all: readonly T[], from: number, to: number, other: ReadonlySet<T>): Shared<T> {
  const items: T[] = []
  const at: number[] = []
  for (let i = from; i < to; i++) {
    const item = all[i]
    if (item === undefined || !other.has(item)) continue
    items.push(item)
    at.push(i)
  }
  return { items, at }
}

function middle(a: readonly number[], b: readonly number[]): readonly Pair[] {
  if (a.length === 0 || b.length === 0) return []
  if (a.length * b.length > MAX_PAIRS) return anchored(a, b)
  const pairs: Pair[] = []
  for (const [i, j, length] of lcs(Int32Array.from(a), Int32Array.from(b))) {
    for (let n = 0; n < length; n++) pairs.push([i + n, j + n])
  }
  return pairs
}

/** Cuts both sides at what stands once on each, as patience diff does, and compares piece by piece. */
function anchored(a: readonly number[], b: readonly number[]): readonly Pair[] {
  const onceInB = once(b)
  const anchors: Pair[] = []
  for (const [item, i] of once(a)) {
    const j = onceInB.get(item)
    if (j !== undefined) anchors.push([i, j])
  }
  const kept = new Set(
    longestRun(
      anchors.map(([, j]) => j),
      anchors.map(() => 1),
    ),
  )
  const pairs: Pair[] = []
  let fromA = 0
  let fromB = 0
  if (kept.size === 0) return pairs
  for (const [i, j] of [...anchors.filter((_, n) => kept.has(n)), [a.length, b.length] as const]) {
    pairs.push(...commonItems(a.slice(fromA, i), b.slice(fromB, j), fromA, fromB, middle))
    if (i < a.length) pairs.push([i, j])
    fromA = i + 1
    fromB = j + 1
  }
  return pairs
}

/** Items that stand once, in order, with their place. */
function once(items: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  const again = new Set<number>()
  for (const [i, item] of items.entries()) {
    if (places.has(item)) again.add(item)
    else places.set(item, i)
  }
  for (const item of again) places.delete(item)
  return places
}

/** Indexes of the heaviest subsequence of `order` that runs upwards; `order` has no duplicates. */
export function longestRun(
  order: readonly number[],
  weights: readonly number[],
): readonly number[] {
  const rank = new Map([...order].sort((x, y) => x - y).map((value, i) => [value, i + 1]))
  /** Fenwick tree: the index of the heaviest run that ends at or below a rank. */
  const best = new Int32Array(order.length + 1).fill(-1)
  const total = new Float64Array(order.length)
  const before = new Int32Array(order.length).fill(-1)
  let heaviest = -1
  for (const [i, value] of order.entries()) {
    const own = rank.get(value) ?? 0
    let previous = -1
    for (let at = own - 1; at > 0; at -= at & -at)
      previous = heavier(total, previous, best[at] ?? -1)
    before[i] = previous
    total[i] = (weights[i] ?? 1) + (previous < 0 ? 0 : (total[previous] ?? 0))
    for (let at = own; at < best.length; at += at & -at)
      best[at] = heavier(total, best[at] ?? -1, i)
    heaviest = heavier(total, heaviest, i)
  }
  const run: number[] = []
  for (let i = heaviest; i >= 0; i = before[i] ?? -1) run.push(i)
  return run.reverse()
}

function heavier(total: Float64Array, i: number, j: number): number {
  if (i < 0 || j < 0) return Math.max(i, j)
  return (total[j] ?? 0) > (total[i] ?? 0) ? j : i
}

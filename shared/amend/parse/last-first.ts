import type { Spot } from '../address.ts'

/**
 * What one command takes out: parts and sentences that are counted behind what has a number, and the
 * last of them first, so that the counts before it stay those of the law in force.
 */
export function lastFirst(spots: readonly Spot[]): readonly Spot[] {
  const counted = spots.flatMap((spot) => countOf(spot) ?? [])
  const homes = [...new Set(counted.map(({ home }) => home))]
  const ordered = counted.toSorted(
    (a, b) => b.depth - a.depth || homes.indexOf(a.home) - homes.indexOf(b.home) || b.n - a.n,
  )
  return [...spots.filter((spot) => !countOf(spot)), ...ordered.map(({ spot }) => spot)]
}

interface Counted {
  readonly spot: Spot
  /** In which unit it is counted. */
  readonly home: string
  readonly depth: number
  readonly n: number
}

function countOf(spot: Spot): Counted | undefined {
  const { unit, part } = spot
  if (part?.kind === 'sentence') {
    const n = part.n === 'last' ? Number.POSITIVE_INFINITY : part.n
    return { spot, home: JSON.stringify(unit), depth: unit.length + 1, n }
  }
  const last = unit.at(-1)
  if (part || !last || !('ordinal' in last)) return undefined
  const home = JSON.stringify([unit.slice(0, -1), last.kind])
  return { spot, home, depth: unit.length, n: last.ordinal }
}

import type { Made } from './made.ts'

/** A new number for a unit, with the numbers as they are compared. */
export interface Renumbering {
  readonly made: Made
  readonly from: string
  readonly to: string
}

/**
 * Renumberings in an order in which no two units bear one number at a time, the last first where
 * numbers go up. `undefined` where units exchange their numbers, for which law has no words.
 */
export function inOrder(
  renumberings: readonly Renumbering[],
  taken: ReadonlySet<string>,
): readonly Made[] | undefined {
  const held = new Set(taken)
  const ordered: Made[] = []
  let waiting = renumberings
  while (waiting.length > 0) {
    const next = waiting.findLast(({ to }) => !held.has(to))
    if (!next) return undefined
    held.delete(next.from)
    held.add(next.to)
    ordered.push(next.made)
    waiting = waiting.filter((one) => one !== next)
  }
  return ordered
}

import * as Y from 'yjs'

/** A draft as both sides had it, as each of them made it. */
export interface ThreeStates {
  readonly common: Y.Doc
  readonly mine: Y.Doc
  readonly theirs: Y.Doc
}

/** How far each side was when two states of a draft were put together. */
export interface TwoSides {
  readonly mine: Y.Snapshot
  readonly theirs: Y.Snapshot
}

/**
 * The states that were merged into a draft, made again from it. What both sides had follows from the
 * two snapshots alone, so nothing must be remembered of earlier exchanges and their order is free.
 * `merged` keeps what was deleted (`gc: false`).
 */
export function threeStates(merged: Y.Doc, { mine, theirs }: TwoSides): ThreeStates {
  const state = (snapshot: Y.Snapshot) =>
    Y.createDocFromSnapshot(merged, snapshot, new Y.Doc({ gc: false }))
  return {
    common: state(commonSnapshot(mine, theirs)),
    mine: state(mine),
    theirs: state(theirs),
  }
}

/** What two replicas both have: of each client the shorter run, and what both deleted. */
export function commonSnapshot(a: Y.Snapshot, b: Y.Snapshot): Y.Snapshot {
  const clocks = new Map<number, number>()
  for (const [client, clock] of a.sv) {
    const shorter = Math.min(clock, b.sv.get(client) ?? 0)
    if (shorter > 0) clocks.set(client, shorter)
  }
  const deletions = Y.createDeleteSet()
  for (const [client, ranges] of a.ds.clients) {
    const both = overlap(ranges, b.ds.clients.get(client) ?? [])
    if (both.length > 0) deletions.clients.set(client, both)
  }
  return Y.createSnapshot(deletions, clocks)
}

type Range = NonNullable<ReturnType<Y.Snapshot['ds']['clients']['get']>>[number]

function overlap(a: readonly Range[], b: readonly Range[]): Range[] {
  const byClock = (one: Range, other: Range) => one.clock - other.clock
  const lefts = a.toSorted(byClock)
  const rights = b.toSorted(byClock)
  const both: Range[] = []
  let i = 0
  let j = 0
  for (let left = lefts[i], right = rights[j]; left && right; left = lefts[i], right = rights[j]) {
    const from = Math.max(left.clock, right.clock)
    const leftEnd = left.clock + left.len
    const rightEnd = right.clock + right.len
    const to = Math.min(leftEnd, rightEnd)
    if (from < to) both.push({ clock: from, len: to - from })
    if (leftEnd <= rightEnd) i++
    else j++
  }
  return both
}

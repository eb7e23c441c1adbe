import * as Y from 'yjs'
import { mergeReview, type ReviewEntry } from '#shared/merge/review.ts'
import { commonSnapshot, type TwoSides } from '#shared/merge/three-states.ts'
import { transact } from '#store/connection.ts'
import type { DeskContext } from '../context.ts'
import { keepMerge } from './merges.ts'

/**
 * Keeps what is to be reviewed after the text here and that on the server came together: where both
 * went on without the other. `merged` holds both, and keeps what was deleted (`gc: false`).
 */
export function keepMeeting(
  { store, now, newId, windows }: DeskContext,
  document: string,
  merged: Y.Doc,
  sides: TwoSides,
): void {
  const common = commonSnapshot(sides.mine, sides.theirs)
  // A draft that one of them only now heard of, or that went on at one of them alone.
  if (common.sv.size === 0 || Object.values(sides).some((side) => Y.equalSnapshots(common, side)))
    return
  const entries = mergeReview(merged, sides)
  if (entries.length === 0) return
  const merge = { id: newId(), at: now(), from: writersOf(entries), sides }
  transact(store.db, () => keepMerge(store.db, document, merge))
  windows.tellReaders(document, { kind: 'merge', document })
}

function writersOf(entries: readonly ReviewEntry[]): string {
  const names = entries.flatMap(({ theirsBy }) =>
    theirsBy.flatMap(({ person }) => (person?.name ? [person.name] : [])),
  )
  return [...new Set(names)].join(', ')
}

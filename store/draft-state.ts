import * as Y from 'yjs'
import { ownBytes, type Reader } from './connection.ts'
import type { DocumentKey } from './documents.ts'
import { newestSnapshot } from './snapshots.ts'
import { readUpdates } from './updates.ts'

/** The whole draft as one Yjs update: the newest snapshot and the log behind it. */
export function draftState(db: Reader, document: DocumentKey): Uint8Array<ArrayBuffer> {
  const snapshot = newestSnapshot(db, document)
  const rows = readUpdates(db, document, snapshot?.upto ?? 0)
  const updates = [...(snapshot ? [snapshot.state] : []), ...rows.map(({ bytes }) => bytes)]
  return ownBytes(mergedUpdates(updates))
}

/**
 * One update with all that is in `updates`. The first of a log is as long as all behind it, so it is
 * merged once, with what those are together.
 */
export function mergedUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first, ...rest] = updates
  if (!first) return Y.encodeStateAsUpdate(new Y.Doc())
  return rest.length === 0 ? first : Y.mergeUpdates([first, merged(rest)])
}

/** Updates merged at once: `Y.mergeUpdates` takes the square of their number, groups take little more than the sum. */
const GROUP = 64

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first
  const groups = Array.from({ length: Math.ceil(updates.length / GROUP) }, (_, i) =>
    Y.mergeUpdates(updates.slice(i * GROUP, (i + 1) * GROUP)),
  )
  return merged(groups)
}

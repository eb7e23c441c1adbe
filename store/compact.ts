import * as Y from 'yjs'
import { crcOf, sameBytes, sha256 } from './checksum.ts'
import { transact, type Writer } from './connection.ts'
import type { DocumentKey } from './documents.ts'
import {
  dropSnapshot,
  insertSnapshot,
  isWhole,
  KEPT_SNAPSHOTS,
  newestSnapshot,
  readSnapshots,
} from './snapshots.ts'
import { dropUpdates, readUpdates, type UpdateRow } from './updates.ts'

/**
 * What came of a compaction: `refused` when a row is damaged or waits for one that is missing, or the
 * draft was compacted meanwhile. Nothing is dropped then.
 */
export type Compaction =
  | { readonly kind: 'done'; readonly upto: number; readonly bytes: number }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'refused'
      readonly reason: 'damaged' | 'incomplete' | 'overtaken' | 'unequal'
    }

/** Rows applied between two yields: a few milliseconds of work in a draft of 10,000 units. */
const STRIDE = 32

/**
 * Makes a snapshot of a draft from its log alone, in steps between which the caller may do other
 * work. The snapshot is loaded and compared with the replay, and read back from the database, before
 * rows are dropped; all of it is one transaction.
 */
export function* compaction(
  db: Writer,
  document: DocumentKey,
  now: () => number,
): Generator<undefined, Compaction> {
  const from = newestSnapshot(db, document)
  const rows = readUpdates(db, document, from?.upto ?? 0)
  const last = rows.at(-1)
  if (!last) return { kind: 'nothing' }
  if (from && !isWhole(from)) return { kind: 'refused', reason: 'damaged' }
  if (rows.some((row) => crcOf(row.bytes) !== row.crc))
    return { kind: 'refused', reason: 'damaged' }

  const replay = yield* replayed(from?.state, rows)
  if (isIncomplete(replay)) return { kind: 'refused', reason: 'incomplete' }
  const state = Y.encodeStateAsUpdate(replay)
  yield
  if (!loadsAs(state, replay)) return { kind: 'refused', reason: 'unequal' }
  yield

  return transact(db, (): Compaction => {
    if (newestSnapshot(db, document)?.upto !== from?.upto)
      return { kind: 'refused', reason: 'overtaken' }
    const upto = last.seq
    const row = { document, upto, at: now(), state, sha256: sha256(state), chain: last.hash }
    insertSnapshot(db, row)
    const written = newestSnapshot(db, document)
    if (written?.upto !== upto || !sameBytes(written.state, state) || !isWhole(written))
      throw new Error(`snapshot ${upto} of document ${document} did not read back as written`)
    dropCovered(db, document)
    return { kind: 'done', upto, bytes: state.byteLength }
  })
}

/** {@link compaction} without pauses. */
export function compact(db: Writer, document: DocumentKey, now: () => number): Compaction {
  const steps = compaction(db, document, now)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Whether updates wait for others that the document does not have. */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

function* replayed(
  state: Uint8Array | undefined,
  rows: readonly UpdateRow[],
): Generator<undefined, Y.Doc> {
  // What was deleted is kept: a merge shows what each side had, also of what the other took away.
  const doc = new Y.Doc({ gc: false })
  if (state) Y.applyUpdate(doc, state)
  for (let at = 0; at < rows.length; at += STRIDE) {
    yield
    doc.transact(() => {
      for (const row of rows.slice(at, at + STRIDE)) Y.applyUpdate(doc, row.bytes)
    })
  }
  return doc
}

function loadsAs(state: Uint8Array, replay: Y.Doc): boolean {
  const loaded = new Y.Doc({ gc: false })
  Y.applyUpdate(loaded, state)
  return !isIncomplete(loaded) && Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(replay))
}

/** Rows stay until the oldest kept snapshot covers them. */
function dropCovered(db: Writer, document: DocumentKey): void {
  const snapshots = readSnapshots(db, document)
  for (const { upto } of snapshots.slice(KEPT_SNAPSHOTS)) dropSnapshot(db, document, upto)
  const oldest = snapshots[KEPT_SNAPSHOTS - 1]
  if (oldest) dropUpdates(db, document, oldest.upto)
}

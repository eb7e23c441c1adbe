import * as Y from 'yjs'
import { sha256 } from '#store/checksum.ts'
import { isIncomplete } from '#store/compact.ts'
import type { Statements } from '#store/sync/database.ts'
import { coveredBy, type NewSnapshot, readRoom, type StoredRoom } from '#store/sync/room-log.ts'

/** A snapshot to be written, or why there is none. */
export type RoomSnapshot =
  | { readonly kind: 'made'; readonly snapshot: NewSnapshot }
  | { readonly kind: 'nothing' | 'incomplete' | 'unequal' }

/**
 * Makes a snapshot of what the log holds of a room. Refused where updates wait for others: a snapshot
 * would lose them. The snapshot is loaded and compared with the replay.
 */
export async function makeSnapshot(db: Statements, room: string): Promise<RoomSnapshot> {
  const stored = await readRoom(db, room)
  if (stored.updates.length === 0) return { kind: 'nothing' }
  const replay = replayed(stored)
  if (isIncomplete(replay)) return { kind: 'incomplete' }
  const state = Y.encodeStateAsUpdate(replay)
  if (!loadsAs(state, replay)) return { kind: 'unequal' }
  const snapshot: NewSnapshot = {
    room,
    before: stored.newest,
    from: stored.snapshot,
    state,
    seal: sha256(state),
    covers: stored.updates.map(({ id }) => id),
    drops: await coveredBy(db, room, stored.snapshot),
  }
  return { kind: 'made', snapshot }
}

/** Rows applied in one transaction: a transaction for each would take most of the time. */
const STRIDE = 64

function replayed(stored: StoredRoom): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  if (stored.state) Y.applyUpdate(doc, stored.state)
  for (let at = 0; at < stored.updates.length; at += STRIDE)
    doc.transact(() => {
      for (const { bytes } of stored.updates.slice(at, at + STRIDE)) Y.applyUpdate(doc, bytes)
    })
  return doc
}

function loadsAs(state: Uint8Array, replay: Y.Doc): boolean {
  const loaded = new Y.Doc({ gc: false })
  Y.applyUpdate(loaded, state)
  return !isIncomplete(loaded) && Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(replay))
}

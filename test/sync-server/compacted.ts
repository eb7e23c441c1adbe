import { compactRoom, type RoomCompaction } from '#server/sync/room-compactor.ts'
import { createSnapshotThread } from '#server/sync/snapshot-thread.ts'
import type { SyncDatabase } from '#store/sync/database.ts'

/** What comes of compacting a room, with a thread of its own. */
export async function compacted(db: SyncDatabase, room: string): Promise<RoomCompaction> {
  const snapshots = createSnapshotThread(db.reader)
  try {
    return await compactRoom({ db, snapshots, now: Date.now }, room)
  } finally {
    await snapshots.stop()
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { openSyncReader } from '#store/sync/reader.ts'
import { isSnapshotWhole } from '#store/sync/room-log.ts'
import { makeSnapshot } from './room-snapshot.ts'
import type { SnapshotAnswer, SnapshotOrder } from './snapshot-thread.ts'

/** The thread that makes and checks snapshots, over a connection of its own that only reads. */
const reader = openSyncReader(workerData)
parentPort?.on('message', async (order: SnapshotOrder) => {
  if (order.kind === 'end') process.exit()
  parentPort?.postMessage(await answerTo(order))
})

async function answerTo(order: Exclude<SnapshotOrder, { kind: 'end' }>): Promise<SnapshotAnswer> {
  try {
    const db = await reader
    return order.kind === 'make'
      ? await makeSnapshot(db, order.room)
      : { kind: 'checked', isWhole: await isSnapshotWhole(db, order.snapshot) }
  } catch (fault) {
    return { kind: 'fault', fault: String(fault) }
  }
}

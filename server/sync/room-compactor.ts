import type { SyncDatabase } from '#store/sync/database.ts'
import {
  dropSnapshot,
  dropSnapshotsBefore,
  dropUpdates,
  insertSnapshot,
  markCovered,
  type StoredRoom,
} from '#store/sync/room-log.ts'
import type { Metrics } from './metrics.ts'
import { createSnapshotThread, type SnapshotThread } from './snapshot-thread.ts'

/** Compacts rooms whose log has grown, one at a time, from the log alone and never from memory. */
export interface RoomCompactor {
  /** Tells that a room's log grew by an update of so many bytes. */
  grew(room: string, bytes: number): void
  /** Tells what no snapshot covers of a room that was just read. */
  loaded(room: string, updates: StoredRoom['updates']): void
  unloaded(room: string): void
  /** Ends when nothing is left to compact. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** A room's log behind its snapshot at which it is compacted. */
export interface RoomLimits {
  readonly rows: number
  readonly bytes: number
}

/** Below these a room is read about as fast as from its snapshot alone. */
const ROOM_LIMITS: RoomLimits = { rows: 500, bytes: 1_000_000 }

/** What came of a compaction; nothing is dropped unless it is done. */
export type RoomCompaction = 'done' | 'nothing' | 'incomplete' | 'unequal' | 'overtaken' | 'stopped'

interface Growth extends RoomLimits {
  /** Bytes of the longest update: a seed is no growth, for a snapshot of it would be as long. */
  readonly longest: number
}

const NO_GROWTH: Growth = { rows: 0, bytes: 0, longest: 0 }

interface CompactorParts {
  readonly db: SyncDatabase
  readonly metrics: Metrics
  readonly now: () => number
  readonly log: (where: string, fault: unknown) => void
  readonly limits?: RoomLimits | undefined
}

export function createRoomCompactor(parts: CompactorParts): RoomCompactor {
  const { db, metrics, now, log, limits = ROOM_LIMITS } = parts
  const growth = new Map<string, Growth>()
  const due = new Set<string>()
  const snapshots = createSnapshotThread(db.reader)
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  return {
    grew: (room, bytes) => add(room, [bytes]),
    loaded(room, updates) {
      growth.delete(room)
      add(
        room,
        updates.map(({ bytes }) => bytes.byteLength),
      )
    },
    unloaded: (room) => void growth.delete(room),
    settled: () => running,
    async stop() {
      stopping.abort()
      await snapshots.stop()
      await running
    },
  }

  function add(room: string, lengths: readonly number[]): void {
    const had = growth.get(room) ?? NO_GROWTH
    const grown = {
      rows: had.rows + lengths.length,
      bytes: lengths.reduce((sum, length) => sum + length, had.bytes),
      longest: lengths.reduce((most, length) => Math.max(most, length), had.longest),
    }
    growth.set(room, grown)
    if (grown.rows < limits.rows && grown.bytes - grown.longest < limits.bytes) return
    if (due.has(room) || stopping.signal.aborted) return
    due.add(room)
    running = running.then(() => run(room))
  }

  async function run(room: string): Promise<void> {
    // One that cannot be compacted is tried again when its log has grown as much again.
    growth.set(room, NO_GROWTH)
    due.delete(room)
    if (stopping.signal.aborted) return
    const started = now()
    metrics.compacting(1)
    try {
      const outcome = await compactRoom({ db, snapshots, now, signal: stopping.signal }, room)
      if (outcome === 'done') metrics.compacted(now() - started)
      else if (outcome !== 'stopped') log(`compaction of ${room}`, outcome)
    } catch (fault) {
      if (!stopping.signal.aborted) log(`compaction of ${room}`, fault)
    }
    metrics.compacting(0)
  }
}

interface CompactionParts {
  readonly db: SyncDatabase
  readonly snapshots: SnapshotThread
  readonly now: () => number
  readonly signal?: AbortSignal
}

/** Rows marked or dropped between two turns of the loop: some milliseconds of work. */
const ROWS_AT_ONCE = 500

/**
 * Makes a snapshot of what the log holds of a room, in the thread of snapshots, and writes it here, a
 * little at a time. It reads back before anything is marked or dropped. Wherever this ends, the log
 * holds the room: rows that are not marked yet are read once more, and covered by the next snapshot.
 */
export async function compactRoom(parts: CompactionParts, room: string): Promise<RoomCompaction> {
  const { db, snapshots, now, signal } = parts
  const made = await snapshots.make(room)
  if (made.kind !== 'made') return made.kind
  const { snapshot } = made
  const id = await insertSnapshot(db, snapshot, now())
  if (id === undefined) return 'overtaken'
  if (!(await snapshots.isWhole(id))) {
    await dropSnapshot(db, id)
    throw new Error(`a snapshot of ${room} did not read back as written`)
  }
  for (const ids of pieces(snapshot.covers)) {
    if (signal?.aborted) return 'stopped'
    await markCovered(db, id, ids)
    await turn()
  }
  for (const ids of pieces(snapshot.drops)) {
    if (signal?.aborted) return 'stopped'
    await dropUpdates(db, ids)
    await turn()
  }
  await dropSnapshotsBefore(db, room, snapshot.from)
  return 'done'
}

function pieces(ids: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, i) =>
    ids.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE),
  )
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

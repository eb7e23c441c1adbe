import * as Y from 'yjs'
import { isIncomplete } from '#store/compact.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { readRoom, type StoredRoom, writeSnapshot } from '#store/sync/room-log.ts'
import type { Metrics } from './metrics.ts'

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

/** Milliseconds of work between two turns of the loop, so that updates do not wait for a compaction. */
const SLICE = 8

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
    const started = now()
    try {
      const outcome = await compactRoom(db, room, now, stopping.signal)
      if (outcome === 'done') metrics.compacted(now() - started)
      else if (outcome !== 'stopped') log(`compaction of ${room}`, outcome)
    } catch (fault) {
      log(`compaction of ${room}`, fault)
    }
  }
}

/**
 * Makes a snapshot of what the log holds of a room. Refused where updates wait for others: a snapshot
 * would lose them. The snapshot is loaded and compared with the replay before it is written.
 */
export async function compactRoom(
  db: SyncDatabase,
  room: string,
  now: () => number,
  signal?: AbortSignal,
): Promise<RoomCompaction> {
  const stored = await readRoom(db, room)
  if (stored.updates.length === 0) return 'nothing'
  const replay = await replayed(stored, signal)
  if (!replay) return 'stopped'
  if (isIncomplete(replay)) return 'incomplete'
  const state = Y.encodeStateAsUpdate(replay)
  await turn()
  if (!loadsAs(state, replay)) return 'unequal'
  const written = await writeSnapshot(db, {
    room,
    before: stored.snapshot,
    state,
    covers: stored.updates.map(({ id }) => id),
    at: now(),
  })
  return written ? 'done' : 'overtaken'
}

/** Rows applied in one transaction: a transaction for each would take most of the time. */
const STRIDE = 64

async function replayed(stored: StoredRoom, signal?: AbortSignal): Promise<Y.Doc | undefined> {
  const doc = new Y.Doc({ gc: false })
  if (stored.state) Y.applyUpdate(doc, stored.state)
  let end = performance.now() + SLICE
  for (let at = 0; at < stored.updates.length; at += STRIDE) {
    if (signal?.aborted) return undefined
    if (performance.now() > end) {
      await turn()
      end = performance.now() + SLICE
    }
    doc.transact(() => {
      for (const { bytes } of stored.updates.slice(at, at + STRIDE)) Y.applyUpdate(doc, bytes)
    })
  }
  return doc
}

function loadsAs(state: Uint8Array, replay: Y.Doc): boolean {
  const loaded = new Y.Doc({ gc: false })
  Y.applyUpdate(loaded, state)
  return !isIncomplete(loaded) && Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(replay))
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

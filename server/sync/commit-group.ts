import type { SyncDatabase } from '#store/sync/database.ts'
import { appendUpdates, type RoomUpdate } from '#store/sync/room-log.ts'
import type { Metrics } from './metrics.ts'
import { SyncRefusal } from './refusal.ts'

/** Updates that arrive together are committed together: one sync of the disk for all of them. */
export interface SyncCommits {
  /** Ends when the update is on disk; rejects, as `unavailable`, when the database stays away too long. */
  append(update: RoomUpdate): Promise<void>
  /** Updates that wait. */
  waiting(): number
  /** Ends when nothing waits. */
  settled(): Promise<void>
  /** Gives what waits up, and takes nothing more. */
  stop(): void
}

export interface SyncCommitOptions {
  readonly db: SyncDatabase
  readonly metrics: Metrics
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Milliseconds that an update waits for a database that is away. */
  readonly patience?: number
  readonly log: (where: string, fault: unknown) => void
}

/** Longer than a database takes to start again; then clients are sent away and keep what they have. */
const PATIENCE = 20_000

/** Milliseconds before the first new try and between the later ones. */
const FIRST_RETRY = 50
const LONGEST_RETRY = 1000

/** Updates in one transaction, so that none waits for the sum of all others. */
const MOST_TOGETHER = 1000

interface Waiting {
  readonly update: RoomUpdate
  readonly since: number
  settle(fault?: unknown): void
}

export function createSyncCommits(options: SyncCommitOptions): SyncCommits {
  const { db, metrics, now, patience = PATIENCE, log } = options
  let queue: Waiting[] = []
  let running: Promise<void> | undefined
  let stopped = false

  return {
    append(update) {
      if (stopped) return Promise.reject(new SyncRefusal('stopping'))
      return new Promise((resolve, reject) => {
        queue.push({
          update,
          since: now(),
          settle: (fault) => (fault === undefined ? resolve() : reject(fault)),
        })
        running ??= drain()
      })
    },
    waiting: () => queue.length,
    settled: async () => running,
    stop() {
      stopped = true
      for (const { settle } of queue) settle(new SyncRefusal('stopping'))
      queue = []
    },
  }

  async function drain(): Promise<void> {
    // What other sockets bring in this turn of the loop belongs to the same transaction.
    await new Promise((resolve) => setImmediate(resolve))
    let retry = FIRST_RETRY
    while (queue.length > 0) {
      const group = queue.slice(0, MOST_TOGETHER)
      const started = now()
      try {
        await appendUpdates(
          db,
          group.map(({ update }) => update),
        )
        queue = queue.slice(group.length)
        metrics.committed(group.length, now() - started)
        for (const { settle } of group) settle()
        retry = FIRST_RETRY
      } catch (fault) {
        log('commit', fault)
        metrics.failed()
        giveUp()
        await new Promise((resolve) => setTimeout(resolve, retry))
        retry = Math.min(retry * 2, LONGEST_RETRY)
      }
    }
    running = undefined
  }

  function giveUp(): void {
    const late = queue.filter(({ since }) => now() - since > patience)
    queue = queue.filter((each) => !late.includes(each))
    for (const { settle } of late) settle(new SyncRefusal('unavailable'))
  }
}

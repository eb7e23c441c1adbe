import { type Compaction, compaction } from '#store/compact.ts'
import type { Writer } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { snapshotSeq } from '#store/snapshots.ts'
import { logSize } from '#store/updates.ts'
import { inSlices } from './turn.ts'

/** Compacts drafts whose log has grown, one at a time, in the pauses of other work. */
export interface Compactor {
  /** Tells that a draft's log grew by an update of so many bytes. */
  grew(document: DocumentKey, bytes: number): void
  /** Ends when nothing is left to compact. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Log behind the newest snapshot at which a draft is compacted. */
export interface LogLimits {
  readonly rows: number
  readonly bytes: number
}

/** Below these a draft opens about as fast as from its snapshot alone. */
export const LOG_LIMITS: LogLimits = { rows: 500, bytes: 1_000_000 }

interface Growth {
  rows: number
  bytes: number
}

export function createCompactor(
  db: Writer,
  now: () => number,
  log: (where: string, fault: unknown) => void,
  limits: LogLimits = LOG_LIMITS,
): Compactor {
  const growth = new Map<DocumentKey, Growth>()
  const due = new Set<DocumentKey>()
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  return {
    grew(document, bytes) {
      const grown = growth.get(document) ?? sizeOf(document)
      growth.set(document, { rows: grown.rows + 1, bytes: grown.bytes + bytes })
      if (grown.rows < limits.rows && grown.bytes < limits.bytes) return
      if (due.has(document) || stopping.signal.aborted) return
      due.add(document)
      running = running.then(() => run(document)).then(ended, (fault) => log('compaction', fault))
    },
    settled: () => running,
    async stop() {
      stopping.abort()
      await running
    },
  }

  function ended(outcome: Compaction | undefined): void {
    if (outcome?.kind === 'refused') log('compaction', outcome.reason)
  }

  /** The seed is no growth: a snapshot of it would be as long. */
  function sizeOf(document: DocumentKey): Growth {
    return logSize(db, document, Math.max(1, snapshotSeq(db, document)))
  }

  async function run(document: DocumentKey): Promise<Compaction | undefined> {
    // A draft that cannot be compacted is tried again when its log has grown as much again.
    growth.set(document, { rows: 0, bytes: 0 })
    due.delete(document)
    return inSlices(compaction(db, document, now), stopping.signal)
  }
}

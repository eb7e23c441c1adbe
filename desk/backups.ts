import { backupTime } from '#store/backup.ts'
import { statement } from '#store/connection.ts'
import type { Store } from '#store/open.ts'

/** Copies the library while the desk is open, and once more when it closes. */
export interface Backups {
  /** Ends the rounds, and copies what changed since the last if the time suffices. */
  stop(): Promise<void>
}

/** Milliseconds between two looks whether anything changed. */
const EVERY = 3_600_000
/** Milliseconds that the copy at the end may take; the library itself is safe without it. */
const DEADLINE = 3_000

export function createBackups(
  store: Store,
  now: () => number,
  log: (where: string, fault: unknown) => void,
): Backups {
  const stopping = new AbortController()
  let copied = isDue() ? -1 : changes()
  let running = Promise.resolve()
  const timer = setInterval(() => round(stopping.signal), EVERY)
  timer.unref()
  if (copied === -1) setImmediate(() => round(stopping.signal))

  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
      round(AbortSignal.timeout(DEADLINE))
      await running
    },
  }

  function round(signal: AbortSignal): void {
    running = running.then(() => copy(signal))
  }

  async function copy(signal: AbortSignal): Promise<void> {
    const at = changes()
    if (at === copied || signal.aborted) return
    try {
      await store.backUp(signal)
      copied = at
    } catch (fault) {
      if (!signal.aborted) log('backup', fault)
    }
  }

  /** A library that was not closed for a while has no backup from its closing. */
  function isDue(): boolean {
    const [newest] = store.backups()
    return newest !== undefined && now() - backupTime(newest) > EVERY * 24
  }

  function changes(): number {
    return Number(statement<[], number>(store.db, 'SELECT total_changes()').pluck().get())
  }
}

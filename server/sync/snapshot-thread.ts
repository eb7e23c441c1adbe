import { Worker } from 'node:worker_threads'
import type { ReaderPlace } from '#store/sync/database.ts'
import type { RoomSnapshot } from './room-snapshot.ts'

/**
 * Makes snapshots of rooms in a thread of its own, so that no room waits for another's. One order at
 * a time; an order rejects where the database is away or the thread ends.
 */
export interface SnapshotThread {
  make(room: string): Promise<RoomSnapshot>
  /** Whether a snapshot reads back from the database as it was written. */
  isWhole(snapshot: number): Promise<boolean>
  stop(): Promise<void>
}

export type SnapshotOrder =
  | { readonly kind: 'make'; readonly room: string }
  | { readonly kind: 'check'; readonly snapshot: number }

export type SnapshotAnswer =
  | RoomSnapshot
  | { readonly kind: 'checked'; readonly isWhole: boolean }
  | { readonly kind: 'fault'; readonly fault: string }

/** Milliseconds without an order after which the thread ends and gives its memory back. */
const IDLE = 10_000

/** The thread starts with the first order, and with the next one after it has ended. */
export function createSnapshotThread(place: ReaderPlace): SnapshotThread {
  let worker: Worker | undefined
  let answer: (told: SnapshotAnswer) => void = () => {}
  let idle: NodeJS.Timeout | undefined

  return {
    async make(room) {
      const told = await ask({ kind: 'make', room })
      if (told.kind === 'checked') throw new Error('the thread answered another order')
      return told
    },
    async isWhole(snapshot) {
      const told = await ask({ kind: 'check', snapshot })
      return told.kind === 'checked' && told.isWhole
    },
    stop: () => end('it was stopped'),
  }

  async function ask(order: SnapshotOrder): Promise<Exclude<SnapshotAnswer, { kind: 'fault' }>> {
    clearTimeout(idle)
    const thread = started()
    // While it works the thread keeps the program running, and not when it waits.
    thread.ref()
    const told = await new Promise<SnapshotAnswer>((resolve) => {
      answer = resolve
      thread.postMessage(order)
    })
    thread.unref()
    if (told.kind === 'fault') {
      // Its connection may be what is broken.
      await end(told.fault)
      throw new Error(told.fault)
    }
    idle = setTimeout(() => void end('it had nothing to do'), IDLE)
    idle.unref()
    return told
  }

  function started(): Worker {
    if (worker) return worker
    const made = new Worker(workerFile(), { workerData: place })
    made.on('message', (told: SnapshotAnswer) => answer(told))
    made.on('error', (fault) => answer({ kind: 'fault', fault: String(fault) }))
    made.on('exit', () => made === worker && void end('it ended early'))
    worker = made
    return made
  }

  async function end(reason: string): Promise<void> {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    answer({ kind: 'fault', fault: `the thread of snapshots: ${reason}` })
    await ending?.terminate()
  }
}

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./snapshot-worker.${ending}`, import.meta.url)
}

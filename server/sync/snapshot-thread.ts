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
  /** Resolves when the thread has ended, and rejects the order without an answer and all that come. */
  stop(): Promise<void>
}

export type SnapshotOrder =
  | { readonly kind: 'make'; readonly room: string }
  | { readonly kind: 'check'; readonly snapshot: number }
  | { readonly kind: 'end' }

export type SnapshotAnswer =
  | RoomSnapshot
  | { readonly kind: 'checked'; readonly isWhole: boolean }
  | { readonly kind: 'fault'; readonly fault: string }

/** Milliseconds without an order after which the thread ends and gives its memory back. */
const IDLE = 10_000

/** The thread starts with the first order, and with the next one after it has ended. */
export function createSnapshotThread(place: ReaderPlace): SnapshotThread {
  let running: Running | undefined
  let isStopped = false
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
    stop() {
      isStopped = true
      return end(STOPPED)
    },
  }

  async function ask(order: SnapshotOrder): Promise<Exclude<SnapshotAnswer, { kind: 'fault' }>> {
    if (isStopped) throw new Error(STOPPED)
    clearTimeout(idle)
    running ??= start()
    const { thread } = running
    // While it works the thread keeps the program running, and not when it waits.
    thread.ref()
    const told = await new Promise<SnapshotAnswer>((resolve) => {
      answer = resolve
      thread.postMessage(order)
    })
    if (told.kind === 'fault') {
      // Its connection may be what is broken.
      await end(told.fault)
      throw new Error(told.fault)
    }
    thread.unref()
    idle = setTimeout(() => void end('the thread of snapshots had nothing to do'), IDLE)
    idle.unref()
    return told
  }

  function start(): Running {
    const thread = new Worker(workerFile(), { workerData: place })
    const isRunning = () => running?.thread === thread
    const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
    thread.on('message', (told: SnapshotAnswer) => isRunning() && answer(told))
    thread.on('error', (fault) => isRunning() && answer({ kind: 'fault', fault: String(fault) }))
    thread.on('exit', () => isRunning() && void end('the thread of snapshots ended early'))
    return { thread, ended }
  }

  /** Asks the thread to end: one ended from outside amid a call of SQLite may take the program along. */
  async function end(fault: string): Promise<void> {
    clearTimeout(idle)
    const ending = running
    running = undefined
    answer({ kind: 'fault', fault })
    if (!ending) return
    ending.thread.ref()
    ending.thread.postMessage({ kind: 'end' } satisfies SnapshotOrder)
    await ending.ended
  }
}

interface Running {
  readonly thread: Worker
  readonly ended: Promise<void>
}

const STOPPED = 'the thread of snapshots was stopped'

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./snapshot-worker.${ending}`, import.meta.url)
}

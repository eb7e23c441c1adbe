import { type Problem, problem } from '#shared/base/problem.ts'
import type { Result } from '#shared/base/result.ts'
import { createStore, type Store } from './store.ts'

/**
 * How safe the words on the page are: `edited`: only in this window's memory; `saving`: handed to the
 * host and not yet answered; `saved`: committed to this computer's disk; `failed`: the host could not
 * take them, they are kept in memory and sent again.
 */
export type SaveState =
  | { readonly kind: 'edited' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** From the least safe. */
const SAFETY = ['failed', 'edited', 'saving', 'saved'] as const

/** The state of what is least safe of several queues. */
export function leastSafe(first: SaveState, ...others: readonly SaveState[]): SaveState {
  const rank = ({ kind }: SaveState) => SAFETY.indexOf(kind)
  return others.reduce((least, one) => (rank(one) < rank(least) ? one : least), first)
}

export interface SaveQueue {
  readonly state: Store<SaveState>
  push(update: Uint8Array): void
  /** Sends again what was refused, without waiting for the next try. */
  retry(): void
  /** Whether closing the window now would lose words. */
  hasUnsaved(): boolean
  /** Ends when nothing waits: what was typed is on disk, or was refused and waits for another try. */
  settled(): Promise<void>
  close(): void
}

export interface SaveQueueOptions {
  readonly save: (update: Uint8Array) => Promise<Result<unknown>>
  readonly merge: (updates: readonly Uint8Array[]) => Uint8Array
  /** Has whoever makes updates push what they still hold back: before the queue tells what is unsaved, or closes. */
  readonly gather: () => void
  /** Calls back later; gives a function that forgets it. */
  readonly later: (callback: () => void, milliseconds: number) => () => void
}

/** Updates sent as one: merging is quadratic in their number, and a burst of typing is far below it. */
const MOST_MERGED = 64

/** Milliseconds until a change is sent, more than a frame takes: the page shows the key first. */
const HANDOVER = 20

/** Milliseconds before the first retry and the longest wait between two; the wait doubles. */
const FIRST_RETRY = 500
const LONGEST_RETRY = 10_000

/**
 * Keeps each update in memory until the host says that it is on disk. One save is under way at a
 * time; what comes meanwhile goes with the next. A queue that closes sends what it has, once.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  const state = createStore<SaveState>({ kind: 'saved' })
  let waiting: Uint8Array[] = []
  let sending: readonly Uint8Array[] = []
  let wait = FIRST_RETRY
  let forget: (() => void) | undefined
  let closed = false

  return {
    state,
    push(update) {
      waiting.push(update)
      if (sending.length > 0 || forget) return
      state.set({ kind: 'edited' })
      sendIn(HANDOVER)
    },
    retry() {
      if (sending.length === 0) send()
    },
    settled() {
      options.gather()
      const isSettled = () => ['saved', 'failed'].includes(state.get().kind)
      if (isSettled()) return Promise.resolve()
      return new Promise((resolve) => {
        const stop = state.subscribe(() => {
          if (!isSettled()) return
          stop()
          resolve()
        })
      })
    },
    hasUnsaved() {
      options.gather()
      return waiting.length > 0 || sending.length > 0
    },
    close() {
      options.gather()
      closed = true
      if (sending.length === 0) send()
    },
  }

  function sendIn(milliseconds: number): void {
    forget = options.later(send, milliseconds)
  }

  function send(): void {
    forget?.()
    forget = undefined
    if (waiting.length === 0) return
    sending = waiting.slice(0, MOST_MERGED)
    waiting = waiting.slice(MOST_MERGED)
    state.set({ kind: 'saving' })
    const [only] = sending
    const update = sending.length === 1 && only ? only : options.merge(sending)
    options.save(update).then(handleAnswer, handleRefusal)
  }

  function handleAnswer(answer: Result<unknown>): void {
    if (!answer.ok) {
      keep(answer.problem)
      return
    }
    sending = []
    wait = FIRST_RETRY
    if (waiting.length > 0) send()
    else state.set({ kind: 'saved' })
  }

  function handleRefusal(): void {
    keep(problem('host/unreachable'))
  }

  function keep(problem: Problem): void {
    waiting = [...sending, ...waiting]
    sending = []
    state.set({ kind: 'failed', problem })
    if (closed) return
    sendIn(wait)
    wait = Math.min(wait * 2, LONGEST_RETRY)
  }
}

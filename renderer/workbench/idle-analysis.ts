import { type Analysis, createAnalysis, type Step } from './analysis.ts'

/** Milliseconds after which an idle moment is taken even if the window has none. */
const LONGEST_WAIT = 1000
/** Milliseconds of an idle moment that are used: a key that comes in it still shows in the next frame. */
const LONGEST_SLICE = 4
/**
 * A busy machine leaves the browser no idle moment: after one that came by the wait alone, work takes
 * a fifth of the time. A key that waits ends the slice, and the frame of a key before it is 25 ms late at most.
 */
const BUSY_WAIT = 100
const BUSY_SLICE = 25

declare global {
  interface Navigator {
    /** Where the browser tells whether a key or a press waits. */
    readonly scheduling?: { isInputPending(): boolean }
  }
}

/** An analysis in idle moments of the window, begun after so many milliseconds without a change. */
export function idleAnalysis<T>(quiet: number, steps: readonly Step<T>[]): Analysis<T> {
  let isBusy = false
  return createAnalysis({
    steps,
    paused: pauseAfter(quiet),
    idle(callback) {
      const request = window.requestIdleCallback(
        ({ didTimeout }) => {
          isBusy = didTimeout
          const input = navigator.scheduling
          const slice = isBusy && input ? BUSY_SLICE : LONGEST_SLICE
          const start = performance.now()
          callback(() => performance.now() - start < slice && !input?.isInputPending())
        },
        { timeout: isBusy ? BUSY_WAIT : LONGEST_WAIT },
      )
      return () => window.cancelIdleCallback(request)
    },
  })
}

/**
 * Calls back after so many milliseconds without a further request. Timers are dear at each key: one that
 * runs is left to run, and waits on when it is up too early.
 */
function pauseAfter(quiet: number): (callback: () => void) => () => void {
  let waiting: (() => void) | undefined
  let due = 0
  let timer: number | undefined
  const look = () => {
    timer = undefined
    const left = due - performance.now()
    if (waiting === undefined) return
    if (left > 1) {
      timer = window.setTimeout(look, left)
      return
    }
    const callback = waiting
    waiting = undefined
    callback()
  }
  return (callback) => {
    waiting = callback
    due = performance.now() + quiet
    if (timer === undefined) timer = window.setTimeout(look, quiet)
    return () => {
      if (waiting === callback) waiting = undefined
    }
  }
}

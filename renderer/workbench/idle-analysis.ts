import { type Analysis, createAnalysis, type Step } from './analysis.ts'

/** Milliseconds after which an idle moment is taken even if the window has none. */
const LONGEST_WAIT = 1000
/** Milliseconds of an idle moment that are used: a key that comes in it still shows in the next frame. */
const LONGEST_SLICE = 4

/** An analysis in idle moments of the window, begun after so many milliseconds without a change. */
export function idleAnalysis<T>(quiet: number, steps: readonly Step<T>[]): Analysis<T> {
  return createAnalysis({
    steps,
    paused(callback) {
      const timer = window.setTimeout(callback, quiet)
      return () => window.clearTimeout(timer)
    },
    idle(callback) {
      const request = window.requestIdleCallback(
        () => {
          const start = performance.now()
          callback(() => performance.now() - start < LONGEST_SLICE)
        },
        { timeout: LONGEST_WAIT },
      )
      return () => window.cancelIdleCallback(request)
    },
  })
}

import { setImmediate } from 'node:timers/promises'

/** Lets everything that waits have its turn: saves, events, other windows. */
export function nextTurn(): Promise<void> {
  return setImmediate()
}

/** Milliseconds of work between two turns: well below the frame of a window that waits for an answer. */
const SLICE = 8

/**
 * Runs a generator to its end in slices between which other work has its turn. `step` is called
 * with what it yields; a slice begins when `turn` has come. Undefined: stopped by the signal.
 */
export async function inSlices<Y, T>(
  steps: Generator<Y, T>,
  signal: AbortSignal,
  step: (value: Y) => void = () => {},
  turn: () => Promise<void> = nextTurn,
): Promise<T | undefined> {
  for (;;) {
    await turn()
    const end = performance.now() + SLICE
    do {
      if (signal.aborted) {
        steps.return(undefined as never)
        return undefined
      }
      const next = steps.next()
      if (next.done) return next.value
      step(next.value)
    } while (performance.now() < end)
  }
}

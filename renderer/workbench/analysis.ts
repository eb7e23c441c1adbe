/**
 * One thing worked out from the text for the panels, never at a keystroke: it yields between pieces
 * of work, so that no key waits for more than a piece.
 */
export type Step<T> = (text: T) => Iterable<unknown>

export interface Analysis<T> {
  /** The text changed: work starts when the drafter pauses, and starts over if the text changes again. */
  changed(text: T): void
  close(): void
}

export interface AnalysisOptions<T> {
  readonly steps: readonly Step<T>[]
  /** Calls back when the drafter has paused; gives a function that forgets it. */
  readonly paused: (callback: () => void) => () => void
  /** Calls back when the window has nothing else to do, with whether there is time for another piece. */
  readonly idle: (callback: (hasTime: () => boolean) => void) => () => void
}

/** Works through the steps in order in idle moments, always on the latest text. */
export function createAnalysis<T>({ steps, paused, idle }: AnalysisOptions<T>): Analysis<T> {
  let forget = () => {}
  return {
    changed(text) {
      forget()
      forget = paused(() => goOn(pieces(text)))
    },
    close: () => forget(),
  }

  function* pieces(text: T): Generator<unknown> {
    for (const step of steps) yield* step(text)
  }

  function goOn(work: Generator<unknown>): void {
    forget = idle((hasTime) => {
      do {
        if (work.next().done) return
      } while (hasTime())
      goOn(work)
    })
  }
}

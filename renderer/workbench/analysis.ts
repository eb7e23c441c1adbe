/** One thing worked out from the text for the panels: a few milliseconds each, never at a keystroke. */
export type Step<T> = (text: T) => void

export interface Analysis<T> {
  /** The text changed: work starts when the drafter pauses, and starts over if the text changes again. */
  changed(text: T): void
  /** Works out everything at once. */
  finish(): void
  close(): void
}

export interface AnalysisOptions<T> {
  readonly steps: readonly Step<T>[]
  /** Calls back when the drafter has paused; gives a function that forgets it. */
  readonly paused: (callback: () => void) => () => void
  /** Calls back when the window has nothing else to do. */
  readonly idle: (callback: () => void) => () => void
}

/** Runs each step in an idle moment of its own, in order, always on the latest text. */
export function createAnalysis<T>({ steps, paused, idle }: AnalysisOptions<T>): Analysis<T> {
  let forget = () => {}
  let latest: { readonly text: T } | undefined
  return {
    changed(text) {
      forget()
      latest = { text }
      forget = paused(() => next(0))
    },
    finish() {
      forget()
      if (latest) for (const step of steps) step(latest.text)
      latest = undefined
    },
    close() {
      forget()
      latest = undefined
    },
  }

  function next(index: number): void {
    forget = idle(() => {
      const step = steps[index]
      if (!latest) return
      if (!step) {
        latest = undefined
        return
      }
      step(latest.text)
      next(index + 1)
    })
  }
}

import type { UnitId } from '#shared/schema/act.ts'

/** A place in a document that was left, to come back to. */
export interface Stop {
  readonly document: string
  readonly unit: UnitId
}

/** Places to come back to: what was left last comes first, and each place is kept once in a row. */
export interface Journey {
  leave(stop: Stop): void
  back(): Stop | undefined
}

/** Places kept: more steps back than anyone remembers having made. */
const LONGEST = 50

export function createJourney(): Journey {
  let stops: readonly Stop[] = []
  return {
    leave(stop) {
      const last = stops.at(-1)
      if (last?.document === stop.document && last.unit === stop.unit) return
      stops = [...stops.slice(1 - LONGEST), stop]
    },
    back() {
      const last = stops.at(-1)
      stops = stops.slice(0, -1)
      return last
    },
  }
}

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FUZZ_SEED, faultsAfter, histories } from '#test/cohort/history.ts'

/** With those of sync-weeks and sync-review 2,000 histories in each run. */
const DAYS = 100
const BATCHES = Array.from({ length: 14 }, (_, i) => i + 1)

it.each(BATCHES)(
  `S20, S52: (T1 of the field) after a day of five drafters all hold the same act, each unit once, every word where it was typed: ${DAYS} histories, batch %i`,
  (batch) => {
    fc.assert(
      fc.property(histories(4, 20), (steps) => {
        expect(faultsAfter(steps)).toEqual([])
      }),
      { numRuns: DAYS, seed: FUZZ_SEED + batch },
    )
  },
)

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FUZZ_SEED, faultsAfter, histories } from '#test/cohort/history.ts'

const WEEKS = 30
const BATCHES = Array.from({ length: 10 }, (_, i) => i + 1)

it.each(BATCHES)(
  `S20, S52: (T1 of the field) so after a week: ${WEEKS} histories, batch %i`,
  (batch) => {
    fc.assert(
      fc.property(histories(20, 60), (steps) => {
        expect(faultsAfter(steps)).toEqual([])
      }),
      { numRuns: WEEKS, seed: FUZZ_SEED + batch },
    )
  },
)

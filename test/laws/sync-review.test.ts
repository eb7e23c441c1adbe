import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FUZZ_SEED, faultsAfter, histories } from '#test/cohort/history.ts'
import { REVIEW_DEEDS } from '#test/cohort/review-deeds.ts'

const HISTORIES = 50
const BATCHES = Array.from({ length: 6 }, (_, i) => i + 1)

it.each(BATCHES)(
  `S20, S53, S56: (T1 of the field) five who edit, comment, suggest over one paragraph or several, accept and reject apart see one text and one review: ${HISTORIES} histories, batch %i`,
  (batch) => {
    fc.assert(
      fc.property(histories(8, 40, REVIEW_DEEDS), (steps) => {
        expect(faultsAfter(steps)).toEqual([])
      }),
      { numRuns: HISTORIES, seed: FUZZ_SEED + batch },
    )
  },
)

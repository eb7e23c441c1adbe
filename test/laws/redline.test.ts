import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAll, rejectAll } from '#shared/diff/accept.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { type Act, actAttrs } from '#shared/schema/act.ts'
import { dump } from '../builders/act.ts'
import { randomAct, randomDraft } from '../builders/random-act.ts'

/** Both sides of a redline, rebuilt from it, against the acts it was made of. */
function expectExact(base: Act, draft: Act): void {
  const redline = compareActs(base, draft)
  const accepted = acceptAll(redline, actAttrs(draft))
  const rejected = rejectAll(redline, actAttrs(base))
  if (!accepted.eq(draft)) expect(dump(accepted)).toBe(dump(draft))
  if (!rejected.eq(base)) expect(dump(rejected)).toBe(dump(base))
  expect([accepted.eq(draft), rejected.eq(base)]).toEqual([true, true])
}

const seeds = fc.integer({ min: 0, max: 0x7fffffff })

describe('a redline holds both texts', () => {
  it('D1: accepts to the draft and rejects to the base, node for node, over random drafts', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.integer({ min: 0, max: 14 }), (seed, edited, edits) => {
        const base = randomAct(seed)
        expectExact(base, randomDraft(base, edited, { edits }))
      }),
      { numRuns: 2500 },
    )
  })

  it('D1: is exact over unrelated acts, whose ids agree only by accident', () => {
    fc.assert(
      fc.property(seeds, seeds, (seedA, seedB) => {
        expectExact(randomAct(seedA), randomAct(seedB))
      }),
      { numRuns: 300 },
    )
  })
})

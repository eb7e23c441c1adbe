import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { revert } from '#shared/diff/revert.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import { dump } from '../builders/act.ts'
import { randomAct, randomDraft } from '../builders/random-act.ts'

const seeds = fc.integer({ min: 0, max: 0x7fffffff })

describe('changes undone one by one', () => {
  it('D8: give the base back, in whatever order they are undone', () => {
    fc.assert(
      fc.property(
        seeds,
        seeds,
        fc.integer({ min: 1, max: 10 }),
        seeds,
        (seed, to, edits, order) => {
          const base = randomAct(seed)
          let draft = randomDraft(base, to, { edits })
          for (const change of shuffled(changesOf(compareActs(base, draft)), order)) {
            const next = applyEditsToAct(draft, revert(change, base, draft))
            draft = next.ok ? next.value : expect.fail(next.problem.message)
          }
          if (!draft.eq(base)) expect(dump(draft)).toBe(dump(base))
          expect(draft.eq(base)).toBe(true)
        },
      ),
      { numRuns: 1000, examples: [[3, 1_862_804_111, 1, 0]] },
    )
  })

  it('D8: takes the change off the list, and no change of another unit’s words', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, to) => {
        const base = randomAct(seed)
        const draft = randomDraft(base, to, { edits: 4 })
        const before = changesOf(compareActs(base, draft))
        for (const change of before) {
          const next = applyEditsToAct(draft, revert(change, base, draft))
          const reverted = next.ok ? next.value : expect.fail(next.problem.message)
          const after = new Set(changesOf(compareActs(base, reverted)).map(({ id }) => id))
          expect(after.has(change.id)).toBe(false)
          const others = before.filter(({ kind, id }) => kind === 'words' && id !== change.id)
          for (const other of others) expect(after.has(other.id)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('D7: gives every change an id of its own', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, to) => {
        const base = randomAct(seed)
        const ids = changesOf(compareActs(base, randomDraft(base, to, { edits: 8 }))).map(
          ({ id }) => id,
        )
        expect(ids).toEqual([...new Set(ids)])
      }),
      { numRuns: 300 },
    )
  })
})

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const left = [...items]
  const result: T[] = []
  for (let state = seed; left.length > 0; state = (Math.imul(state, 1664525) + 1013904223) >>> 0) {
    result.push(present(left.splice(state % left.length, 1)[0], 'something is left'))
  }
  return result
}

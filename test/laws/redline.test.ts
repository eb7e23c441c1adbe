import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { acceptAll, rejectAll } from '#shared/diff/accept.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { UnitRedline } from '#shared/diff/redline.ts'
import { type Act, actAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
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

  it('D2: is exact over drafts that lost their ids', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, edited) => {
        const base = randomAct(seed)
        expectExact(base, underNewIds(randomDraft(base, edited)))
      }),
      { numRuns: 400 },
    )
  })

  it('D6: after each edit is the redline of a comparison from scratch', () => {
    fc.assert(
      fc.property(seeds, fc.array(seeds, { maxLength: 8 }), (seed, edits) => {
        const base = randomAct(seed)
        let draft = base
        for (const edit of edits) {
          draft = randomDraft(draft, edit, { edits: 1 })
          const scratch = compareActs(copied(base), copied(draft))
          expect(outlineOf(compareActs(base, draft).units)).toEqual(outlineOf(scratch.units))
        }
      }),
      { numRuns: 150 },
    )
  })
})

function copied(act: Act): Act {
  return schema.nodeFromJSON(act.toJSON())
}

/** The act as another reading of its text would give it. */
function underNewIds(act: Act): Act {
  const renamed = (node: Node): Node =>
    node.isText ? node : node.type.create(idsAnew(node.attrs), node.children.map(renamed))
  return act.type.create({ ...act.attrs, id: 'another' }, act.children.map(renamed))
}

function idsAnew(attrs: Node['attrs']): Node['attrs'] {
  return 'id' in attrs ? { ...attrs, id: `other-${attrs['id']}` } : attrs
}

function outlineOf(units: readonly UnitRedline[]): unknown {
  return units.map(({ unitA, unitB, units, body, ...rest }) => [
    JSON.stringify(rest),
    JSON.stringify(body),
    unitA?.attrs['id'],
    unitB?.attrs['id'],
    outlineOf(units),
  ])
}

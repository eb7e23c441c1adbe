import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAll, rejectAll } from '#shared/diff/accept.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { UnitRedline } from '#shared/diff/redline.ts'
import { type Telling, toldAs } from '#shared/diff/telling.ts'
import { actAttrs } from '#shared/schema/act.ts'
import { act, art, para, withId } from '../builders/act.ts'
import { randomAct, randomDraft } from '../builders/random-act.ts'

const all = (units: readonly UnitRedline[]): readonly UnitRedline[] =>
  units.flatMap((unit) => [unit, ...all(unit.units)])

const court = art('1', 'Суд', para('1', 'Суд независим.'), para('2', 'Суд решает споры.'))
const council = art('2', 'Совет', para('1', 'Совет избирается на пять лет.'))
const longer = withId('article-2', art('2', 'Совет', para('1', 'Совет избирается на семь лет.')))
const moved = compareActs(act(court, council), act(longer, court))

describe('a redline told otherwise', () => {
  it('D14: has no moves where they are told as deletion and insertion', () => {
    expect(all(moved.units).some(({ move }) => move !== undefined)).toBe(true)
    const told = all(toldAs(moved, { moves: 'deleteAndInsert', granularity: 'words' }).units)
    expect(told.filter(({ kind, move }) => move !== undefined || kind.startsWith('moved'))).toEqual(
      [],
    )
    expect(told.some(({ kind }) => kind === 'deleted')).toBe(true)
    expect(told.some(({ kind }) => kind === 'inserted')).toBe(true)
  })

  it('D15: replaces a unit whole where words of it changed, and leaves the others', () => {
    const redline = compareActs(act(court, council), act(court, longer))
    const told = toldAs(redline, { moves: 'moves', granularity: 'units' })
    const words = all(told.units).flatMap(({ body }) => body.filter(({ kind }) => kind !== 'kept'))
    const said = words.flatMap((block) =>
      block.kind === 'words'
        ? block.segments.map(({ kind, content }) => [kind, content.textBetween(0, content.size)])
        : [],
    )
    expect(said).toEqual([
      ['deleted', 'Совет избирается на пять лет.'],
      ['inserted', 'Совет избирается на семь лет.'],
    ])
  })

  it('D14, D15: holds the same two texts, node for node, over random drafts', () => {
    const seeds = fc.integer({ min: 0, max: 0x7fffffff })
    const tellings: readonly Telling[] = [
      { moves: 'deleteAndInsert', granularity: 'words' },
      { moves: 'moves', granularity: 'units' },
      { moves: 'deleteAndInsert', granularity: 'units' },
    ]
    fc.assert(
      fc.property(seeds, seeds, fc.constantFrom(...tellings), (seed, edits, telling) => {
        const base = randomAct(seed)
        const draft = randomDraft(base, edits)
        const told = toldAs(compareActs(base, draft), telling)
        expect(acceptAll(told, actAttrs(draft)).eq(draft)).toBe(true)
        expect(rejectAll(told, actAttrs(base)).eq(base)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import type { MergeEntry } from '#shared/bridge/merges.ts'
import { unitId } from '#shared/schema/act.ts'
import {
  hasClashes,
  nextCard,
  openMerge,
  toReview,
  unitToShow,
} from '../../../renderer/panels/merge-review/model.ts'
import { para } from '../../builders/act.ts'

const version = (words: string) => ({
  unit: para('1', words).toJSON(),
  place: 'Art 1 par 1',
  parent: null,
  after: ['near'],
})
const told = (key: string, part: Partial<MergeEntry> = {}): MergeEntry => ({
  key,
  unit: key,
  other: null,
  clashes: [],
  mineDid: [],
  theirsDid: ['words'],
  common: version('The term is ten days.'),
  mine: version('The term is five days.'),
  theirs: version('The term is thirty days.'),
  mineBy: [],
  theirsBy: [{ person: null, at: null }],
  ...part,
})
const merge = (id: string, ...entries: MergeEntry[]) =>
  openMerge({ id, at: 0, from: 'Dana', entries })

describe('the panel of the merge review', () => {
  it('U131: marks the words of each side against what both had', () => {
    const [card] = merge('m', told('a', { clashes: ['words'] })).cards
    const marked = (index: number) =>
      present(card?.texts[index]?.blocks, 'text')
        .flat()
        .filter(({ kind }) => kind !== 'kept')
        .map(({ kind, text }) => [kind, text])
    expect(marked(0)).toEqual([])
    expect(marked(1)).toEqual([
      ['deleted', 'ten'],
      ['inserted', 'five'],
    ])
    expect(marked(2)).toEqual([
      ['deleted', 'ten'],
      ['inserted', 'thirty'],
    ])
  })

  it('U131: marks nothing in the text of another unit, and tells of a side without one', () => {
    const [card] = merge('m', told('a', { clashes: ['same-number'], other: 'b', mine: null })).cards
    expect(card?.texts[1]?.blocks).toBeUndefined()
    expect(card?.texts[2]?.blocks?.flat().map(({ kind }) => kind)).toEqual(['kept'])
    const entry = present(card, 'a card').entry
    expect(unitToShow(entry, (unit) => unit === unitId('b'))).toBe('b')
    expect(unitToShow(entry, (unit) => unit === unitId('near'))).toBe('near')
    expect(unitToShow(entry, () => false)).toBeUndefined()
  })

  it('U131: shows mine only where both sides did something', () => {
    const sides = (...clashes: MergeEntry['clashes']) =>
      merge('m', told('a', { clashes })).cards[0]?.texts.map(({ side }) => side)
    expect(sides()).toEqual(['common', 'theirs'])
    expect(sides('words')).toEqual(['common', 'mine', 'theirs'])
  })

  it('U130 U133: counts what is left, in each merge by itself', () => {
    const merges = [merge('m', told('a'), told('b', { clashes: ['apart'] })), merge('n', told('a'))]
    expect(merges.map(hasClashes)).toEqual([true, false])
    expect(toReview(merges, new Set())).toBe(3)
    expect(toReview(merges, new Set(['merge m a', 'someone else’s']))).toBe(2)
  })

  it('U134: steps through the cards of all merges, round at the ends', () => {
    const merges = [merge('m', told('a'), told('b')), merge('n', told('a'))]
    expect(nextCard(merges, undefined, 'next')).toBe('merge m a')
    expect(nextCard(merges, undefined, 'previous')).toBe('merge n a')
    expect(nextCard(merges, 'merge m b', 'next')).toBe('merge n a')
    expect(nextCard(merges, 'merge n a', 'next')).toBe('merge m a')
    expect(nextCard(merges, 'merge m a', 'previous')).toBe('merge n a')
    expect(nextCard(merges, 'merge m b', 'previous')).toBe('merge m a')
    expect(nextCard([], undefined, 'next')).toBeUndefined()
  })
})

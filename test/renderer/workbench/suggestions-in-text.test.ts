import { expect, it } from 'vitest'
import type { Proposal } from '#shared/review/proposal.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art, para } from '#test/builders/act.ts'
import { textStart } from '#test/cohort/cohort.ts'
import { marksOfSuggestions } from '../../../renderer/workbench/suggestions-in-text.ts'

const P1 = unitId('article-1/paragraph-1')
const P2 = unitId('article-1/paragraph-2')
const law = act(art('1', 'Вода', para('1', 'Вода чиста.'), para('2', 'Берега открыты.')))

const remove = (unit: UnitId): Proposal => ({ kind: 'remove', unit, seen: '', name: '' })
const repeal = (unit: UnitId): Proposal => ({
  ...{ kind: 'setState', state: 'repealed' },
  ...{ unit, seen: '', name: '' },
})

/** What is said in the text of suggestions, each by its author, and how many lines are drawn around units. */
function said(...suggested: readonly (readonly [author: string, proposal: Proposal])[]) {
  const suggestions = suggested.map(([name, proposal], index) => {
    const id = `thread ${index}`
    const thread = { id, proposal, comments: [{ id, author: { id: name, name } }] }
    return {
      view: { state: { doc: law } },
      places: { positionOf: (unit: UnitId) => textStart(law, unit) - 2 },
      placed: { thread, outlook: { kind: 'open', place: undefined }, target: undefined },
      words: {
        suggested: (deed: string, names: readonly string[]) => `${names.join(', ')}: ${deed}`,
        here: () => '',
      },
      profile: profileOf(law),
    }
  })
  return marksOfSuggestions(suggestions as never).map(({ label }) => label)
}

it('U253: what several suggest to do to one unit is said once, with the names of all', () => {
  expect(said(['Дана', remove(P1)], ['Ержан', remove(P1)])).toEqual(['Дана, Ержан: remove'])
  expect(said(['Дана', remove(P1)], ['Дана', remove(P1)])).toEqual(['Дана: remove'])
})

it('U253: another deed, or the same to another unit, is said by itself', () => {
  const all = said(['Дана', remove(P1)], ['Ержан', repeal(P1)], ['Ержан', remove(P2)])
  expect(all).toEqual(['Дана: remove', 'Ержан: repeal', 'Ержан: remove'])
})

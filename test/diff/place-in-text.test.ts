import { describe, expect, it } from 'vitest'
import { formatPlace } from '#shared/citation/place.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { pageChanges } from '#shared/export/page/changes.ts'
import { movePlaces, moveSaid } from '#shared/export/page/moves.ts'
import { type PageUnit, pageUnits } from '#shared/export/page/unit-page.ts'
import { pageWords } from '#shared/export/page/words.ts'
import { type Act, type Language, type Unit, unitId } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, actIn, art, para, sub, withId } from '#test/builders/act.ts'

const parts = ['о сроке', 'о суде', 'о присяге'].map((words, i) =>
  withId(`part${i}`, sub(`Часть говорит ${words}.`)),
)

function lawOf(...inside: readonly Unit[]): Act {
  return act(art('1', 'Суд', withId('p', para('1', 'Суд независим.', ...inside))))
}

function paged(base: Act, draft: Act) {
  const profile = profileOf(draft)
  return { profile, units: pageUnits(compareActs(base, draft), profile) }
}

describe('X121: the place that a page names', () => {
  it('counts parts that went as the base has them', () => {
    const { units, profile } = paged(lawOf(...parts), lawOf(...parts.slice(0, 1)))
    expect(pageChanges(units, profile).map(({ place, kind }) => [place, kind])).toEqual([
      ['Часть третья пункта 1 статьи 1', 'deleted'],
      ['Часть четвертая пункта 1 статьи 1', 'deleted'],
    ])
  })

  it('counts a part that moved in each text as that has it', () => {
    const [one, two, three] = parts
    if (!one || !two || !three) throw new Error('three parts')
    const { units, profile } = paged(lawOf(one, two, three), lawOf(two, three, one))
    const moves = movePlaces(units)
    const said = (unit: PageUnit): readonly string[] => [
      ...(moveSaid(unit, moves, pageWords('ru'), profile)?.place.split('\n') ?? []),
      ...unit.units.flatMap(said),
    ]
    expect(units.flatMap(said)).toEqual([
      'часть четвертая пункта 1 статьи 1',
      'часть вторая пункта 1 статьи 1',
    ])
  })

  it.each([
    ['ru', 'часть 201 пункта 1 статьи 1'],
    ['kk', '1-баптың 1-тармағының 201-бөлігі'],
    ['en', 'part 201 of paragraph 1 of Article 1'],
  ] as const)('has a number where the language has no word for it, %s', (language, place) => {
    expect(formatPlace(many(language), unitId('article-1/p/last'))).toBe(place)
  })
})

/** A paragraph of 201 parts. */
function many(language: Language): Act {
  const before = Array.from({ length: 199 }, (_, i) => withId(`s${i}`, sub('Слово.')))
  const inside = [...before, withId('last', sub('Конец.'))]
  return actIn(language, art('1', 'Суд', withId('p', para('1', 'Слово.', ...inside))))
}

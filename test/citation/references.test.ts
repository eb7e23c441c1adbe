import { describe, expect, it } from 'vitest'
import { formatPlace } from '#shared/citation/place.ts'
import { referencesOf } from '#shared/citation/references.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { eids } from '#shared/structure/eid.ts'
import { act, actIn, art, para, point, preface } from '#test/builders/act.ts'

/** What each citation of the act names: its words, status and the eIds of its targets. */
function cited(text: Act) {
  const names = eids(text)
  return referencesOf(text).map(({ text: words, status, targets }) => [
    words,
    status,
    ...targets.map(({ unit }) => (unit === null ? null : (names.get(unit) ?? null))),
  ])
}

const targets = [
  art('44', 'Полномочия', para('1', 'Назначает:', point('1', 'судей;'), point('10-1', 'послов.'))),
  art('45', 'Акты', para('1', 'Издает указы.'), para('2', 'Указы публикуются.')),
]
const russian = (words: string) => cited(act(...targets, art('50', 'Иное', para('1', words))))

describe('citations in Russian', () => {
  it('C1: name one unit by its path, smallest first, in any case', () => {
    expect(
      russian('В соответствии с подпунктом 10-1) пункта 1 статьи 44 настоящей Конституции.'),
    ).toEqual([
      [
        'подпунктом 10-1) пункта 1 статьи 44 настоящей Конституции',
        'valid',
        'art_44__para_1__point_10-1',
      ],
    ])
  })

  it('C2: lists and ranges name every unit in them', () => {
    expect(russian('Статьи 44 и 45 действуют.')).toEqual([
      ['Статьи 44 и 45', 'valid', 'art_44', 'art_45'],
    ])
    expect(russian('В случаях пунктов 1 – 2 статьи 45.')).toEqual([
      ['пунктов 1 – 2 статьи 45', 'valid', 'art_45__para_1', 'art_45__para_2'],
    ])
  })

  it('C3: a unit that is not there is a broken reference', () => {
    expect(russian('Согласно статье 99.')).toEqual([['статье 99', 'broken', null]])
  })

  it('C4: relative citations are read from where they stand', () => {
    expect(russian('В порядке настоящей статьи.')).toEqual([
      ['настоящей статьи', 'valid', 'art_50'],
    ])
  })

  it('C5: an act that is not at hand is external', () => {
    expect(
      russian('По статье 5 Закона Республики «О выборах».').map(([, status]) => status),
    ).toEqual(['external'])
  })

  it('C6: gazettes, dates and heads of state are no citations', () => {
    expect(
      russian(
        'Ведомости Парламента, 1997 г., № 13-14, ст. 205. Глава государства выступает 5 мая.',
      ),
    ).toEqual([])
  })
})

describe('citations in Kazakh and English', () => {
  it('C1: Kazakh paths run from the largest unit', () => {
    const text = actIn(
      'kk',
      art('44', '', para('1', 'Тағайындайды:', point('2', 'судьяларды;'))),
      art('50', '', para('1', 'Осы Конституцияның 44-бабы 1-тармағының 2) тармақшасына сәйкес.')),
    )
    expect(cited(text).map(([, ...rest]) => rest)).toEqual([['valid', 'art_44__para_1__point_2']])
  })

  it('C1: English paths run either way', () => {
    const text = actIn(
      'en',
      art('44', '', para('1', 'Appoints:', point('2', 'judges;'))),
      art('50', '', para('1', 'Under subparagraph 2) of paragraph 1 of Article 44.')),
    )
    expect(cited(text).map(([, ...rest]) => rest)).toEqual([['valid', 'art_44__para_1__point_2']])
  })
})

it('C7: a span stands in the block’s own words', () => {
  const text = act(preface('Конституция'), ...targets, art('50', '', para('1', 'См. статью 44.')))
  const [reference] = referencesOf(text)
  expect(reference?.range).toEqual({ start: 4, end: 13 })
  expect(reference?.block).toBe(0)
})

it('C8: a place is written in words, in the order and case of the language', () => {
  const text = act(...targets)
  expect(formatPlace(text, unitId('article-44/paragraph-1/point-10-1'))).toBe(
    'подпункт 10-1) пункта 1 статьи 44',
  )
})

import { expect, it } from 'vitest'
import { type OtherAct, referencesOf } from '#shared/citation/references.ts'
import { eids } from '#shared/structure/eid.ts'
import { act, art, para, point, preface, sub } from '#test/builders/act.ts'

const land: OtherAct = {
  id: 'land',
  names: ['Земельный кодекс'],
  act: act(
    preface('Земельный кодекс'),
    art('39', '', para('1', 'Первый.'), para('2', 'Второй.', point('3', 'Третий.'))),
  ),
}
const water: OtherAct = {
  id: 'water',
  names: ['Водный кодекс'],
  act: act(preface('Водный кодекс'), art('7', '', para('5', 'Пятый.'))),
}

function cited(text: ReturnType<typeof act>) {
  const names = new Map([land, water].map((other) => [other.id, eids(other.act)]))
  return referencesOf(text, [land, water]).map(({ text: words, status, targets }) => [
    words,
    status,
    ...targets.map(({ act: id, unit }) => `${id} ${unit && names.get(id ?? '')?.get(unit)}`),
  ])
}

it('C54: under the article that is amended small units are its own', () => {
  const law = act(
    art(
      '1',
      '',
      para(
        '1',
        'Внести в Земельный кодекс следующие изменения:',
        point('1', 'в статье 39:', sub('пункт 2 исключить;')),
      ),
    ),
  )
  expect(cited(law).slice(-1)).toEqual([['пункт 2', 'valid', 'land art_39__para_2']])
})

it('C54: relative citations in quoted law are of the unit that it is quoted into', () => {
  const law = act(
    art(
      '1',
      '',
      para(
        '1',
        'Внести в Земельный кодекс следующие изменения:',
        point('1', 'в статье 39:', sub('дополнить словами «в случаях пункта 1 настоящей статьи».')),
      ),
    ),
  )
  expect(cited(law).slice(-1)).toEqual([
    ['пункта 1 настоящей статьи', 'valid', 'land art_39__para_1'],
  ])
})

it('C19: of several acts the one named in the nearest opening of a list governs', () => {
  const law = act(
    art(
      '1',
      'Внести изменения в следующие акты',
      para('1', 'Внести изменения в следующие акты:'),
      para('2', 'В Земельный кодекс:'),
      para('3', 'пункт 2 статьи 39 исключить.'),
      para('4', 'В Водный кодекс:'),
      para('5', 'пункт 5 статьи 7 исключить.'),
    ),
  )
  expect(cited(law).filter(([, , target]) => target?.includes('para'))).toEqual([
    ['пункт 2 статьи 39', 'valid', 'land art_39__para_2'],
    ['пункт 5 статьи 7', 'valid', 'water art_7__para_5'],
  ])
})

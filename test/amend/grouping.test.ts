import { describe, expect, it } from 'vitest'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import type { Act, Language } from '#shared/schema/act.ts'
import { actIn, art, para, point, preface, sub } from '../builders/act.ts'
import { CONSTITUTIONS } from './law-of.ts'

/** What the law says below its lead-in; the law is proved. */
function says(base: Act, draft: Act): readonly string[] {
  const { law, proof } = deriveLaw(base, draft)
  expect(proof.differences).toEqual([])
  return lawText(law).split('\n').slice(2, -1)
}

function one(language: Language, ...[first, second, third]: readonly string[]): Act {
  const paragraphs = [first, second, third].map((words, i) => para(`${i + 1}`, words ?? ''))
  return actIn(language, preface(CONSTITUTIONS[language]), art('47', '', ...paragraphs))
}

describe('M109: the same change in several units of one is said once', () => {
  const RU = ['Совет един и прав.', 'Совет созывает палаты.', 'Срок велик.'] as const
  const KK = ['Кеңес біртұтас.', 'Кеңес палаталарды шақырады.', 'Мерзім ұзақ.'] as const

  it('M109: words that give way', () => {
    const [a, b, c] = RU
    const draft = one('ru', a.replace('Совет', 'Суд'), b.replace('Совет', 'Суд'), c)
    expect(says(one('ru', ...RU), draft)).toEqual([
      'в пунктах 1 и 2 статьи 47 слово «Совет» заменить словом «Суд».',
    ])
  })

  it('M109: in Kazakh', () => {
    const [a, b, c] = KK
    const draft = one('kk', a.replace('Кеңес', 'Сот'), b.replace('Кеңес', 'Сот'), c)
    expect(says(one('kk', ...KK), draft)).toEqual([
      '47-баптың 1 және 2-тармақтарындағы «Кеңес» деген сөз «Сот» деген сөзбен ауыстырылсын.',
    ])
  })

  it('M109: words that come and go, three units as a range', () => {
    const each = ['Орган прав всегда.', 'Суд прав всегда.', 'Палата права всегда.'] as const
    const without = each.map((words) => words.replace(' всегда', ''))
    expect(says(one('ru', ...each), one('ru', ...without))).toEqual([
      'в пунктах 1–3 статьи 47 слово «всегда» исключить.',
    ])
    expect(says(one('ru', ...without), one('ru', ...each)).length).toBeGreaterThan(1)
  })

  it('M109: other changes keep their own sentences', () => {
    const [a, b, c] = RU
    const draft = one('ru', a.replace('Совет', 'Суд'), b.replace('Совет', 'Сенат'), c)
    expect(says(one('ru', ...RU), draft).filter((line) => line.includes('заменить'))).toHaveLength(
      2,
    )
  })

  it('M109: counted parts that go together are named in their order', () => {
    const base = actIn(
      'ru',
      preface(CONSTITUTIONS.ru),
      art('5', '', para('1', 'Суд един.', sub('Суд прав.'), sub('Суд строг.'), sub('Суд мал.'))),
    )
    const draft = actIn(
      'ru',
      preface(CONSTITUTIONS.ru),
      art('5', '', para('1', 'Суд един.', sub('Суд мал.'))),
    )
    expect(says(base, draft)).toEqual(['части вторую и третью пункта 1 статьи 5 исключить.'])
  })

  it('M109: points are named with their brackets', () => {
    const points = (verb: string) =>
      actIn(
        'ru',
        preface(CONSTITUTIONS.ru),
        art('5', '', point('1', `${verb} правила;`), point('2', `${verb} перечни.`)),
      )
    expect(says(points('утверждает'), points('принимает'))).toEqual([
      'в подпунктах 1) и 2) статьи 5 слово «утверждает» заменить словом «принимает».',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import type { Address, AddressStep } from '#shared/amend/address.ts'
import type { Commencement } from '#shared/amend/amending-law.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import type { Language } from '#shared/schema/act.ts'
import { lawOf } from './law-of.ts'

const article = (label: string): AddressStep => ({ kind: 'article', label })
const paragraph = (label: string): AddressStep => ({ kind: 'paragraph', label })
const point = (label: string): AddressStep => ({ kind: 'point', label })

const DAY = { kind: 'date', date: '2027-01-01' } as const
const LATER = { kind: 'date', date: '2028-07-15' } as const
const TEN_DAYS = { kind: 'days', days: 10 } as const
const PUBLISHED = { kind: 'publication' } as const

const POINT_2: Address = [article('1'), point('2')]
const ITEMS: readonly Address[] = [
  [article('1'), paragraph('3'), point('2')],
  [article('1'), paragraph('3'), point('4')],
]

const LAWS: Readonly<Record<string, readonly Commencement[]>> = {
  'ten days after publication': [{ of: null, when: TEN_DAYS }],
  'but for one item': [
    { of: null, when: TEN_DAYS },
    { of: [POINT_2], when: DAY },
  ],
  'but for an article, after publication': [
    { of: null, when: DAY },
    { of: [[article('2')]], when: TEN_DAYS },
  ],
  'but for several items': [
    { of: null, when: PUBLISHED },
    { of: ITEMS, when: DAY },
  ],
  'but for parts at two times': [
    { of: null, when: TEN_DAYS },
    { of: [POINT_2], when: DAY },
    { of: [[article('2')], [article('3')]], when: LATER },
  ],
  'each part for itself': [
    { of: [[article('1')]], when: DAY },
    { of: ITEMS, when: LATER },
  ],
}

const lawWith = (language: Language, commencement: readonly Commencement[]) =>
  lawOf({
    tradition: 'kz',
    language,
    sort: 'law',
    instructions: [{ kind: 'repealUnit', at: [article('9')], how: 'exclude' }],
    commencement,
  })

describe('M71: parts of a law come into force at times of their own', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[])
    for (const [name, commencement] of Object.entries(LAWS))
      it(`M71: ${name}, in ${language}`, () => {
        const text = lawText(lawWith(language, commencement))
        expect(parseAmendingLaw(text, { language }).law.commencement, text).toEqual(commencement)
      })

  it('M71: as laws write it', () => {
    const read = (words: string, language: Language = 'ru') =>
      parseAmendingLaw(words, { language }).law.commencement
    expect(
      read(
        'Статья 2. Настоящий Закон вводится в действие с 1 января 2027 года, за исключением:\n1) статьи 3, которая вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования;\n2) подпункта 2) статьи 1, который вводится в действие с 15 июля 2028 года.',
      ),
    ).toEqual([
      { of: null, when: DAY },
      { of: [[article('3')]], when: TEN_DAYS },
      { of: [POINT_2], when: LATER },
    ])
    expect(
      read('Подпункт 2) статьи 1 настоящего Закона вводится в действие с 15 июля 2028 года.'),
    ).toEqual([{ of: [POINT_2], when: LATER }])
    const more = 'Настоящий Закон вводится в действие со дня введения в действие нового Кодекса.'
    expect(read(more)).toEqual([{ of: null, when: { kind: 'words', words: more } }])
  })
})

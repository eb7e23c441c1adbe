import { describe, expect, it } from 'vitest'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Language, unitId } from '#shared/schema/act.ts'
import { type InForce, type TimeOfForce, timeOfForce } from '#shared/schema/in-force.ts'
import { actIn, art, lawIn, para, point, preface, withId } from '../builders/act.ts'

const DAY = { kind: 'date', date: '2027-01-01' } as const
const TEN = { kind: 'days', days: 10 } as const
const LATER = { kind: 'date', date: '2028-07-15' } as const

interface Sort {
  readonly profile: string
  readonly language: Language
}

const law = ({ profile, language }: Sort, words: readonly string[], isGone = false): Act =>
  (profile === 'law' ? lawIn : actIn)(
    language,
    preface('О делах'),
    withId(
      'a1',
      art(
        '1',
        'Первая',
        withId(
          'p1',
          para('1', 'Перечень:', ...words.map((w, i) => withId(`q${i}`, point(`${i + 1}`, w)))),
        ),
        ...(isGone ? [] : [withId('p2', para('2', 'Два.')), withId('p3', para('3', 'Три.'))]),
      ),
    ),
    withId('a2', art('2', 'Вторая', withId('s1', para('1', isGone ? 'Село.' : 'Город.')))),
  )

const base = (sort: Sort) => law(sort, ['один;', 'два.'])
const draft = (sort: Sort) => law(sort, ['раз;', 'пара.'], true)

const derived = (profile: string, inForce: InForce, language: Language = 'ru') =>
  deriveLaw(base({ profile, language }), draft({ profile, language }), { inForce })

const times = (...entries: readonly (readonly [string, TimeOfForce])[]): InForce['units'] =>
  new Map(entries.map(([id, time]) => [unitId(id), time]))

describe('when a law that is derived comes into force', () => {
  it('M76: is a sentence of the law, with what has a time of its own named in it', () => {
    const inForce = { law: TEN, units: times(['a2/s1', DAY]) }
    const { law: made, proof } = derived('constitution', inForce)
    expect(proof.holds).toBe(true)
    expect(lawText(made)).toContain(
      'Статья 2. Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования, за исключением пункта 2 статьи 1, который вводится в действие с 1 января 2027 года.',
    )
    expect(parseAmendingLaw(lawText(made)).law.commencement).toEqual(made.commencement)
  })

  it('M76: units that would be said as one are said apart where their times differ', () => {
    const inForce = { law: TEN, units: times(['a1/p2', DAY]) }
    const together = lawText(derived('law', { law: TEN, units: new Map() }).law)
    expect(together).toContain('пункты 2 и 3 исключить')
    const { law: made, proof } = derived('law', inForce)
    expect(proof.holds).toBe(true)
    expect(lawText(made)).toMatch(
      /2\) пункт 2 статьи 1 исключить;\n3\) пункт 3 статьи 1 исключить;/u,
    )
    expect(made.commencement).toEqual([
      { of: null, when: TEN },
      {
        of: [
          [
            { kind: 'article', label: '1' },
            { kind: 'point', label: '2' },
          ],
        ],
        when: DAY,
      },
    ])
  })

  it('M76: the largest unit of the law that has one time is named, and equal times are joined', () => {
    const units = times(
      ['a1/p1/q0', DAY],
      ['a1/p1/q1', DAY],
      ['a1/p2', DAY],
      ['a1/p3', DAY],
      ['a2/s1', LATER],
    )
    for (const language of ['ru', 'kk', 'en'] satisfies Language[])
      for (const profile of ['constitution', 'law']) {
        const { law: made } = derived(profile, { law: null, units }, language)
        const text = lawText(made)
        expect(
          made.commencement.map(({ when }) => when),
          text,
        ).toEqual([DAY, LATER])
        expect(made.commencement[0]?.of, text).toHaveLength(1)
        expect(parseAmendingLaw(text, { language }).law.commencement, text).toEqual(
          made.commencement,
        )
      }
  })

  it('M76: a time that is that of the law is no exception', () => {
    const { law: made } = derived('law', { law: TEN, units: times(['a1/p2', TEN]) })
    expect(made.commencement).toEqual([{ of: null, when: TEN }])
  })

  it('M77: days are counted as the language counts them, and read back', () => {
    const said = (days: number, language: Language) => {
      const { law: made } = derived(
        'law',
        { law: { kind: 'days', days }, units: times() },
        language,
      )
      const text = lawText(made)
      expect(parseAmendingLaw(text, { language }).law.commencement, text).toEqual(made.commencement)
      return text
    }
    expect(said(21, 'ru')).toContain('по истечении 21 календарного дня после')
    expect(said(45, 'ru')).toContain('по истечении 45 календарных дней после')
    expect(said(1, 'en')).toContain('upon expiry of 1 calendar day after')
    expect(said(45, 'kk')).toContain('кейін күнтізбелік 45 күн өткен соң')
  })

  it('M76: only a day of the calendar, a count of days or publication is a time', () => {
    const dates = ['2028-02-29', '2027-02-29', '2027-13-01', '27-1-1', 5]
    const read = dates.map((date) => timeOfForce({ kind: 'date', date }) !== undefined)
    expect(read).toEqual([true, false, false, false, false])
    const counts = [1, 0, 1.5, 1e6, '10'].map((days) => timeOfForce({ kind: 'days', days }))
    expect(counts.map((one) => one !== undefined)).toEqual([true, false, false, false, false])
    expect(timeOfForce({ kind: 'publication' })).toEqual({ kind: 'publication' })
    expect([timeOfForce(null), timeOfForce({ kind: 'never' })]).toEqual([undefined, undefined])
  })
})

import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { readLawOf } from '#shared/amend/read-law.ts'
import { problem } from '#shared/base/problem.ts'
import { readText } from '#shared/read/read.ts'
import { type Language, unitId } from '#shared/schema/act.ts'
import { sayer } from '../../../renderer/messages/messages.tsx'

const inRussian = sayer('ru')
const inKazakh = sayer('kk')

const ACTS = {
  ru: 'О садах\n\nСтатья 5. Сады\n1. Сад цветёт. Сад растёт.\n2. Сад стоит.',
  kk: 'Бақтар туралы\n\n5-бап. Бақтар\n1. Бақ гүлдейді. Бақ өседі.\n2. Бақ тұр.',
} as const

/** What the window says of each command of the law. */
function said(language: 'ru' | 'kk', window: Language, law: string): readonly string[] {
  let last = 0
  const newId = () => unitId(`u${last++}`)
  const profile = { language, tradition: 'kz', profile: 'law' } as const
  const { act } = readText(ACTS[language], { newId, profile })
  const { outcomes } = applyLaw(act, readLawOf(act, law), { newId })
  return outcomes.flatMap(({ reason }) => (reason ? sayer(window)(reason) : []))
}

describe('why an amendment was not done', () => {
  it('U157: is told in Russian', () => {
    expect(said('ru', 'ru', 'Пункт 3 статьи 5 исключить.')).toEqual([
      'Место не найдено: в статье 5 нет пункта 3.',
    ])
    expect(said('ru', 'ru', 'В пункте 1 статьи 5 слово «Сад» исключить.')).toEqual([
      'Слова «Сад» встречаются там 2 раза, и какие из них изменить, не указано.',
    ])
    expect(said('ru', 'ru', 'Статью 5 изложить в следующей редакции:')).toEqual([
      'Не понято: нет нового текста. Внесите эту поправку вручную.',
    ])
  })

  it('U157: is told in Kazakh', () => {
    expect(said('kk', 'kk', '5-баптың 3-тармағы алып тасталсын.')).toEqual([
      'Орын табылмады: 5-бапта 3-тармақ жоқ.',
    ])
    expect(said('kk', 'kk', '5-баптың 1-тармағындағы «Бақ» деген сөз алып тасталсын.')).toEqual([
      '«Бақ» деген сөздер онда 2 рет кездеседі, қайсысын өзгерту керегі көрсетілмеген.',
    ])
  })

  it('U157: names the place in the language of the act, whatever that of the window', () => {
    expect(said('ru', 'kk', 'Пункт 3 статьи 5 исключить.')).toEqual([
      'Орын табылмады: в статье 5 нет пункта 3.',
    ])
  })

  it('U157: with the earlier amendment that stands in its way', () => {
    const law = 'В статье 5:\n1) пункт 2 исключить;\n2) в пункте 2 слово «стоит» исключить.'
    expect(said('ru', 'ru', law)).toEqual([
      'Место не найдено: в статье 5 нет пункта 2. До этого здесь внесла изменение поправка 1.',
    ])
    expect(said('ru', 'kk', law)).toEqual([
      'Орын табылмады: в статье 5 нет пункта 2. Бұған дейін осы жерді 1-түзету өзгерткен.',
    ])
  })

  it('U157: counts in the plural forms of Russian', () => {
    const times = [2, 5, 21].map((count) =>
      inRussian(problem('amend/times', { words: 'А', count })),
    )
    expect(times.map((one) => /\d+ \p{L}+/u.exec(one)?.[0])).toEqual(['2 раза', '5 раз', '21 раз'])
    expect(inKazakh(problem('amend/no-sentence', { n: 3 }))).toBe('Элементте 3-сөйлем жоқ.')
  })
})

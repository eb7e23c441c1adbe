import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { readLawOf } from '#shared/amend/read-law.ts'
import { readText } from '#shared/read/read.ts'
import { type Language, unitId } from '#shared/schema/act.ts'

const ACTS = {
  ru: 'О садах\n\nСтатья 5. Сады\n1. Сад цветёт. Сад растёт.\n2. Сад стоит.\n\nПриложение\n1. Яблоня.',
  kk: 'Бақтар туралы\n\n5-бап. Бақтар\n1. Бақ гүлдейді. Бақ өседі.\n2. Бақ тұр.\n\nҚосымша\n1. Алма.',
  en: 'On Gardens\n\nArticle 5. Gardens\n1. The garden blooms. The garden grows.\n2. The garden stands.\n\nAnnex\n1. Apple.',
} as const

function outcomeOf(language: Language, command: string) {
  let last = 0
  const newId = () => unitId(`u${last++}`)
  const profile = { language, tradition: 'kz', profile: 'law' } as const
  const { act } = readText(ACTS[language], { newId, profile })
  const [outcome] = applyLaw(act, readLawOf(act, command), { newId }).outcomes
  return outcome
}

describe('why an instruction was not done', () => {
  it.each([
    ['ru', 'Пункт 3 статьи 5 исключить.', 'в статье 5 нет пункта 3'],
    ['ru', 'Часть вторую пункта 1 статьи 5 исключить.', 'в пункте 1 статьи 5 нет части второй'],
    ['ru', 'Статью 9 исключить.', 'в акте нет статьи 9'],
    ['ru', 'Преамбулу исключить.', 'в акте нет преамбулы'],
    ['kk', '5-баптың 3-тармағы алып тасталсын.', '5-бапта 3-тармақ жоқ'],
    ['kk', '9-бап алып тасталсын.', 'актіде 9-бап жоқ'],
    ['en', 'In article 5, paragraph 3 shall be deleted.', 'paragraph 3 is not in Article 5'],
    ['en', 'Article 9 shall be deleted.', 'Article 9 is not in the act'],
  ] as const)('M98: says which unit is not in which, %s: %s', (language, command, said) => {
    const outcome = outcomeOf(language, command)
    expect(outcome?.reason).toMatchObject({ code: 'amend/no-place', values: { said } })
    expect(outcome?.reason?.message).toBe(`The place was not found: ${said}.`)
  })

  it('M98: says why words were not understood', () => {
    const outcome = outcomeOf('ru', 'Статью 5 изложить в следующей редакции:')
    expect(outcome).toMatchObject({ instruction: null, outcome: 'not-found' })
    expect(outcome?.reason).toMatchObject({
      code: 'amend/unread',
      message: 'Not understood: the new text is missing. Do it by hand.',
    })
  })

  it('M98: says how many equal words there are', () => {
    const outcome = outcomeOf('ru', 'В пункте 1 статьи 5 слово «Сад» исключить.')
    expect(outcome?.outcome).toBe('ambiguous')
    expect(outcome?.reason).toMatchObject({
      code: 'amend/times',
      values: { words: 'Сад', count: 2 },
    })
  })

  it('M98: says nothing where nothing is doubtful', () => {
    const outcome = outcomeOf('ru', 'Пункт 2 статьи 5 исключить.')
    expect(outcome).toMatchObject({ outcome: 'applied', reason: null })
  })
})

describe('where an instruction was done', () => {
  it.each([
    ['ru', 'В пункте 1 приложения слово «Яблоня» исключить.', 'пункт 1 приложения'],
    ['kk', 'Қосымшаның 1-тармағындағы «Алма» деген сөз алып тасталсын.', 'қосымшаның 1-тармағы'],
    [
      'en',
      'In paragraph 1 of the Annex, the word “Apple” shall be deleted.',
      'paragraph 1 of the Annex',
    ],
  ] as const)(
    'M99: the annex of an act that has one is named without a number, %s',
    (language, command, at) => {
      expect(outcomeOf(language, command)?.at).toBe(at)
    },
  )
})

import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, type Language, unitId } from '#shared/schema/act.ts'

const TEXTS = {
  ru: 'О связи\n\nСтатья 1. Слова\n1. Порт открыт.\n2. Порт закрыт.',
  kk: 'Байланыс туралы\n\n1-бап. Сөздер\n1. Порт ашық.\n2. Порт жабық.',
  en: 'On Harbours\n\nArticle 1. Words\n1. The harbour is open.\n2. The harbour is closed.',
} as const
const ANNEXES = {
  ru: ['Приложение\n1. Первая строка.', 'Приложение\n1. Первый ряд.\n2. Ещё один.'],
  kk: ['Қосымша\n1. Бірінші жол.', 'Қосымша\n1. Бірінші қатар.\n2. Тағы біреуі.'],
  en: ['Annex\n1. The first line.', 'Annex\n1. The first row.\n2. One more.'],
} as const
const LANGUAGES: readonly Language[] = ['ru', 'kk', 'en']

function read(language: Language, ...parts: readonly string[]): Act {
  let last = 0
  const profile = { language, tradition: 'kz', profile: 'law' } as const
  return readText(parts.join('\n\n'), { newId: () => `u${last++}`, profile }).act
}

/** What the law says below its lead-in; the law is proved. */
function says(base: Act, draft: Act): string {
  const { law, proof } = deriveLaw(base, draft)
  expect(proof).toMatchObject({ holds: true, differences: [] })
  return lawText(law).trimEnd().split('\n').slice(2).join('\n')
}

describe('the annex of an act that has one', () => {
  it.each([
    ['ru', 'дополнить приложением следующего содержания:\n«Приложение\n1. Первая строка.».'],
    ['kk', 'мынадай мазмұндағы қосымшамен толықтырылсын:\n«Қосымша\n1. Бірінші жол.».'],
    ['en', 'to add the Annex as follows:\n“Annex\n1. The first line.”.'],
  ] as const)('M110: comes by its name alone (%s)', (language, words) => {
    const [text, [annex]] = [TEXTS[language], ANNEXES[language]]
    expect(says(read(language, text), read(language, text, annex))).toBe(words)
  })

  it.each([
    ['ru', 'приложение исключить.'],
    ['kk', 'қосымша алып тасталсын.'],
    ['en', 'the Annex shall be deleted.'],
  ] as const)('M110: goes (%s)', (language, words) => {
    const [text, [annex]] = [TEXTS[language], ANNEXES[language]]
    expect(says(read(language, text, annex), read(language, text))).toBe(words)
  })

  it('M110: is where its changed units are', () => {
    const said = LANGUAGES.map((language) => {
      const [text, [before, after]] = [TEXTS[language], ANNEXES[language]]
      return says(read(language, text, before), read(language, text, after)).split('\n')[0]
    })
    expect(said).toEqual(['в приложении:', 'қосымшада:', 'in the Annex:'])
  })

  it('M110: is not guessed where the act has two', () => {
    const base = read('ru', TEXTS.ru, 'Приложение 1\n1. Одна.', 'Приложение 2\n1. Другая.')
    const law = 'Внести в Закон «О связи» следующие изменения:\n1) приложение исключить;'
    let last = 0
    const parsed = parseAmendingLaw(law, { language: 'ru' })
    const { act, outcomes } = applyLaw(base, parsed, { newId: () => unitId(`n${last++}`) })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['not-found'])
    expect(act.eq(base)).toBe(true)
  })
})

import { expect, it } from 'vitest'
import { actInWords } from '#shared/amend/wording/headline.ts'
import type { Language } from '#shared/schema/act.ts'
import { amendingPhrasesFor } from '#shared/tradition/amending-words.ts'

const cited = (language: Language, title: string) =>
  actInWords(amendingPhrasesFor({ tradition: 'kz', language }), {
    sort: 'law',
    title,
    date: null,
    number: null,
    gazette: null,
  })

it.each([
  ['ru', 'О порядке', 'Закон Республики Казахстан «О порядке»'],
  ['ru', 'Закон о порядке', 'Закон Республики Казахстан «О порядке»'],
  ['ru', 'Закон Республики Казахстан об отпусках', 'Закон Республики Казахстан «Об отпусках»'],
  ['ru', 'Закон Республики Казахстан «О порядке»', 'Закон Республики Казахстан «О порядке»'],
  ['ru', 'Законодательство о труде', 'Закон Республики Казахстан «Законодательство о труде»'],
  ['kk', 'Тәртіп туралы', '«Тәртіп туралы» Қазақстан Республикасының Заңына'],
  ['kk', 'Тәртіп туралы Заң', '«Тәртіп туралы» Қазақстан Республикасының Заңына'],
  [
    'kk',
    '«Тәртіп туралы» Қазақстан Республикасының Заңы',
    '«Тәртіп туралы» Қазақстан Республикасының Заңына',
  ],
  ['en', 'On Signposts', 'the Law of the Republic of Kazakhstan “On Signposts”'],
  ['en', 'Law on Signposts', 'the Law of the Republic of Kazakhstan “On Signposts”'],
] as const)('M55: in %s, «%s» is cited as %s', (language, title, words) => {
  expect(cited(language, title)).toBe(words)
})

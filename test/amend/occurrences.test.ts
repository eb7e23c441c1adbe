import { describe, expect, it } from 'vitest'
import type { Spot } from '#shared/amend/address.ts'
import type { Instruction, Occurrence } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import type { Language } from '#shared/schema/act.ts'
import { lawOf } from './law-of.ts'

const ARTICLE = { kind: 'article', label: '5' } as const
const AT: Spot = { unit: [ARTICLE, { kind: 'paragraph', label: '3' }] }

const counted = (occurrence: Occurrence): readonly Instruction[] => [
  { kind: 'substituteWords', at: AT, pairs: [{ old: 'Совет', new: 'Суд' }], occurrence },
  { kind: 'omitWords', at: AT, words: 'и суд', occurrence },
  {
    kind: 'insertWords',
    at: AT,
    words: 'новый',
    where: { side: 'after', words: 'Совет', occurrence },
  },
]

const inCell = (at: Spot): readonly Instruction[] => [
  { kind: 'substituteWords', at, pairs: [{ old: '12', new: '15' }], occurrence: 'sole' },
  { kind: 'omitWords', at, words: 'и суд', occurrence: 'sole' },
  { kind: 'insertWords', at, words: 'новый', where: { side: 'end' } },
]

const CELLS: readonly Spot[] = [
  { unit: [ARTICLE], part: { kind: 'cell', table: 1, row: { ordinal: 2 }, column: 3 } },
  {
    unit: [{ kind: 'annex', label: '2' }],
    part: { kind: 'cell', table: 2, row: { opens: 'Итого' }, column: 3 },
  },
]

function saidIn(language: Language, instruction: Instruction): string {
  return lawText(lawOf({ tradition: 'kz', language, sort: 'law', instructions: [instruction] }))
}

const read = (text: string, language: Language) =>
  parseAmendingLaw(text, { language }).commands.map(({ instruction }) => instruction)

for (const language of ['ru', 'kk', 'en'] satisfies Language[]) {
  const occurrences: readonly Occurrence[] = [2, 3, 12, 'last']
  describe(`M73: equal words are counted, in ${language}`, () => {
    for (const instruction of occurrences.flatMap(counted)) {
      const text = saidIn(language, instruction)
      it(`M73: ${text.trim().split('\n').at(-1)}`, () =>
        expect(read(text, language)).toEqual([instruction]))
    }
  })

  describe(`M74: words in a cell of a table, in ${language}`, () => {
    for (const instruction of CELLS.flatMap(inCell)) {
      const text = saidIn(language, instruction)
      it(`M74: ${text.trim().split('\n').at(-1)}`, () =>
        expect(read(text, language)).toEqual([instruction]))
    }
  })
}

describe('M74: what is said of a column or a cell as a whole', () => {
  for (const words of [
    'В графе 3 приложения 2 слово "а" заменить словом "б".',
    'Графу 3 строки 2 таблицы статьи 5 исключить.',
    'Графу 3 строки 2 таблицы статьи 5 изложить в следующей редакции: "Новое".',
  ])
    it(`M74: is not done by a guess: ${words}`, () => expect(read(words, 'ru')).toEqual([null]))
})

import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { walkUnits } from '#shared/schema/act.ts'
import { lost, read } from '../read/lost.ts'

/** Words and marks that texts of law are made of, so that arbitrary texts come near to real ones. */
const PIECES = [
  'Статья 1',
  'Статья 24²',
  'Статья 81Верховный',
  'СТАТЬЯ 5.',
  'статьи 5',
  '5-бап',
  'I бөлім',
  '2-тарау. Жалпы',
  'Article 3',
  'Article IV',
  'Section I. General',
  'Раздел I',
  'РАЗДЕЛ ПЕРВЫЙ',
  'Глава 2. Суд',
  '§ 1',
  'Приложение 1',
  'ОБЩАЯ ЧАСТЬ',
  'Part One',
  'Schedule',
  '1.',
  '2.',
  '3-1.',
  '1)',
  '10-1)',
  'а)',
  '(1)',
  '(a)',
  '(i)',
  '(iv)',
  'I.',
  'II.',
  '08.06.2022',
  'исключена',
  'Исключен Законом',
  'Repealed',
  'Сноска. Статья 5 исключена',
  'Примечание ИЗПИ!',
  'Ескерту.',
  'Footnote.',
  'СОДЕРЖАНИЕ',
  'Share',
  '1/50',
  '- 3 -',
  '# ',
  '**x**',
  '> ',
  '---',
  '«',
  '»',
  '"',
  '(',
  ')',
  ':',
  ';',
  '–',
  '.',
  ',',
  'Мы, народ',
  'Преамбула',
  'Президент',
  'Республики Казахстан',
  'Закон',
  '№',
  'слова',
  'Слова о праве',
  'words of law',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '      ',
  '\f',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\ufeff',
  '\ud83d',
  '𝔸',
  '\0',
  '\u0085',
]

const lawLike = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .chain((pieces) => fc.constantFrom('', ' ', '\n').map((between) => pieces.join(between)))

describe('law 1: reading loses nothing', () => {
  it('R2: gives an act that fits the schema and keeps every character, for arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), keepsAll), {
      numRuns: 300,
    })
  })

  it('R2: keeps every character of texts made of the words of law', () => {
    fc.assert(fc.property(lawLike, keepsAll), { numRuns: 1500 })
  })

  it('R2: keeps every character of real texts, whole and mutilated', () => {
    const files = globSync('../shared/corpora/kz/{constitution,amending-laws}/**/*.{txt,md}').sort()
    expect(files.length).toBeGreaterThan(12)
    for (const file of files) keepsAll(readFileSync(file, 'utf8'))
    const texts = files.map((file) => readFileSync(file, 'utf8').slice(0, 20_000))
    const mutilation = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.nat(20_000),
      length: fc.integer({ min: 200, max: 3000 }),
      drop: fc.array(fc.nat(3000), { maxLength: 20 }),
      insert: fc.array(fc.tuple(fc.nat(3000), fc.constantFrom(...PIECES)), { maxLength: 20 }),
    })
    fc.assert(
      fc.property(mutilation, ({ text, from, length, drop, insert }) => {
        const chars = [...text.slice(from % text.length, (from % text.length) + length)]
        for (const at of drop) chars.splice(at % (chars.length + 1), 1)
        for (const [at, piece] of insert) chars.splice(at % (chars.length + 1), 0, piece)
        keepsAll(chars.join(''))
      }),
      { numRuns: 300 },
    )
  })

  it('R3: gives every unit an id of its own, in document order', () => {
    fc.assert(
      fc.property(lawLike, (text) => {
        const ids: string[] = []
        walkUnits(read(text).act, (unit) => ids.push(String(unit.attrs['id'])))
        expect(ids).toEqual(ids.map((_, i) => `u${i + 1}`))
      }),
      { numRuns: 300 },
    )
  })
})

function keepsAll(text: string): void {
  const result = read(text)
  result.act.check()
  expect(lost(text, result)).toBe('')
  expect(result.problems.filter(({ code }) => code === 'read/lost')).toEqual([])
}

import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../read/lost.ts'

/** Characters of a text: a quadratic reader would need minutes for them. */
const LONG = 150_000

/** Seconds that none may take; a linear reader on an idle machine needs less than one. */
const LIMIT = 30

const repeated = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length))

const HOSTILE: readonly string[] = [
  'слово ',
  '«',
  '" ',
  'x:\n«y\n',
  'x:\n"y\n',
  '1. ',
  '1.\n',
  '1)\n',
  '1. x:\n1) y:\na) z:\n',
  'Статья 1\n',
  'Статья 1. Слова ',
  'СОДЕРЖАНИЕ\nСтатья 1. А\n',
  'a\tb\n',
  'a\t',
  '| a | b |\n',
  'a     b\n',
  ' ',
  '\n',
  '# x\n**a** ',
  '[a](',
  '[',
  '\\',
  'А б в г д ',
  'А ',
  '.',
  '-',
  '─',
  'СЛОВА\n',
  'слова\n',
  'Сноска.\nслова:\n',
  '(i)\n(ii)\n',
  'IIIIIIII. ',
  '1',
  'бірінші бап ',
  'слова:\nслова;\n',
]

/** The words of the grammars in three languages. */
const KEYWORDS: readonly string[] = [
  'Статья 1. ',
  'статьи 5 ',
  'Глава 2. ',
  'РАЗДЕЛ I ',
  '§ 1 ',
  'Приложение 1 ',
  'Сноска. ',
  'исключена ',
  'СОДЕРЖАНИЕ ',
  '2-бап. ',
  '1-тарау. ',
  'I бөлім ',
  'Ескерту. ',
  'алып тасталды ',
  'Осы Кодекс ',
  '1-тармақ ',
  'Article 3. ',
  'Chapter 1. ',
  'Section 2 ',
  'Schedule 1 ',
  'Footnote. ',
  'repealed ',
  'Part One ',
  '1. ',
  '1) ',
  '(a) ',
  '(i) ',
  'I. ',
  '«',
  '»',
  '"',
  '(',
  ')',
  ': ',
  '; ',
  '. ',
  '\n',
  '\n\n',
  '\t',
  '| ',
  '**',
  '- ',
  'слова ',
  'сөз ',
  'words ',
]

describe('hostile texts', () => {
  it.each(HOSTILE)('R38: reads “%s” without end in time that grows with its length', (piece) => {
    const start = performance.now()
    read(repeated(piece)).act.check()
    expect((performance.now() - start) / 1000).toBeLessThan(LIMIT)
  })

  it('R38: reads recombined keywords of three languages to an act that fits the schema, in time', () => {
    const text = fc
      .array(fc.constantFrom(...KEYWORDS), { minLength: 5_000, maxLength: 20_000 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (source) => {
        const start = performance.now()
        const { act, problems } = read(source)
        act.check()
        expect((performance.now() - start) / 1000).toBeLessThan(LIMIT)
        expect(problems.filter(({ code }) => code === 'read/lost')).toEqual([])
      }),
      { numRuns: 10, examples: [['а 1. | б\nв | г\n\nЗакон']] },
    )
  })
})

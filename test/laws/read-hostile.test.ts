import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../read/lost.ts'
import { growsLinearly } from './growth.ts'
import { KEYWORDS, recombined } from './keywords.ts'

/** Characters of the shorter text; the longer has eight times as many. */
const SHORT = 30_000

const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

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

describe('hostile texts', () => {
  it.each(HOSTILE)('R38: reads “%s” without end in time that grows with its length', (piece) => {
    expect(growsLinearly(SHORT, (length) => read(repeated(piece, length)).act.check())).toBe(true)
  })

  it('R38: reads recombined keywords of three languages to an act that fits the schema', () => {
    const text = fc
      .array(fc.constantFrom(...KEYWORDS), { minLength: 5_000, maxLength: 20_000 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (source) => {
        const { act, problems } = read(source)
        act.check()
        expect(problems.filter(({ code }) => code === 'read/lost')).toEqual([])
      }),
      { numRuns: 10, examples: [['а 1. | б\nв | г\n\nЗакон']] },
    )
  })

  it.each([1, 2, 3])(
    'R38: reads recombined keywords in time that grows with their length: %i',
    (seed) => {
      expect(growsLinearly(SHORT, (length) => read(recombined(seed, length)).act.check())).toBe(
        true,
      )
    },
  )
})

import { describe, expect, it } from 'vitest'
import type { AddressStep } from '#shared/amend/address.ts'
import type { MoveUnit } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import type { Language } from '#shared/schema/act.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { lawOf } from './law-of.ts'

const article = (label: string): AddressStep => ({ kind: 'article', label })
const paragraph = (label: string): AddressStep => ({ kind: 'paragraph', label })
const point = (label: string): AddressStep => ({ kind: 'point', label })

const FROM = { kind: 'moveUnit', at: [article('5'), paragraph('3')] } as const
const POINT = { kind: 'moveUnit', at: [article('5'), paragraph('3'), point('2')] } as const
const INTO = { into: [article('6')] } as const

const MOVES: readonly MoveUnit[] = [
  { ...FROM, ...INTO, place: { by: 'number' }, to: null },
  { ...FROM, ...INTO, place: { by: 'number' }, to: '2' },
  { ...FROM, ...INTO, place: { by: 'start' }, to: null },
  { ...FROM, ...INTO, place: { by: 'start' }, to: '1' },
  { ...FROM, ...INTO, place: { by: 'end' }, to: '9' },
  { ...FROM, ...INTO, place: { by: 'after', step: paragraph('4') }, to: null },
  { ...FROM, ...INTO, place: { by: 'before', step: paragraph('4') }, to: '3-1' },
  { ...FROM, into: [article('5')], place: { by: 'after', step: paragraph('4') }, to: null },
  { ...POINT, into: [article('6'), paragraph('1')], place: { by: 'number' }, to: '4' },
  { ...POINT, into: [article('5'), paragraph('1')], place: { by: 'number' }, to: null },
  {
    kind: 'moveUnit',
    at: [article('5')],
    into: [{ kind: 'chapter', label: '2' }],
    place: { by: 'number' },
    to: '9-1',
  },
]

describe('M69: a move is read with where to, beside what and under which number', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[]) {
    const profile = profileFor({ tradition: 'kz', profile: 'law', language })
    for (const move of MOVES) {
      const law = lawOf({ tradition: 'kz', language, sort: 'law', instructions: [move] })
      const text = lawText(law)
      it(`M69: ${text.trim().split('\n').at(-1)}`, () => {
        const { commands } = parseAmendingLaw(text, {
          language,
          tradition: 'kz',
          profileOf: () => profile,
        })
        expect(commands.map(({ instruction }) => instruction)).toEqual([move])
      })
    }
  }

  it('M69: several units and their numbers pair, or nothing is moved', () => {
    const read = (words: string) =>
      parseAmendingLaw(words, { language: 'ru' }).commands.map(({ instruction }) => instruction)
    const twice = 'Пункты 3 и 4 статьи 5 перенести в статью 6 и считать пунктами 7 и 8.'
    const [first, second] = read(twice)
    expect(first).toEqual({ ...FROM, ...INTO, place: { by: 'number' }, to: '7' })
    expect(second).toMatchObject({ at: [article('5'), paragraph('4')], to: '8' })
    expect(read(twice.replace(' и 8', ''))).toEqual([null])
  })
})

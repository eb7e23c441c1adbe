import { describe, expect, it } from 'vitest'
import { applyInstructions } from '#shared/amend/apply/apply.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import type { Instruction, MoveUnit } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Language, unitId } from '#shared/schema/act.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { art, chapter, lawIn, para, point as pointOf } from '../builders/act.ts'
import { lawOf } from './law-of.ts'
import { article, paragraph, point, RECORDS } from './moving.ts'

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

const BASE = (language: Language) =>
  lawIn(
    language,
    chapter(
      '1',
      'Органы',
      RECORDS,
      art('6', 'Суд', para('1', 'Суд', pointOf('1', 'судит.')), para('3', 'Закон принят.')),
    ),
    chapter('2', 'Прочее', art('7', 'Срок', para('1', 'Срок назван.'))),
  )

const CHAPTER_2 = { into: [{ kind: 'chapter', label: '2' }] } as const

/** What a drafter did, which is what the law must say. */
const DONE: Readonly<Record<string, readonly Instruction[]>> = {
  'under a new number': [{ ...FROM, ...INTO, place: { by: 'number' }, to: '2' }],
  'under its number': [{ ...FROM, into: [article('7')], place: { by: 'number' }, to: null }],
  'before those behind it take other numbers': [
    { ...FROM, ...INTO, place: { by: 'number' }, to: '2' },
    { kind: 'renumberUnit', at: [article('5'), paragraph('4')], to: '3' },
  ],
  'out of a paragraph': [
    {
      ...POINT,
      at: [article('5'), paragraph('2'), point('1')],
      into: [article('6'), paragraph('1')],
      place: { by: 'number' },
      to: '2',
    },
  ],
  'an article to another chapter': [
    { kind: 'moveUnit', at: [article('6')], ...CHAPTER_2, place: { by: 'number' }, to: null },
  ],
  'an article under a new number': [
    { kind: 'moveUnit', at: [article('5')], ...CHAPTER_2, place: { by: 'number' }, to: '8' },
  ],
}

describe('M70: what moves is derived as a move, and proved', () => {
  const moved = (language: Language, instructions: readonly Instruction[]) => {
    let last = 0
    const base = BASE(language)
    const newId = () => unitId(`new-${last++}`)
    return { base, draft: applyInstructions(base, instructions, { newId }).act }
  }

  for (const language of ['ru', 'kk', 'en'] satisfies Language[])
    for (const [name, instructions] of Object.entries(DONE))
      it(`M70: ${name}, in ${language}`, () => {
        const { base, draft } = moved(language, instructions)
        const { changes, proof } = deriveLaw(base, draft)
        expect(changes.map(({ instruction }) => instruction)).toEqual(instructions)
        expect(proof.holds).toBe(true)
      })

  it('M70: the drafter may have it quoted where it comes', () => {
    const { base, draft } = moved('ru', DONE['under a new number'] ?? [])
    const wordings = (unit: string) => ({
      default: 'minimal' as const,
      units: new Map([[unitId(unit), 'restate' as const]]),
    })
    const kinds = (unit: string) =>
      deriveLaw(base, draft, { wordings: wordings(unit) }).changes.map(
        ({ instruction }) => instruction.kind,
      )
    expect(kinds('chapter-1/article-5/paragraph-3')).toEqual(['repealUnit', 'insertUnit'])
    expect(kinds('chapter-1/article-5/paragraph-4')).toEqual(['moveUnit'])
  })
})

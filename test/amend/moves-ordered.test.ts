import { describe, expect, it } from 'vitest'
import type { AddressStep } from '#shared/amend/address.ts'
import { applyInstructions } from '#shared/amend/apply/apply.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import type { Instruction, MoveUnit, UnitPlace } from '#shared/amend/instruction.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Language, unitId } from '#shared/schema/act.ts'
import { art, chapter, lawIn, para, point as pointOf } from '../builders/act.ts'
import { article, paragraph, point, RECORDS } from './moving.ts'

const byNumber: UnitPlace = { by: 'number' }

const BASE = (language: Language) =>
  lawIn(
    language,
    chapter(
      '1',
      'Органы',
      RECORDS,
      art(
        '6',
        'Суд',
        para('1', 'Суд', pointOf('1', 'судит.')),
        para('2', 'Закон принят.'),
        para('3', 'Суд объявляет решение.'),
      ),
    ),
  )

const words = (unit: readonly AddressStep[], old: string, put: string): Instruction => ({
  kind: 'substituteWords',
  at: { unit },
  pairs: [{ old, new: put }],
  occurrence: 'sole',
})
const MOVE: MoveUnit = {
  kind: 'moveUnit',
  at: [article('5'), paragraph('3')],
  into: [article('6')],
  place: byNumber,
  to: '4',
}
const TO_2: MoveUnit = { ...MOVE, to: '2' }
const renumber = (of: string, label: string, to: string): Instruction => ({
  kind: 'renumberUnit',
  at: [article(of), paragraph(label)],
  to,
})
const repeal = (of: string, label: string): Instruction => ({
  kind: 'repealUnit',
  at: [article(of), paragraph(label)],
  how: 'exclude',
})

/** What a drafter did in the order that works, which is what the law must say. */
const DONE: Readonly<Record<string, readonly Instruction[]>> = {
  'of other words': [words([article('5'), paragraph('3')], 'десять', 'пять'), MOVE],
  'of other words in a unit of it': [
    words([article('5'), paragraph('2'), point('2')], 'учет', 'реестр'),
    { ...MOVE, at: [article('5'), paragraph('2')] },
  ],
  'to the number of what goes': [repeal('6', '2'), TO_2],
  'to the number of what takes another': [renumber('6', '3', '4'), renumber('6', '2', '3'), TO_2],
  'of other words, to a number set free, with its own number taken': [
    words([article('5'), paragraph('3')], 'десять', 'пять'),
    repeal('6', '2'),
    TO_2,
    renumber('5', '4', '3'),
  ],
  'to the number of what moves away': [
    { ...MOVE, at: [article('6'), paragraph('2')], into: [article('5')], to: '5' },
    TO_2,
  ],
}

describe('M80: what moves and changes, or to a number set free, is told as a move', () => {
  const drafted = (language: Language, instructions: readonly Instruction[]) => {
    let last = 0
    const base = BASE(language)
    const newId = () => unitId(`new-${last++}`)
    const { act: draft, outcomes } = applyInstructions(base, instructions, { newId })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(instructions.map(() => 'applied'))
    return { base, draft }
  }

  for (const language of ['ru', 'kk', 'en'] satisfies Language[])
    for (const [name, instructions] of Object.entries(DONE))
      it(`M80: ${name}, in ${language}`, () => {
        const { base, draft } = drafted(language, instructions)
        const { law, changes, proof } = deriveLaw(base, draft)
        expect(
          changes.map(({ instruction }) => instruction),
          lawText(law),
        ).toEqual(instructions)
        expect(proof.holds).toBe(true)
      })

  it('M80: units that exchange their places go at one and come at the other', () => {
    const { base, draft } = drafted('ru', [
      { ...MOVE, at: [article('6'), paragraph('2')], into: [article('5')], to: '9' },
      TO_2,
      renumber('5', '9', '3'),
    ])
    const { changes, proof } = deriveLaw(base, draft)
    expect(proof.holds).toBe(true)
    const kinds = changes.map(({ instruction }) => instruction.kind)
    expect(kinds).not.toContain('moveUnit')
  })

  it('M80: what is hardly the same goes at one place and comes at the other', () => {
    const { base, draft } = drafted('ru', [
      {
        kind: 'restateUnit',
        at: [article('5'), paragraph('3')],
        unit: {
          kind: 'paragraph',
          label: '3',
          num: null,
          heading: null,
          blocks: [{ kind: 'paragraph', text: 'Совсем иной порядок.' }],
          units: [],
        },
      },
      MOVE,
    ])
    const { changes, proof } = deriveLaw(base, draft)
    expect(proof.holds).toBe(true)
    const kinds = changes.map(({ instruction }) => instruction.kind)
    expect(kinds).toEqual(['repealUnit', 'insertUnit'])
  })
})

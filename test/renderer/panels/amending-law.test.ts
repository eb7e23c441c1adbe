import { describe, expect, it } from 'vitest'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { UNSAID } from '#shared/schema/in-force.ts'
import type { Wording, Wordings } from '#shared/schema/wordings.ts'
import {
  otherWording,
  partedUnits,
  proofState,
  shownLines,
} from '../../../renderer/panels/amending-law/model.ts'
import type { LawAnswer } from '../../../renderer/panels/amending-law/use-amending-law.ts'
import { act, art, para, point } from '../../builders/act.ts'

const item = (text: string, ...units: readonly string[]): LawAnswer['lines'][number] => ({
  kind: 'item',
  level: 0,
  num: '1.',
  text,
  units: [...units],
})
const law = (part: Partial<LawAnswer>): LawAnswer => ({
  title: '',
  instructions: 1,
  lines: [],
  holds: true,
  differences: [],
  ...part,
})

const NO_CHOICE = {
  wordings: { default: 'minimal', units: new Map() },
  reworded: new Set<UnitId>(),
  parted: new Set<UnitId>(),
  inForce: UNSAID,
} as const

describe('the amending law beside the draft', () => {
  it('U91: says proved of the text as it stands, and of no other', () => {
    expect(proofState(law({}), false)).toBe('proved')
    expect(proofState(law({}), true)).toBe('working')
    expect(proofState(undefined, false)).toBe('working')
    expect(proofState(law({ holds: false }), false)).toBe('unproved')
  })

  it('U91: says that there is nothing to amend only where the draft says what the law says', () => {
    expect(proofState(law({ instructions: 0 }), false)).toBe('nothing')
    expect(proofState(law({ instructions: 0, holds: false }), false)).toBe('unproved')
  })

  it('U90: leads each line to its unit, and marks those about the unit at the caret', () => {
    const lines = [item('one', 'a'), item('both', 'a', 'b'), item('none')]
    const shown = shownLines(law({ lines }), unitId('a'), NO_CHOICE)
    expect(shown.map(({ unit, isHere }) => [unit, isHere])).toEqual([
      ['a', true],
      ['a', false],
      [null, false],
    ])
  })

  it('U161: offers the other wording for units of which words changed, and knows what was chosen', () => {
    const lines = [item('one', 'a'), item('two', 'b'), item('new', 'c'), item('both', 'a', 'b')]
    const wordings: Wordings = { default: 'minimal', units: new Map([[unitId('b'), 'restate']]) }
    const reworded = new Set([unitId('a'), unitId('b')])
    const shown = shownLines(law({ lines }), undefined, { ...NO_CHOICE, wordings, reworded })
    expect(shown.map(({ wording }) => wording)).toEqual([
      { unit: 'a', as: 'minimal', next: 'restate', isChosen: false },
      { unit: 'b', as: 'restate', next: 'minimal', isChosen: true },
      null,
      null,
    ])
    const [a, b] = shown.flatMap(({ wording }) => wording ?? [])
    expect([a && otherWording(a, wordings), b && otherWording(b, wordings)]).toEqual([
      'restate',
      null,
    ])
  })

  it('U194: offers the first part alone where units stand behind it, and then the unit', () => {
    const parted = partedUnits(
      act(art('5', '', para('1', 'Суд:', point('1', 'судит.')), para('2', 'Срок.'))),
    )
    expect([...parted]).toEqual(['article-5/paragraph-1'])
    const unit = 'article-5/paragraph-1'
    const shownAs = (chosen: Wording | null) => {
      const units = new Map(chosen ? [[unitId(unit), chosen]] : [])
      const wordings: Wordings = { default: 'minimal', units }
      const choices = { ...NO_CHOICE, wordings, reworded: new Set([unitId(unit)]), parted }
      const [line] = shownLines(law({ lines: [item('one', unit)] }), undefined, choices)
      return line?.wording?.next
    }
    expect(([null, 'part', 'restate'] as const).map(shownAs)).toEqual([
      'part',
      'restate',
      'minimal',
    ])
  })
})

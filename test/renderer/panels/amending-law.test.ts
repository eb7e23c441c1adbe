import { describe, expect, it } from 'vitest'
import { unitId } from '#shared/schema/act.ts'
import {
  type LawAnswer,
  proofState,
  shownLines,
} from '../../../renderer/panels/amending-law/model.ts'

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
    const shown = shownLines(law({ lines }), unitId('a'))
    expect(shown.map(({ unit, isHere }) => [unit, isHere])).toEqual([
      ['a', true],
      ['a', false],
      [null, false],
    ])
  })
})

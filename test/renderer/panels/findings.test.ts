import { describe, expect, it } from 'vitest'
import { check } from '#shared/check/check.ts'
import { FINDINGS } from '#shared/check/findings.ts'
import { type Act, makeAct, makeUnit, type Unit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art, para, point, sub } from '#test/builders/act.ts'
import { translator } from '../../../renderer/messages/messages.tsx'
import { findingWords } from '../../../renderer/panels/problems/model.ts'

/** Acts in which all that the check knows is to be found. */
const ACTS: readonly Act[] = [
  act(art('1', '', para('1', 'А.'), para('3', 'Б.'), para('2', 'В.'), para('2', 'Г.'))),
  act(...['1', '2', '21', '3'].map((label) => art(label, '', sub('А.')))),
  act(art('1', '', point('1', 'А:', para('1', 'Б.')))),
  act(art('5', '', sub('А.'))),
  actOf(
    makeUnit({ id: unitId(''), kind: 'article', label: '1' }, { heading: ' ' }),
    makeUnit({ id: unitId('twin'), kind: 'article', label: null }),
    makeUnit(
      { id: unitId('twin'), kind: 'clause', label: '1' },
      { body: [schema.nodes.unknown.create({ source: '<x/>' })] },
    ),
  ),
]
const found = ACTS.flatMap(check)

describe('U226: the problems panel says in the language of the window what the check found', () => {
  it('U226: in English it is the message', () => {
    const t = translator('en')
    for (const { finding, facts, message } of found)
      expect(findingWords(t, finding, facts)).toBe(message)
  })

  for (const language of ['ru', 'kk'] as const) {
    it(`U226: in ${language}, with the unit that it is about`, () => {
      const t = translator(language)
      for (const { finding, facts } of found) {
        const words = findingWords(t, finding, facts)
        expect(words.startsWith(`${facts['unit']}: `), words).toBe(true)
        expect(words).not.toContain('none')
      }
    })
  }

  it('U226: whatever the check finds', () => {
    expect(new Set(found.map(({ finding }) => finding))).toEqual(new Set(Object.keys(FINDINGS)))
  })
})

function actOf(...units: readonly Unit[]): Act {
  const attrs = { id: 'act', language: 'ru', tradition: 'kz', profile: 'constitution' } as const
  return makeAct(attrs, units)
}

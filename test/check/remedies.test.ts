import { describe, expect, it } from 'vitest'
import { check } from '#shared/check/check.ts'
import type { CheckProblem } from '#shared/check/remedy.ts'
import {
  type Act,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  unitId,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import { act, art, para, point, withId } from '../builders/act.ts'

/** The problems that a remedy ends, and those left after it. */
function mended(before: Act): readonly string[] {
  const problem = check(before).find(({ severity }) => severity !== 'info')
  const edits = problem?.remedy?.edits ?? []
  const after = applyEditsToAct(before, edits)
  const left = after.ok ? check(after.value) : []
  const name = ({ code, remedy }: CheckProblem) => `${code} ${remedy?.kind ?? ''}`
  return [problem ? name(problem) : 'none', ...left.map(name)]
}

describe('remedies', () => {
  it('K10: a number given twice is replaced by the first free one behind it', () => {
    const double = act(
      art('1', '', para('1', 'А.'), para('1-1', 'Б.'), withId('again', para('1', 'В.'))),
    )
    const [problem] = check(double)
    expect(problem?.remedy).toMatchObject({ kind: 'renumber', to: '1-2' })
    expect(mended(double)).toEqual(['check/duplicate-label renumber'])
  })

  it('K10: a unit of a kind that its parent does not hold becomes the one that is printed alike', () => {
    const unit = (kind: UnitKind, label: string, units: readonly Unit[] = []) =>
      makeUnit(
        { id: unitId(`${kind}${label}`), kind, label },
        { body: [makeParagraph('Words.')], units },
      )
    const attrs = { id: 'a', language: 'en', tradition: 'plain', profile: 'act' } as const
    const inner = unit('subsection', '1', [unit('subparagraph', 'a')])
    expect(mended(makeAct(attrs, [unit('section', '1', [inner])]))).toEqual([
      'check/misnested setKind',
    ])
    expect(mended(act(art('1', '', point('1', 'А:', para('1', 'Б.')))))[0]).toBe('check/misnested ')
  })

  it('K10: an empty heading is taken out', () => {
    const empty = act(
      makeUnit(
        { id: unitId('a'), kind: 'article', label: '1' },
        { heading: [], units: [para('1', 'А.')] },
      ),
    )
    expect(mended(empty)).toEqual(['check/empty-heading dropHeading'])
  })

  it('K11: a number that lost its raised figure is told by its neighbors, and gets it back', () => {
    const text = (label: string) => art(label, '', para('1', 'А.'))
    const flat = act(text('1'), text('2'), withId('flat', text('21')), text('3'))
    expect(check(flat).map(({ code, unit }) => [code, unit])).toEqual([
      ['check/flattened-number', 'flat'],
    ])
    expect(mended(flat)).toEqual(['check/flattened-number renumber'])
  })
})

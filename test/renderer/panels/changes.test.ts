import { describe, expect, it } from 'vitest'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para, withId } from '#test/builders/act.ts'
import { countChanges, standingNear } from '../../../renderer/panels/changes/model.ts'
import { nextChange, nextInList } from '../../../renderer/workbench/step-change.ts'

const base = act(
  withId('a', art('1', '', withId('p', para('1', 'One.')), withId('q', para('2', 'Two.')))),
  withId('b', art('2', 'Heading')),
)
const remove = (unit: string): UnitEdit => ({ kind: 'remove', unit: unitId(unit) })

function edited(...edits: readonly UnitEdit[]) {
  const result = applyEditsToAct(base, edits)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

describe('changes panel', () => {
  it('U19: counts what came, what went and what moved', () => {
    const draft = edited(remove('a/q'), {
      kind: 'setState',
      unit: unitId('b'),
      state: 'repealed',
    })
    expect(countChanges(changesOf(compareActs(base, draft)))).toEqual({
      words: 0,
      inserted: 0,
      removed: 2,
      moved: 0,
      numbers: 0,
    })
  })

  it('U19: a change of a unit that is gone is shown at the one before it, else at its holder', () => {
    const without = (...gone: readonly string[]) => {
      return (unit: string) => !gone.includes(unit)
    }
    expect(standingNear(base, unitId('a/q'), without('a/q'))).toBe('a/p')
    expect(standingNear(base, unitId('a/p'), without('a/p'))).toBe('a')
    expect(standingNear(base, unitId('a'), without('a', 'a/p', 'a/q'))).toBeUndefined()
    expect(standingNear(base, unitId('b'), without('b'))).toBe('a')
    expect(standingNear(base, unitId('b'), without())).toBe('b')
  })

  it('U19: next and previous go from change to change and around', () => {
    const at: Readonly<Record<string, number>> = { a: 0, b: 50, c: 90 }
    const places = { positionOf: (unit: string) => at[unit] }
    const units = ['c', 'a', 'b', 'b', 'gone'].map(unitId)
    expect(nextChange(units, places, 10, 'next')).toBe('b')
    expect(nextChange(units, places, 95, 'next')).toBe('a')
    expect(nextChange(units, places, 60, 'previous')).toBe('a')
    expect(nextChange(units, places, 5, 'previous')).toBe('c')
  })

  it('U151: in rows next and previous go through the list and around, each unit once', () => {
    const units = ['a', 'b', 'b', 'c'].map(unitId)
    expect(nextInList(units, unitId('b'), 'next')).toBe('c')
    expect(nextInList(units, unitId('c'), 'next')).toBe('a')
    expect(nextInList(units, unitId('a'), 'previous')).toBe('c')
    expect(nextInList(units, unitId('gone'), 'next')).toBeUndefined()
  })
})

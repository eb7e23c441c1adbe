import { describe, expect, it } from 'vitest'
import { type Act, isUnit, unitAttrs, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct, findUnit } from '#shared/structure/apply-edit.ts'
import { act, art, dump, para, part, point, preface, withId } from '#test/builders/act.ts'
import { planUnitCommand, type UnitCommand } from '../../../renderer/editor/commands/unit-edits.ts'

const law = act(
  withId(
    'I',
    part(
      'I',
      'General',
      withId('a1', art('1', '', withId('p1', para('1', 'One.')), withId('p2', para('2', 'Two.')))),
      withId('a2', art('2', 'Two', withId('x', point('1', 'Point.')))),
    ),
  ),
)

describe('unit commands', () => {
  it('U44: a preamble stands behind the title, and one that stands already is gone to', () => {
    const titled = act(withId('t', preface('Law')), ...law.children.filter(isUnit))
    const planned = planUnitCommand(titled, [], 'insertPreamble', () => unitId('new'))
    expect(planned?.edits).toMatchObject([{ kind: 'insert', at: { parent: null, after: 't' } }])
    const done = applyEditsToAct(titled, planned?.edits ?? [])
    if (!done.ok) throw new Error(done.problem.message)
    expect(planUnitCommand(done.value, [], 'insertPreamble', () => unitId('other'))).toEqual({
      edits: [],
      caret: 'new',
    })
  })

  it('U44: a single annex stands last without a number, the next with the next number', () => {
    let text = law
    const labels = ['x1', 'x2', 'x3'].map((id) => {
      const planned = planUnitCommand(text, [], 'insertAnnex', () => unitId(id))
      const done = applyEditsToAct(text, planned?.edits ?? [])
      if (!done.ok) throw new Error(done.problem.message)
      text = done.value
      const last = text.lastChild
      return last && isUnit(last) ? [unitAttrs(last).kind, unitAttrs(last).label] : []
    })
    expect(labels).toEqual([
      ['annex', null],
      ['annex', '2'],
      ['annex', '3'],
    ])
  })

  it('U13: an article put between two takes the number before it and an index', () => {
    expect(outline('I/a1/p2', 'insertArticle')).toContain('article 1-1 #new draft')
  })

  it('U13: an article behind the last takes the next number', () => {
    expect(outline('I/a2', 'insertArticle')).toContain('article 3 #new draft')
  })

  it('U13: an article takes a heading where its neighbor has one', () => {
    expect(outline('I/a2', 'insertArticle')).toContain('article 3 #new draft "" ""')
  })

  it('U13: a unit behind the last of its row takes the next number, between two an index', () => {
    expect(outline('I/a1/p2', 'insertSibling')).toContain('paragraph 3 #new draft')
    expect(outline('I/a1/p1', 'insertSibling')).toContain('paragraph 1-1 #new draft')
  })

  it('U13: a unit put inside follows the last there, or is the first of the likeliest kind', () => {
    expect(outline('I/a2', 'insertChild')).toContain('point 2 #new draft')
    expect(outline('I/a1/p1', 'insertChild')).toContain('point 1 #new draft')
  })

  it('U13: moving keeps number and words', () => {
    const moved = outline('I/a1/p2', 'moveUp')
    expect(moved.indexOf('#I/a1/p2')).toBeLessThan(moved.indexOf('#I/a1/p1'))
    expect(moved).toContain('paragraph 2 #I/a1/p2 "Two."')
    expect(plan('I/a1/p1', 'moveUp')).toBeUndefined()
    expect(plan('I/a1/p2', 'moveDown')).toBeUndefined()
  })

  it('U13: one level in is into the unit before, as a kind that stands there', () => {
    expect(outline('I/a1/p2', 'indent')).toContain('      point 2 #I/a1/p2 "Two."')
    expect(plan('I/a1/p1', 'indent')).toBeUndefined()
  })

  it('U13: repeal marks the unit and leaves its words; a second time takes the mark away', () => {
    const repealed = apply('I/a1/p2', 'repeal')
    expect(dump(repealed)).toContain('paragraph 2 #I/a1/p2 repealed "Two."')
    expect(dump(applied(repealed, 'I/a1/p2', 'repeal'))).toBe(dump(law))
  })

  it('U13: removing puts the caret in the neighbor', () => {
    expect(plan('I/a1/p1', 'remove')?.caret).toBe('I/a1/p2')
    expect(outline('I/a1/p1', 'remove')).not.toContain('One.')
  })
})

function plan(unit: string, command: UnitCommand, text: Act = law) {
  const path = pathTo(text, unit)
  return planUnitCommand(text, path, command, () => unitId('new'))
}

function applied(text: Act, unit: string, command: UnitCommand): Act {
  const planned = plan(unit, command, text)
  const result = applyEditsToAct(text, planned?.edits ?? [])
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const apply = (unit: string, command: UnitCommand) => applied(law, unit, command)
const outline = (unit: string, command: UnitCommand) => dump(apply(unit, command))

function pathTo(text: Act, id: string) {
  const found = findUnit(text, unitId(id))
  if (!found) throw new Error(`no unit ${id}`)
  const path = [...found.parents.filter(isUnit), found.unit]
  expect(path.map((unit) => unitAttrs(unit).id).at(-1)).toBe(id)
  return path
}

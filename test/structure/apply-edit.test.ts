import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Act, makeParagraph, unitId, walkUnits } from '#shared/schema/act.ts'
import { applyEditToAct, type EditContext } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, dump, para, point, withId } from '../builders/act.ts'
import { randomAct, randomEdit } from '../builders/random-act.ts'

const one = unitId('article-1')
const first = unitId('article-1/paragraph-1')
const second = unitId('article-1/paragraph-2')

const base = act(
  art('1', 'Суд', para('1', 'Суд независим.', point('1', 'судья')), para('2', 'Да.')),
)

function becomes(edit: UnitEdit, expected: Act, from: Act = base, context: EditContext = {}): void {
  const next = applyEditToAct(from, edit, context)
  expect(next.ok ? dump(next.value) : next.problem.message).toBe(dump(expected))
}

function fails(edit: UnitEdit, code: string, from: Act = base): void {
  const next = applyEditToAct(from, edit)
  expect(next.ok ? 'applied' : next.problem.code).toBe(code)
}

describe('an edit of an act', () => {
  it('D13: inserts behind a unit, and first of its parent’s units', () => {
    const unit = withId('new', para('3', 'Третье.'))
    const after = applyEditToAct(base, { kind: 'insert', unit, at: { parent: one, after: first } })
    expect(after.ok && dump(after.value).match(/#\S+/g)).toEqual([
      '#article-1',
      `#${first}`,
      `#${first}/point-1`,
      '#new',
      `#${second}`,
    ])
    const atFirst = applyEditToAct(base, { kind: 'insert', unit, at: { parent: one, after: null } })
    expect(atFirst.ok && dump(atFirst.value).match(/#\S+/g)?.[1]).toBe('#new')
  })

  it('D13: refuses an id that the act has, an unknown place and a move into itself', () => {
    const at = { parent: one, after: null }
    fails({ kind: 'insert', unit: withId(second, para('2', 'Да.')), at }, 'edit/id-taken')
    fails({ kind: 'remove', unit: unitId('none') }, 'edit/no-such-unit')
    const inside = { parent: unitId(`${first}/point-1`), after: null }
    fails({ kind: 'move', unit: first, to: inside }, 'edit/into-itself')
    const unknown = { parent: null, after: second }
    fails({ kind: 'move', unit: first, to: unknown }, 'edit/no-such-place')
    fails({ kind: 'join', unit: one, into: first }, 'edit/into-itself')
    fails({ kind: 'restore', unit: unitId('gone') }, 'edit/not-removed')
  })

  it('D13: gives the tail of a split the rest of the text and the units', () => {
    const newUnit = unitId('tail')
    const next = applyEditToAct(base, {
      kind: 'split',
      unit: first,
      block: 0,
      offset: 4,
      newUnit,
      newLabel: '1-1',
    })
    expect(next.ok && dump(next.value)).toBe(
      [
        'article 1 #article-1 "Суд"',
        '  paragraph 1 #article-1/paragraph-1 "Суд "',
        '  paragraph 1-1 #tail draft "независим."',
        '    point 1 #article-1/paragraph-1/point-1 "судья"',
        '  paragraph 2 #article-1/paragraph-2 "Да."',
      ].join('\n'),
    )
  })

  it('D13: undoes a split by joining the tail to its head', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 14 }), (seed, offset) => {
        const whole = act(art('1', 'Суд', para('1', 'Суд независим.', point('1', `${seed}`))))
        const newUnit = unitId('tail')
        const cut = {
          kind: 'split',
          unit: first,
          block: 0,
          offset,
          newUnit,
          newLabel: null,
        } as const
        const split = applyEditToAct(whole, cut)
        if (!split.ok) return expect.fail(split.problem.message)
        becomes({ kind: 'join', unit: newUnit, into: first }, whole, split.value)
      }),
    )
  })

  it('D13: restores a removed unit where it stood, with its units', () => {
    const removed = applyEditToAct(base, { kind: 'remove', unit: first })
    if (!removed.ok) return expect.fail(removed.problem.message)
    becomes({ kind: 'restore', unit: first }, base, removed.value, { before: base })
  })

  it('D13: sets text without touching the units in it', () => {
    const body = [makeParagraph('Иное.')]
    const expected = act(art('1', 'Суд', para('1', 'Иное.', point('1', 'судья')), para('2', 'Да.')))
    becomes({ kind: 'setText', unit: first, heading: null, body }, expected)
  })

  it('D13: never loses or doubles an id, whatever the edit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, edited) => {
        const before = randomAct(seed)
        const edit = randomEdit(before, edited)
        const next = edit && applyEditToAct(before, edit)
        if (!next?.ok) return
        next.value.check()
        const ids = idsOf(next.value)
        expect(ids.length).toBe(new Set(ids).size)
        const keeps = edit?.kind !== 'remove' && edit?.kind !== 'join' && edit?.kind !== 'insert'
        if (keeps && edit?.kind !== 'split')
          expect(ids.toSorted()).toEqual(idsOf(before).toSorted())
      }),
      { numRuns: 500 },
    )
  })
})

function idsOf(act: Act): readonly string[] {
  const ids: string[] = []
  walkUnits(act, (unit) => ids.push(String(unit.attrs['id'])))
  return ids
}

import { describe, expect, it } from 'vitest'
import { type Change, changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { revert } from '#shared/diff/revert.ts'
import { type Act, makeParagraph, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, dump, para, point, withId } from '../builders/act.ts'

const base = act(
  art('1', 'Суд', para('1', 'Суд независим.'), para('2', 'Срок равен двум годам.')),
  art('2', 'Совет', para('1', 'Совет избирается.', point('1', 'палатой;'))),
)
const article2 = unitId('article-2')
const term = unitId('article-1/paragraph-2')

function edited(...edits: readonly UnitEdit[]): Act {
  const next = applyEditsToAct(base, edits)
  return next.ok ? next.value : expect.fail(next.problem.message)
}

function changes(draft: Act): readonly Change[] {
  return changesOf(compareActs(base, draft))
}

const newTerm: UnitEdit = {
  kind: 'setText',
  unit: term,
  heading: null,
  body: [makeParagraph('Срок равен трем годам.')],
}

describe('the list of changes', () => {
  it('D7: says what changed, where, in how many words, and shows it', () => {
    expect(changes(edited(newTerm))).toEqual([
      {
        id: `words:${term}`,
        kind: 'words',
        units: [term],
        place: 'пункт 2 статьи 1',
        inserted: 1,
        deleted: 1,
        preview: [
          { kind: 'kept', text: 'Срок равен ' },
          { kind: 'deleted', text: 'двум' },
          { kind: 'inserted', text: 'трем' },
          { kind: 'kept', text: ' годам.' },
        ],
      },
    ])
  })

  it('D7: names a unit that came with the units in it once', () => {
    const unit = withId('new', art('3', 'Палата', withId('inner', para('1', 'Палата одна.'))))
    const found = changes(edited({ kind: 'insert', unit, at: { parent: null, after: article2 } }))
    expect(found.map(({ kind, units }) => [kind, ...units])).toEqual([['inserted', 'new', 'inner']])
  })

  it('D7: tells a new number, a repeal and a move apart from a change of words', () => {
    const found = changes(
      edited(
        { kind: 'setLabel', unit: term, label: '3', num: null },
        { kind: 'setState', unit: unitId('article-1/paragraph-1'), state: 'repealed' },
        { kind: 'move', unit: article2, to: { parent: null, after: null } },
      ),
    )
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(['moved', 'renumbered', 'repealed'])
  })

  it('D8: undoes one change and leaves the others', () => {
    const draft = edited(newTerm, { kind: 'remove', unit: article2 })
    const removal = changes(draft).find(({ kind }) => kind === 'deleted')
    if (!removal) return expect.fail('the removal is a change')
    const undone = applyEditsToAct(draft, revert(removal, base, draft))
    expect(undone.ok && dump(undone.value)).toBe(dump(edited(newTerm)))
  })

  it('D8: has nothing to undo where the draft no longer has the change', () => {
    const [change] = changes(edited(newTerm))
    expect(change && revert(change, base, base)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para } from '#test/builders/act.ts'
import { redlineMarks } from '../../../renderer/editor/plugins/redline-layer.ts'
import { marksOf } from '../../../renderer/panels/changes/marked.ts'

const base = act(
  art('1', 'Один', para('1', 'Первое.'), para('2', 'Срок два дня.')),
  art('2', 'Два', 'Второе.'),
)
const draft = act(
  art('1', 'Один', para('2', 'Срок три дня.')),
  art('2', 'Иное', 'Второе.'),
  art('3', 'Три', 'Третье.'),
)
const words = { inserted: 'new', deleted: 'gone', movedHere: 'here', movedAway: 'away' }

/** The words under marks of text, and the names of the others. */
function marked(to: Act, kinds?: readonly ChangeKind[]): readonly string[] {
  const redline = compareActs(base, to)
  const wanted = kinds && marksOf(changesOf(redline).filter(({ kind }) => kinds.includes(kind)))
  return redlineMarks(redline, words, wanted).map(({ from, to: end, spec }) =>
    spec['name'] === 'ins' ? to.textBetween(from, end) : String(spec['name']),
  )
}

describe('marks of the redline', () => {
  it('U152: those of the changes that the filter lets through', () => {
    const gone = 'deleted gone 1. Первое.'
    const inserted = JSON.stringify({
      class: 'redline-unit-inserted',
      role: 'insertion',
      'data-redline': 'new',
    })
    expect(marked(draft)).toEqual([gone, 'del два', 'три', 'del Два', 'Иное', inserted])
    expect(marked(draft, ['words'])).toEqual(['del два', 'три'])
    expect(marked(draft, ['heading', 'deleted'])).toEqual([gone, 'del Два', 'Иное'])
    expect(marked(draft, ['inserted'])).toEqual([inserted])
    expect(marked(draft, [])).toEqual([])
  })

  it('U152: a number as a change of its own, moves at both places', () => {
    const edits: readonly UnitEdit[] = [
      { kind: 'setLabel', unit: unitId('article-2'), label: '5', num: null },
      {
        kind: 'move',
        unit: unitId('article-1/paragraph-1'),
        to: { parent: unitId('article-2'), after: null },
      },
    ]
    const edited = applyEditsToAct(base, edits)
    if (!edited.ok) throw new Error(edited.problem.message)
    const number = JSON.stringify({ 'data-num-was': 'Статья 2' })
    const moved = JSON.stringify({ class: 'redline-unit-moved', 'data-redline': 'here' })
    const left = 'movedFrom away 1. Первое.'
    expect(marked(edited.value)).toEqual([left, number, moved])
    expect(marked(edited.value, ['renumbered'])).toEqual([number])
    expect(marked(edited.value, ['moved'])).toEqual([left, moved])
  })
})

import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { followingNumbers } from '#shared/diff/following-numbers.ts'
import { unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, chapter, para, point } from '#test/builders/act.ts'

const base = act(
  chapter('1', 'А', art('1', '', para('1', 'а'), para('2', 'б'), para('3', 'в')), art('2', 'Два')),
  chapter('2', 'Б', art('3', 'Три', point('1', 'г'), point('2', 'д')), art('4', 'Четыре')),
)
const IN_1 = 'chapter-1/article-1/'
const setLabel = (unit: string, label: string): UnitEdit => ({
  kind: 'setLabel',
  unit: unitId(unit),
  label,
  num: null,
})
const remove = (unit: string): UnitEdit => ({ kind: 'remove', unit: unitId(unit) })

function following(...edits: readonly UnitEdit[]): readonly string[] {
  const draft = applyEditsToAct(base, edits)
  if (!draft.ok) throw new Error(draft.problem.message)
  return [...followingNumbers(compareActs(base, draft.value))].sort()
}

describe('numbers that follow', () => {
  it('D30: from a removed sibling, and not those that a drafter gave', () => {
    const gone = remove(`${IN_1}paragraph-1`)
    expect(
      following(gone, setLabel(`${IN_1}paragraph-2`, '1'), setLabel(`${IN_1}paragraph-3`, '2')),
    ).toEqual([`${IN_1}paragraph-2`, `${IN_1}paragraph-3`])
    expect(
      following(gone, setLabel(`${IN_1}paragraph-2`, '1'), setLabel(`${IN_1}paragraph-3`, '5')),
    ).toEqual([`${IN_1}paragraph-2`])
    expect(following(setLabel(`${IN_1}paragraph-3`, '4'))).toEqual([])
  })

  it('D30: through all chapters where the series does', () => {
    expect(
      following(
        remove('chapter-1/article-2'),
        setLabel('chapter-2/article-3', '2'),
        setLabel('chapter-2/article-4', '3'),
      ),
    ).toEqual(['chapter-2/article-3', 'chapter-2/article-4'])
  })

  it('D30: across a move only between its two places', () => {
    const to = { parent: unitId('chapter-1/article-1'), after: unitId(`${IN_1}paragraph-3`) }
    expect(
      following(
        { kind: 'move', unit: unitId(`${IN_1}paragraph-1`), to },
        setLabel(`${IN_1}paragraph-1`, '3'),
        setLabel(`${IN_1}paragraph-2`, '1'),
        setLabel(`${IN_1}paragraph-3`, '2'),
      ),
    ).toEqual([`${IN_1}paragraph-2`, `${IN_1}paragraph-3`])
  })
})

import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { attributionOf } from '#shared/sync/attribution.ts'
import { act, art, chapter, para } from '#test/builders/act.ts'
import { cohort } from '#test/cohort/cohort.ts'
import {
  articlesIn,
  type ChangeFilter,
  EVERY_CHANGE,
  filterChanges,
} from '../../../renderer/panels/changes/filter.ts'

const base = act(
  chapter('1', 'А', art('1', '', para('1', 'Один.'), para('2', 'Два.'), para('3', 'Три.'))),
  chapter('2', 'Б', art('2', '', para('1', 'Четыре.'))),
)
const A1 = 'chapter-1/article-1'
const A2 = 'chapter-2/article-2'
const setLabel = (unit: string, label: string): UnitEdit => ({
  kind: 'setLabel',
  unit: unitId(unit),
  label,
  num: null,
})

function listed(filter: Partial<ChangeFilter>, ...edits: readonly UnitEdit[]): readonly UnitId[] {
  const draft = applyEditsToAct(base, edits)
  if (!draft.ok) throw new Error(draft.problem.message)
  const redline = compareActs(base, draft.value)
  const attribution = attributionOf(new Y.Doc())
  const all = { ...EVERY_CHANGE, ...filter }
  return filterChanges(changesOf(redline), all, redline, attribution).flatMap(
    ({ units: [unit] }) => unit ?? [],
  )
}

describe('filter of changes', () => {
  const edits = [
    { kind: 'remove', unit: unitId(`${A1}/paragraph-1`) },
    setLabel(`${A1}/paragraph-2`, '1'),
    setLabel(`${A1}/paragraph-3`, '5'),
    { kind: 'setState', unit: unitId(`${A2}/paragraph-1`), state: 'repealed' },
  ] as const satisfies readonly UnitEdit[]

  it('U180: lets through what it is asked for', () => {
    expect(listed({}, ...edits)).toHaveLength(4)
    expect(listed({ sort: 'removed' }, ...edits)).toEqual([
      `${A1}/paragraph-1`,
      `${A2}/paragraph-1`,
    ])
    expect(listed({ article: unitId(A2) }, ...edits)).toEqual([`${A2}/paragraph-1`])
    expect(listed({ following: 'hidden', sort: 'numbers' }, ...edits)).toEqual([
      `${A1}/paragraph-3`,
    ])
  })

  it('U180: a unit is in its article, a division in the outermost unit', () => {
    const articles = articlesIn(compareActs(base, base))
    expect(articles.get(unitId(`${A1}/paragraph-2`))).toEqual([{ id: A1, place: 'статья 1' }])
    expect(articles.get(unitId('chapter-2'))?.[0]?.id).toBe('chapter-2')
  })

  it('U180: a unit that moved is a change of the article where it stands and of that which it left', () => {
    const to = { parent: unitId(A2), after: null }
    const back = { parent: unitId(A1), after: null }
    const there = { kind: 'move', unit: unitId(`${A1}/paragraph-1`), to } as const
    const here = { kind: 'move', unit: unitId(`${A2}/paragraph-1`), to: back } as const
    for (const article of [A1, A2].map(unitId)) {
      expect(listed({ article }, there)).toEqual([`${A1}/paragraph-1`])
      expect(listed({ article }, here)).toEqual([`${A2}/paragraph-1`])
    }
    expect(listed({ article: unitId('chapter-2') }, there)).toEqual([])
  })

  it('U180: by whom is told by the draft', () => {
    const { peers, meet } = cohort(base, ['dana', 'erlan'])
    const [dana, erlan] = peers
    dana?.type(`${A1}/paragraph-1`, 'Новое. ')
    erlan?.type(`${A2}/paragraph-1`, 'Иное. ')
    meet()
    if (!dana) throw new Error('two peers were asked for')
    const redline = compareActs(base, dana.session.act)
    const by = (author: string) =>
      filterChanges(
        changesOf(redline),
        { ...EVERY_CHANGE, author },
        redline,
        attributionOf(dana.doc),
      ).map(({ units }) => units[0])
    expect(by('dana')).toEqual([`${A1}/paragraph-1`])
    expect(by('erlan')).toEqual([`${A2}/paragraph-1`])
    expect(by('nobody')).toEqual([])
  })
})

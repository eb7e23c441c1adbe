import { describe, expect, it } from 'vitest'
import { referencesOf } from '#shared/citation/references.ts'
import { unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para } from '#test/builders/act.ts'
import { value } from '#test/builders/library.ts'
import { indexReferences } from '../../../renderer/panels/references/model.ts'
import { touchedHere, unitsConcerned } from '../../../renderer/workbench/impact.ts'
import { newLabels, renumberEdits } from '../../../renderer/workbench/renumber.ts'

const law = act(
  art('1', 'Вода', para('1', 'Вода чиста.'), para('2', 'Берега открыты.')),
  art('2', 'Лодки', para('1', 'По пункту 2 статьи 1 и статье 1 лодки чисты.')),
  art('3', 'Тропы', para('1', 'По статье 2.')),
)
const touched = (...edits: readonly UnitEdit[]) =>
  touchedHere(
    indexReferences(referencesOf(law)),
    unitsConcerned(law, edits),
    value(applyEditsToAct(law, edits)),
  ).map(({ reference, outcome }) => [reference.text, outcome])

describe('what an edit touches', () => {
  const unit = unitId('article-1')
  it('U76: a removal and a repeal touch who cites the unit or one in it', () => {
    expect(touched({ kind: 'remove', unit })).toEqual([
      ['статье 1', 'broken'],
      ['пункту 2 статьи 1', 'broken'],
    ])
    expect(touched({ kind: 'setState', unit, state: 'repealed' })).toEqual([
      ['статье 1', 'repealed'],
      ['пункту 2 статьи 1', 'repealed'],
    ])
  })

  it('U76: a move that leaves the numbers touches nothing; one into another article does', () => {
    const last = { parent: null, after: unitId('article-3') }
    expect(touched({ kind: 'move', unit, to: last })).toEqual([])
    const paragraph = unitId('article-1/paragraph-2')
    const into = { parent: unitId('article-3'), after: unitId('article-3/paragraph-1') }
    expect(touched({ kind: 'move', unit: paragraph, to: into })).toEqual([
      ['пункту 2 статьи 1', 'broken'],
    ])
  })

  it('U76: numbers that change hands lead elsewhere', () => {
    const labels = [
      { unit, old: '1', label: '2' },
      { unit: unitId('article-2'), old: '2', label: '1' },
    ]
    expect(touched(...renumberEdits(labels)).map(([, outcome]) => outcome)).toContain('elsewhere')
  })

  it('U76: what stands in a removed unit is not told', () => {
    expect(touched({ kind: 'remove', unit: unitId('article-2') })).toEqual([['статье 2', 'broken']])
  })
})

describe('renumbering', () => {
  const draft = (label: string) => {
    const made = art(label, '', para('1', 'Новое.'))
    return made.type.create({ ...made.attrs, state: 'draft' }, made.content)
  }
  const series = act(art('1', ''), draft('2'), art('3', ''), draft('4'))
  const first = unitId('article-2')
  const numbers = (...args: [label: string, reach: 'this' | 'drafts' | 'all']) =>
    newLabels(series, first, ...args).map(({ old, label }) => [old, label])

  it('U77: only the unit, its drafts behind it, or all of the series', () => {
    expect(numbers('5', 'this')).toEqual([['2', '5']])
    expect(numbers('5', 'drafts')).toEqual([
      ['2', '5'],
      ['4', '6'],
    ])
    expect(numbers('5', 'all')).toEqual([
      ['2', '5'],
      ['3', '6'],
      ['4', '7'],
    ])
  })

  it('U77: drafts step over the numbers that stand', () => {
    expect(numbers('2', 'drafts')).toEqual([])
    expect(newLabels(series, first, '2-1', 'drafts').map(({ label }) => label)).toEqual([
      '2-1',
      '2-2',
    ])
  })

  it('U77: without a number nothing changes', () => {
    expect(numbers(' ', 'all')).toEqual([])
    expect(newLabels(series, unitId('none'), '7', 'all')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { acceptAll } from '#shared/diff/accept.ts'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { type Act, actAttrs, bodyOf, unitAttrs, unitId, unitsOf } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { sourceOf, withoutSource } from '#shared/schema/source.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { projectAct } from '#shared/sync/project.ts'
import { draftOf, edited } from './shared-draft.ts'

const { act, unit, heading, paragraph, note, table, tableRow, tableCell } = schema.nodes

/** An act in which everything that can keep foreign markup has some, marked with `mark`. */
function readFrom(mark: string): Act {
  const source = (name: string) => ({ source: `<${name} class="${mark}"/>` })
  const words = [schema.text('Слова.')]
  const cell = tableCell.create(null, [paragraph.create(source('p'), words)])
  const own = [
    heading.create(source('heading'), [schema.text('О суде')]),
    paragraph.create(source('p'), words),
    note.create(source('note'), words),
    table.create(source('table'), [tableRow.create(null, [cell])]),
  ]
  const attrs = { id: 'a', kind: 'article', label: '1', ...source('article') }
  return act.create({ id: 'act', language: 'ru', ...source('act') }, [unit.create(attrs, own)])
}

describe('the markup a text was read from', () => {
  it('N20: makes no difference between two texts', () => {
    const [base, draft] = [readFrom('a'), readFrom('b')]
    const redline = compareActs(base, draft)
    expect(changesOf(redline)).toEqual([])
    expect(redline.units[0]?.body.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'kept'])
    expect(acceptAll(redline, actAttrs(draft)).eq(draft)).toBe(true)
    expect(withoutSource(base).eq(withoutSource(draft))).toBe(true)
  })

  it('N20: is carried by a shared draft, changed and taken away', () => {
    const doc = draftOf(readFrom('a'))
    expect(projectAct(doc).eq(readFrom('a'))).toBe(true)
    const other = unitsOf(readFrom('b'))[0]
    const body = other ? bodyOf(other).slice(0, 2) : []
    edited(doc, {
      kind: 'setText',
      unit: unitId('a'),
      heading: heading.create(null, [schema.text('О суде')]),
      body,
    })
    const [changed] = unitsOf(projectAct(doc))
    expect(changed?.children.map(sourceOf)).toEqual([null, ...body.map(sourceOf)])
    expect(changed && unitAttrs(changed).source).toBe('<article class="a"/>')
  })

  it('N20: stays with the words through edits of the structure', () => {
    const edits: readonly UnitEdit[] = [
      { kind: 'setLabel', unit: unitId('a'), label: '2', num: null },
      { kind: 'setState', unit: unitId('a'), state: 'draft' },
      {
        kind: 'split',
        unit: unitId('a'),
        block: 1,
        offset: 0,
        newUnit: unitId('b'),
        newLabel: '3',
      },
      { kind: 'join', unit: unitId('b'), into: unitId('a') },
    ]
    const done = applyEditsToAct(readFrom('a'), edits)
    const [only] = done.ok ? unitsOf(done.value) : []
    expect(only && sourceOf(only)).toBe('<article class="a"/>')
    expect(only && bodyOf(only).map(sourceOf)).toEqual([
      '<p class="a"/>',
      '<note class="a"/>',
      '<table class="a"/>',
    ])
  })
})

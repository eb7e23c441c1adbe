import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  headingOf,
  makeAct,
  makeUnit,
  titleOf,
  unitAttrs,
  unitId,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art, chapter, para, preface } from '#test/builders/act.ts'

describe('schema', () => {
  it('N10: demands nothing: an empty act, unit, table and cell are valid', () => {
    const { table, tableRow, tableCell } = schema.nodes
    const empty = table.create(null, tableRow.create(null, tableCell.create()))
    const unit = makeUnit({ id: unitId('a'), kind: 'article' }, { body: [empty, table.create()] })
    expect(() =>
      makeAct({ id: '', language: 'ru', tradition: 'kz', profile: 'law' }, [unit]).check(),
    ).not.toThrow()
    expect(() =>
      makeAct({ id: '', language: 'ru', tradition: 'kz', profile: 'law' }, []).check(),
    ).not.toThrow()
  })

  it('N10: survives JSON unchanged', () => {
    const before = act(chapter('1', 'A', art('1', 'B', para('1', 'c'))))
    expect(schema.nodeFromJSON(JSON.parse(JSON.stringify(before.toJSON()))).eq(before)).toBe(true)
  })
})

describe('unitAttrs', () => {
  it('N11: reads a kind or state of a newer program as the nearest we know', () => {
    const unit = schema.nodes.unit.create({ id: 'a', kind: 'galaxy', state: 'floating', label: 7 })
    expect(unitAttrs(unit)).toEqual({
      id: 'a',
      kind: 'paragraph',
      label: null,
      num: null,
      state: 'inForce',
      source: null,
    })
  })
})

describe('parts of a unit', () => {
  const unit = art('1', 'Heading', 'Own words.', para('1', 'Inner.'))

  it('N12: are its heading, its own blocks and its units, each apart', () => {
    expect(headingOf(unit)?.textContent).toBe('Heading')
    expect(bodyOf(unit).map(({ textContent }) => textContent)).toEqual(['Own words.'])
    expect(unitsOf(unit).map(({ textContent }) => textContent)).toEqual(['Inner.'])
  })

  it('N12: are walked in document order with their parents', () => {
    const seen: string[] = []
    walkUnits(act(chapter('1', 'A', unit)), (at, parents) => {
      seen.push([...parents, at].map((each) => String(each.attrs['kind'])).join('/'))
    })
    expect(seen).toEqual(['chapter', 'chapter/article', 'chapter/article/paragraph'])
  })

  it('N13: the title of an act is the heading of its preface', () => {
    expect(titleOf(act(preface('Конституция'), art('1', 'x')))).toBe('Конституция')
    expect(titleOf(act(art('1', 'x')))).toBe('')
  })
})

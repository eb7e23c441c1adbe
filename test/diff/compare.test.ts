import { describe, expect, it } from 'vitest'
import { compareActs, compareSteps } from '#shared/diff/compare.ts'
import type { UnitRedline } from '#shared/diff/redline.ts'
import { type Act, makeParagraph, makeUnit, type Unit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para, point, preface, withId } from '../builders/act.ts'

/** What befell each unit, in the order of the redline: `changed article-1`. */
function fates(units: readonly UnitRedline[]): readonly string[] {
  return units.flatMap(({ kind, unitA, unitB, units }) => [
    `${kind} ${(unitB ?? unitA)?.attrs['id']}`,
    ...fates(units),
  ])
}

const redlined = (base: Act, draft: Act) => fates(compareActs(base, draft).units)

function edited(act: Act, edit: UnitEdit): Act {
  const next = applyEditToAct(act, edit)
  return next.ok ? next.value : expect.fail(next.problem.message)
}

const base = act(
  art('1', 'Суд', para('1', 'Суд независим.'), para('2', 'Суд подчинен закону.')),
  art('2', 'Совет', para('1', 'Совет избирается палатой на пять лет.')),
  art('3', 'Палата', para('1', 'Палата принимает законы.')),
)
const id = unitId

describe('units of a draft', () => {
  it('D2: are told by their ids, whatever else of them changed', () => {
    const draft = edited(base, {
      kind: 'setText',
      unit: id('article-2/paragraph-1'),
      heading: null,
      body: [makeParagraph('Вовсе другое правило.')],
    })
    expect(redlined(base, draft)).toContain('changed article-2/paragraph-1')
  })

  it('D2: are told by what they say where the texts share no id', () => {
    const draft = act(
      withId('x', art('1', 'Палата', para('1', 'Палата принимает законы.'))),
      withId('y', art('2', 'Совет', para('1', 'Совет избирается палатой на семь лет.'))),
      withId('z', art('4', 'Счет', para('1', 'Новый орган считает расходы бюджета.'))),
    )
    const other = draft.type.create({ ...draft.attrs, id: 'other' }, draft.content)
    const found = redlined(base, other)
    expect(found).toContain('changed y/paragraph-1')
    expect(found).toContain('inserted z')
  })

  it('D2: are told by what they are where an act has one: its title, with other lines below', () => {
    const titled = (id: string, ...lines: readonly string[]) =>
      act(withId(id, preface('Основной закон', ...lines)), withId(`${id}1`, art('1', 'Суд')))
    const before = titled('a', 'В редакции указов от 9 января 1996 года № 20 и от 10 февраля № 173')
    const after = titled('b')
    const other = after.type.create({ ...after.attrs, id: 'other' }, after.content)
    expect(redlined(before, other)).toEqual(['changed b', 'kept b1'])
  })

  it('D2: that repeat the same words under no ids stay in their order', () => {
    const empty = (labels: readonly string[], prefix: string) =>
      labels.map((label) =>
        withId(`${prefix}${label}`, art(label, 'Правило', para('1', 'Исключен.'))),
      )
    const a = act(...empty(['1', '2', '3', '4'], 'a'))
    const b = act(...empty(['1', '2', '3', '4'], 'b'))
    const other = b.type.create({ ...b.attrs, id: 'other' }, b.content)
    expect(redlined(a, other).every((fate) => fate.startsWith('kept'))).toBe(true)
  })
})

describe('moves', () => {
  it('D10: move the fewest units that explain the new order', () => {
    const draft = edited(base, {
      kind: 'move',
      unit: id('article-3'),
      to: { parent: null, after: null },
    })
    expect(redlined(base, draft).filter((fate) => fate.startsWith('moved'))).toEqual([
      'movedTo article-3',
      'movedFrom article-3',
    ])
  })

  it('D10: show what changed in the moved unit at both places', () => {
    const moved = edited(base, {
      kind: 'move',
      unit: id('article-2/paragraph-1'),
      to: { parent: id('article-1'), after: id('article-1/paragraph-2') },
    })
    const draft = edited(moved, {
      kind: 'setText',
      unit: id('article-2/paragraph-1'),
      heading: null,
      body: [makeParagraph('Совет избирается палатой на семь лет.')],
    })
    const [first, second] = compareActs(base, draft).units
    const to = first?.units.at(-1)
    const from = second?.units[0]
    expect([to?.kind, from?.kind, to?.move]).toEqual(['movedTo', 'movedFrom', from?.move])
    expect(to?.body[0]?.kind).toBe('words')
    expect(to?.body).toBe(from?.body)
  })

  it('D10: end where units were moved into each other', () => {
    const nested = act(art('1', 'Один', para('1', 'Первое.', point('1', 'Второе.'))))
    const lifted = edited(nested, {
      kind: 'move',
      unit: id('article-1/paragraph-1/point-1'),
      to: { parent: id('article-1'), after: null },
    })
    const draft = edited(lifted, {
      kind: 'move',
      unit: id('article-1/paragraph-1'),
      to: { parent: id('article-1/paragraph-1/point-1'), after: null },
    })
    expect(redlined(nested, draft).filter((fate) => fate.startsWith('movedTo'))).toHaveLength(2)
  })
})

describe('what a unit is', () => {
  it('D11: shows a new number as a new number, with the words kept', () => {
    const draft = edited(base, { kind: 'setLabel', unit: id('article-3'), label: '4', num: null })
    const article = compareActs(base, draft).units[2]
    expect([article?.kind, article?.numA, article?.numB]).toEqual([
      'changed',
      'Статья 3',
      'Статья 4',
    ])
    expect(article?.heading?.kind).toBe('kept')
  })

  it('D11: shows a repeal as a change of the unit, with the words kept', () => {
    const draft = edited(base, { kind: 'setState', unit: id('article-3'), state: 'repealed' })
    const article = compareActs(base, draft).units[2]
    expect([article?.kind, article?.heading?.kind]).toEqual(['changed', 'kept'])
  })
})

describe('tables', () => {
  const cell = (words: string, colspan = 1) =>
    schema.nodes.tableCell.create({ colspan }, [makeParagraph(words)])
  const row = (...cells: readonly ReturnType<typeof cell>[]) =>
    schema.nodes.tableRow.create(null, cells)
  const tabled = (...rows: readonly ReturnType<typeof row>[]): Act =>
    act(tableUnit(schema.nodes.table.create(null, rows)))
  const tableUnit = (table: ReturnType<typeof row>): Unit =>
    makeUnit({ id: id('t'), kind: 'paragraph', label: '1' }, { body: [table] })
  const rowsOf = (a: Act, b: Act) => {
    const block = compareActs(a, b).units[0]?.body[0]
    return block?.kind === 'table' ? block.rows : []
  }
  const first = row(cell('Суд'), cell('пять лет'))
  const second = row(cell('Палата'), cell('шесть лет'))

  it('D12: tell inserted, deleted and changed rows', () => {
    const changed = row(cell('Палата'), cell('семь лет'))
    const added = row(cell('Кеңес'), cell('үш жыл'))
    const kinds = rowsOf(tabled(first, second), tabled(first, added, changed)).map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['kept', 'inserted', 'changed'])
    expect(rowsOf(tabled(first, second), tabled(second)).map(({ kind }) => kind)).toEqual([
      'deleted',
      'kept',
    ])
  })

  it('D12: replace a row that is divided into cells otherwise', () => {
    const merged = row(cell('Палата шесть лет', 2))
    const kinds = rowsOf(tabled(first, second), tabled(first, merged)).map(({ kind }) => kind)
    expect(kinds).toEqual(['kept', 'deleted', 'inserted'])
  })
})

describe('a comparison in pieces', () => {
  const law = () => act(art('1', 'Суд', para('1', 'Суд независим.')), art('2', 'Совет'))
  const draft = edited(law(), { kind: 'remove', unit: id('article-1') })
  const ended = (steps: ReturnType<typeof compareSteps>, between: () => void) => {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      between()
    }
  }

  it('U171: equals the one made at once', () => {
    let pieces = 0
    const redline = ended(compareSteps(law(), draft), () => pieces++)
    expect(pieces).toBeGreaterThan(0)
    expect(redline).toEqual(compareActs(law(), draft))
  })

  it('U171: gives way to one that was made between', () => {
    const text = law()
    let other: unknown
    const redline = ended(compareSteps(text, draft), () => {
      other ??= compareActs(text, draft)
    })
    expect(redline).toBe(other)
  })
})

describe('after one edit', () => {
  it('D6: gives the same objects for all units that the edit did not touch', () => {
    const before = compareActs(base, base)
    const draft = edited(base, {
      kind: 'setText',
      unit: id('article-1/paragraph-2'),
      heading: null,
      body: [makeParagraph('Суд подчинен только закону.')],
    })
    const after = compareActs(base, draft)
    expect(after.units[1]).toBe(before.units[1])
    expect(after.units[2]).toBe(before.units[2])
    expect(after.units[0]?.units[0]).toBe(before.units[0]?.units[0])
    expect(after.units[0]).not.toBe(before.units[0])
  })

  it('D6: gives the same objects for units before and behind one that came or went', () => {
    const before = compareActs(base, base)
    const whole = art('9', 'Новое')
    const insert = {
      kind: 'insert',
      unit: whole,
      at: { parent: null, after: id('article-1') },
    } as const
    const come = compareActs(base, edited(base, insert))
    expect([0, 2, 3].map((at) => come.units[at])).toEqual(before.units)
    expect([0, 2, 3].every((at, n) => come.units[at] === before.units[n])).toBe(true)
    const gone = compareActs(base, edited(base, { kind: 'remove', unit: id('article-2') }))
    expect([gone.units[0], gone.units[2]]).toEqual([before.units[0], before.units[2]])
    expect(gone.units[0] === before.units[0] && gone.units[2] === before.units[2]).toBe(true)
    const back = compareActs(base, edited(base, insert))
    expect(back.units.map(({ kind }) => kind)).toEqual(['kept', 'inserted', 'kept', 'kept'])
    expect(back.units[3]).toBe(before.units[2])
  })

  it('D6: tells a unit in its place again that was moved and moved back', () => {
    const flat = act(art('1', 'Один'), art('2', 'Два'), art('3', 'Три'))
    const to = { parent: null, after: null }
    const moved = edited(flat, { kind: 'move', unit: id('article-3'), to })
    const home = { parent: null, after: id('article-2') }
    const back = edited(moved, { kind: 'move', unit: id('article-3'), to: home })
    expect(redlined(flat, flat)).toEqual(redlined(flat, back))
    expect(redlined(flat, moved)).toContain('movedTo article-3')
    expect(redlined(flat, back)).toEqual(['kept article-1', 'kept article-2', 'kept article-3'])
  })
})

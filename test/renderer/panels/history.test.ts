import { describe, expect, it } from 'vitest'
import { unitId } from '#shared/schema/act.ts'
import type { JournalEntry } from '#shared/sync/edit.ts'
import { historyView } from '../../../renderer/panels/history/model.ts'

const names = {
  personOf: (id: string) => (id === 'p' ? { id, name: 'Дана' } : undefined),
  placeOf: (unit: string) => (unit === 'a' ? 'Статья 1' : ''),
  nameOfGone: () => 'Статья 9',
}
const entry = (edit: JournalEntry['edit'], unit: string | null, at: number): JournalEntry => ({
  edit,
  unit,
  author: 'p',
  at,
})
const MINUTE = 60_000

describe('the history', () => {
  it('V8: tells the last command first, with person, time and the place of the unit', () => {
    const { rows, more } = historyView(
      [entry('insert', 'a', 1), { ...entry('remove', 'gone', 2), author: 'stranger' }],
      names,
      10,
    )
    expect(more).toBe(0)
    expect(rows).toMatchObject([
      { edit: 'remove', place: 'Статья 9', stands: false, person: undefined, at: 2, times: 1 },
      { edit: 'insert', place: 'Статья 1', stands: true, person: { name: 'Дана' }, at: 1 },
    ])
  })

  it('V8: tells commands alike in one sitting as one, and apart those of another day', () => {
    const journal = [
      entry('move', 'a', 0),
      entry('move', 'a', MINUTE),
      entry('move', 'a', 2 * MINUTE),
      entry('move', 'a', 600 * MINUTE),
      entry('undo', null, 601 * MINUTE),
    ]
    const { rows } = historyView(journal, names, 10)
    expect(rows.map(({ edit, times, at }) => [edit, times, at])).toEqual([
      ['undo', 1, 601 * MINUTE],
      ['move', 1, 600 * MINUTE],
      ['move', 3, 2 * MINUTE],
    ])
    expect(rows[0]).toMatchObject({ unit: undefined, place: '' })
  })

  it('V8: tells of some units only, and how many rows are left out', () => {
    const journal = [entry('insert', 'a', 1), entry('insert', 'b', 2), entry('remove', 'a', 3)]
    expect(historyView(journal, names, 10, new Set(['a'])).rows).toHaveLength(2)
    const { rows, more } = historyView(journal, names, 1)
    expect([rows.length, more]).toEqual([1, 2])
    expect(rows[0]?.unit).toBe(unitId('a'))
  })
})

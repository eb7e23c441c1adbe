import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { act, art, para } from '#test/builders/act.ts'
import { findInSides, firstFrom, type SideFound } from '../../renderer/side-by-side/find-sides.ts'
import { type Row, rowsOf } from '../../renderer/side-by-side/rows.ts'

const base = act(
  art('1', 'Срок', para('1', 'Срок срока.')),
  art('2', 'Два', para('1', 'Срок два дня.'), para('2', 'Закон СРОКОВ.')),
)
const draft = act(
  art('1', 'Срок', para('1', 'Срок срока.')),
  art('2', 'Два', para('1', 'Время: срок, ещё срок.'), para('3', 'Новое о сроках.')),
)
const rows = rowsOf(compareActs(base, draft))

/** Text, words of the row there, and the number of the place among those. */
function told(found: readonly SideFound[]): readonly string[] {
  const pairs = rows.flatMap((row: Row) => (row.kind === 'pair' ? [row] : row.rows))
  return found.map(({ row, in: side, nth }) => {
    const pair = pairs.find(({ key }) => key === row)
    const block = side === 'B' ? pair?.after : pair?.before
    const words = block?.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''
    return `${side} ${words} ${nth}`
  })
}

describe('find side by side', () => {
  it('X103: goes through both texts in the order of the rows, what is folded too', () => {
    expect(rows[0]?.kind).toBe('fold')
    expect(told(findInSides(rows, 'СРОК'))).toEqual([
      'both Статья 1 Срок 0',
      'both 1. Срок срока. 0',
      'both 1. Срок срока. 1',
      'A 1. Срок два дня. 0',
      'B 1. Время: срок, ещё срок. 0',
      'B 1. Время: срок, ещё срок. 1',
      'A 2. Закон СРОКОВ. 0',
      'B 3. Новое о сроках. 0',
    ])
  })

  it('X103: nothing is found where nothing is looked for, or nothing stands', () => {
    expect(findInSides(rows, '  ')).toEqual([])
    expect(findInSides(rows, 'премьер')).toEqual([])
  })

  it('X103: goes on from the row in sight', () => {
    const found = findInSides(rows, 'срок')
    expect(firstFrom(rows, found, undefined)).toBe(0)
    expect(firstFrom(rows, found, found[4]?.row)).toBe(3)
    expect(firstFrom(rows, found, 'not there')).toBe(0)
  })
})

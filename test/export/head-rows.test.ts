import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { headRows } from '#shared/export/page/head-rows.ts'
import { pageTable } from '#shared/export/page/table.ts'
import { table, td, th, tr } from '#test/builders/table.ts'

describe('X116: the header of a table', () => {
  it('holds the rows that tall cells of it reach into', () => {
    expect(kept(tr(th('a', 1, 2), th('b', 2)), tr(th('c'), th('d')), tr(td('1')))).toBe(2)
  })

  it('ends above a row that a tall cell ties to the rows below', () => {
    expect(kept(tr(th('a'), th('b')), tr(th('c', 1, 2), th('d')), tr(td('1')))).toBe(1)
    expect(kept(tr(th('a', 1, 2), th('b')), tr(td('1')))).toBe(0)
  })

  it('is none where no row stands below', () => {
    expect(kept(tr(th('a')), tr(th('b')))).toBe(0)
  })

  it('is none where the table of the base stands above that of the draft', () => {
    const of = (rate: string) => table(tr(th('Rate', 2)), tr(td(rate), td('6 %')))
    const blockB = table(tr(th('Rate')), tr(td('5 %')))
    expect(rowsOf({ kind: 'words', blockA: of('5 %'), blockB, segments: [] })).toBe(0)
    expect(rowsOf({ kind: 'inserted', blockB })).toBe(1)
  })
})

function kept(...rows: readonly Node[]): number {
  const whole = table(...rows)
  return rowsOf({ kind: 'kept', blockA: whole, blockB: whole })
}

function rowsOf(block: Parameters<typeof pageTable>[0]): number {
  const page = pageTable(block)
  return page ? headRows(page) : Number.NaN
}

import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para } from '#test/builders/act.ts'
import { type PairRow, type Row, rowsOf } from '../../renderer/side-by-side/rows.ts'

const base = act(
  art('1', 'Один', para('1', 'Первое.'), para('2', 'Второе.')),
  art('2', 'Два', para('1', 'Срок два дня.'), para('2', 'Прочее.')),
  art('3', 'Три', 'Третье.'),
)
const P = (article: string, n: string) => unitId(`article-${article}/paragraph-${n}`)

function edited(...edits: readonly UnitEdit[]): Act {
  const result = applyEditsToAct(base, edits)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

function words(block: PageBlock | undefined, lacks: 'inserted' | 'deleted'): string {
  if (!block) return ''
  if (block.kind === 'table') return '[table]'
  return block.runs.map(({ fate, text }) => (fate === lacks ? '' : text)).join('')
}

function told(rows: readonly Row[]): readonly string[] {
  const pair = ({ before, after, isChanged }: PairRow) =>
    `${words(before, 'inserted')} | ${words(after, 'deleted')}${isChanged ? ' *' : ''}`
  return rows.map((row) => (row.kind === 'fold' ? `… ${row.count}` : pair(row)))
}

describe('side by side', () => {
  it('U182: blocks of both texts stand beside each other, unchanged units are folded', () => {
    const draft = act(
      art('1', 'Один', para('1', 'Первое.'), para('2', 'Второе.')),
      art('2', 'Два', para('1', 'Срок три дня.'), para('2', 'Прочее.')),
      art('3', 'Три', 'Третье.'),
    )
    const rows = rowsOf(compareActs(base, draft))
    expect(told(rows)).toEqual([
      '… 3',
      'Статья 2 Два | Статья 2 Два',
      '1. Срок два дня. | 1. Срок три дня. *',
      '… 2',
    ])
    const [first] = rows
    expect(first?.kind === 'fold' && told(first.rows)).toEqual([
      'Статья 1 Один | Статья 1 Один',
      '1. Первое. | 1. Первое.',
      '2. Второе. | 2. Второе.',
    ])
  })

  it('U182: a moved unit stands where it was on one side and where it is on the other', () => {
    const to = { parent: unitId('article-2'), after: P('2', '2') }
    const rows = rowsOf(compareActs(base, edited({ kind: 'move', unit: P('1', '1'), to })))
    expect(told(rows)).toContain('1. Первое. |  *')
    expect(told(rows)).toContain(' | 1. Первое. *')
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })

  it('U182: units in a moved one stand in both places, each row under a key of its own', () => {
    const to = { parent: null, after: unitId('article-3') }
    const rows = rowsOf(compareActs(base, edited({ kind: 'move', unit: unitId('article-1'), to })))
    expect(told(rows)).toContain('2. Второе. |  *')
    expect(told(rows)).toContain(' | 2. Второе. *')
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })

  it('U182: texts that are the same are one fold', () => {
    expect(told(rowsOf(compareActs(base, base)))).toEqual(['… 7'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import { type Act, makeParagraph, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para } from '#test/builders/act.ts'
import { randomAct, randomDraft } from '#test/builders/random-act.ts'
import { marksOf } from '../../renderer/panels/changes/marked.ts'
import { rowOfChange, rowOfUnit } from '../../renderer/side-by-side/find-row.ts'
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

  it('U182: rows after an edit are those of both texts read anew, whatever was kept of the rows before', () => {
    const seeds = fc.integer({ min: 0, max: 0x7fffffff })
    fc.assert(
      fc.property(seeds, seeds, seeds, (seed, first, second) => {
        const one = randomAct(seed)
        const before = randomDraft(one, first)
        rowsOf(compareActs(one, before))
        const after = randomDraft(before, second)
        const anew = (text: Act) => schema.nodeFromJSON(text.toJSON())
        expect(JSON.stringify(rowsOf(compareActs(one, after)))).toBe(
          JSON.stringify(rowsOf(compareActs(anew(one), anew(after)))),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('U182: texts that are the same are one fold', () => {
    expect(told(rowsOf(compareActs(base, base)))).toEqual(['… 7'])
  })

  it('U150: each place of a moved unit says where the other is, in the words of its own text', () => {
    const rows = rowsOf(
      compareActs(
        base,
        edited(
          { kind: 'move', unit: P('1', '1'), to: { parent: unitId('article-3'), after: null } },
          { kind: 'setLabel', unit: unitId('article-1'), label: '7', num: null },
        ),
      ),
    )
    const links = rows.flatMap((row) => (row.kind === 'pair' && row.move ? [row] : []))
    expect(links.map(({ move }) => [move?.here, move?.place])).toEqual([
      ['left', 'пункт 1 статьи 3'],
      ['reached', 'пункт 1 статьи 1'],
    ])
    const [left, reached] = links
    expect([left?.move?.other, reached?.move?.other]).toEqual([reached?.key, left?.key])
  })

  it('U151: a change is in the row that shows it, if it is folded in the fold', () => {
    const to = { parent: unitId('article-2'), after: P('2', '2') }
    const rows = rowsOf(
      compareActs(
        base,
        edited({ kind: 'move', unit: P('1', '1'), to }, { kind: 'remove', unit: P('1', '2') }),
      ),
    )
    const row = (key = '') => rows.find((one) => one.key === key)
    const shows = (key?: string) => told([row(key)].filter((one) => one !== undefined))
    expect(shows(rowOfChange(rows, P('1', '1'), 'moved')?.key)).toEqual([' | 1. Первое. *'])
    expect(shows(rowOfChange(rows, P('1', '2'), 'deleted')?.key)).toEqual(['2. Второе. |  *'])
    const folded = rowOfUnit(rows, unitId('article-3'))
    expect(folded?.fold).toBe(rows.at(-1)?.key)
    expect(rowOfUnit(rows, unitId('elsewhere'))).toBeUndefined()
  })

  it('U151: a repeal shows, though its words stay', () => {
    const rows = rowsOf(
      compareActs(base, edited({ kind: 'setState', unit: P('2', '2'), state: 'repealed' })),
    )
    const changed = rows.filter((row) => row.kind === 'pair' && row.isChanged)
    expect(changed).toMatchObject([{ unit: P('2', '2'), became: 'repealed' }])
  })

  it('U152: what the filter leaves out stands in both texts without marks, and is folded', () => {
    const redline = compareActs(
      base,
      edited(
        { kind: 'remove', unit: P('1', '1') },
        { kind: 'setLabel', unit: P('1', '2'), label: '1', num: null },
        {
          kind: 'setText',
          unit: unitId('article-3'),
          heading: schema.nodes.heading.create(null, schema.text('Иначе')),
          body: [makeParagraph('Третье.')],
        },
      ),
    )
    const numbers = marksOf(changesOf(redline).filter(({ kind }) => kind === 'renumbered'))
    const rows = rowsOf(redline, numbers)
    expect(told(rows)).toEqual([
      'Статья 1 Один | Статья 1 Один',
      '… 1',
      '2. Второе. | 1. Второе. *',
      '… 4',
    ])
    const folded = rows.flatMap((row) => (row.kind === 'fold' ? row.rows : []))
    expect(told(folded)).toContain('1. Первое. | ')
    expect(told(folded)).toContain('Статья 3 Три | Статья 3 Иначе')
    const blocks = folded.flatMap(({ before, after }) => [before, after])
    const fates = blocks.flatMap((block) =>
      block?.kind === 'paragraph' ? [block.fate, ...block.runs.map(({ fate }) => fate)] : [],
    )
    expect(new Set(fates)).toEqual(new Set(['kept']))
    expect(told(rowsOf(redline, () => false))).toEqual(['… 7'])
  })
})

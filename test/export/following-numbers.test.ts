import { describe, expect, it } from 'vitest'
import { acceptAll } from '#shared/diff/accept.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { withoutFollowingNumbers } from '#shared/diff/following-numbers.ts'
import { aboutAct } from '#shared/export/about.ts'
import { htmlRedline } from '#shared/export/html/html.ts'
import { printRedline } from '#shared/export/print/print.ts'
import { type Act, actAttrs, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para } from '#test/builders/act.ts'

const base = act(
  art('1', '', para('1', 'а'), para('2', 'б'), para('3', 'в'), para('4', 'г')),
  art('2', '', para('1', 'д'), para('2', 'е')),
)
const P = (n: string) => unitId(`article-1/paragraph-${n}`)
const setLabel = (unit: string, label: string): UnitEdit => ({
  kind: 'setLabel',
  unit: unitId(unit),
  label,
  num: null,
})

function edited(...edits: readonly UnitEdit[]): Act {
  const draft = applyEditsToAct(base, edits)
  if (!draft.ok) throw new Error(draft.problem.message)
  return draft.value
}

/** Paragraph 1 is gone: 2 and 3 follow as 1 and 2, and 4 was given 7. */
const draft = edited(
  { kind: 'remove', unit: P('1') },
  setLabel(P('2'), '1'),
  setLabel(P('3'), '2'),
  setLabel(P('4'), '7'),
)
const about = aboutAct(draft, { author: 'Комиссия', date: '2026-11-24T08:00:00Z' })
const redline = compareActs(base, draft)
const NOTE = 'не отмечены новые номера, которые лишь следуют из других изменений: 2'

describe('numbers that only follow, left unmarked', () => {
  it('U155: stand in the page as the draft has them, and the page says how many they are', () => {
    const page = htmlRedline(withoutFollowingNumbers(redline), about)
    expect(page).toContain(`<p>2 изменения; ${NOTE}</p>`)
    expect(page).toContain('<p>1. б</p>')
    expect(page).toContain('<p>2. в</p>')
    expect(page).toMatch(/<del>.*4\..*<\/del><ins>.*7\..*<\/ins> г/)
    const all = htmlRedline(redline, about)
    expect(all).toContain('<p>4 изменения</p>')
    expect(all).not.toContain('<p>1. б</p>')
  })

  it('U155: are told so in print too', () => {
    const { summary, blocks } = printRedline(withoutFollowingNumbers(redline), about)
    expect(summary?.counts).toEqual(['2 изменения', 'исключений: 1', 'новых номеров: 1', NOTE])
    expect(blocks.filter(({ change }) => change)).toHaveLength(2)
    expect(printRedline(redline, about).summary?.counts).toEqual([
      '4 изменения',
      'исключений: 1',
      'новых номеров: 3',
    ])
  })

  it('X112: print and the web tell the day alike, and print counts changes', () => {
    const { day, summary } = printRedline(redline, about)
    expect(day).toBe('24.11.2026')
    expect(htmlRedline(redline, about)).toContain(`<time datetime="2026-11-24">${day}</time>`)
    expect(summary?.counts).toContain('исключений: 1')
  })

  it('U155: where a moved unit stood its paragraphs keep their own numbers', () => {
    const moved = edited(
      { kind: 'move', unit: unitId('article-2'), to: { parent: null, after: null } },
      { kind: 'remove', unit: unitId('article-2/paragraph-1') },
      setLabel('article-2/paragraph-2', '1'),
    )
    const compared = withoutFollowingNumbers(compareActs(base, moved))
    expect(compared.unmarkedNumbers).toBe(1)
    const numbers = compared.units.flatMap(({ kind, units }) =>
      units.flatMap(({ numA, unitB }) =>
        unitB?.attrs['id'] === 'article-2/paragraph-2' ? [[kind, numA]] : [],
      ),
    )
    expect(numbers).toEqual([
      ['movedTo', '1.'],
      ['movedFrom', '2.'],
    ])
  })

  it('U155: the text of the draft stays, and with none that follow the redline too', () => {
    const told = withoutFollowingNumbers(redline)
    expect(acceptAll(told, actAttrs(draft)).eq(draft)).toBe(true)
    const own = compareActs(base, edited(setLabel(P('4'), '7')))
    expect(withoutFollowingNumbers(own)).toBe(own)
  })
})

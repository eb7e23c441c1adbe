import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import type { Act } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art, para } from '#test/builders/act.ts'
import { comparedPages } from '../../../renderer/panels/history/compared-pages.ts'

const base = act(
  art('1', 'Один', 'Первое.'),
  art('2', 'Два', para('1', 'Срок два дня.'), para('2', 'Прочее.')),
  art('3', 'Три', 'Третье.'),
  art('4', 'Четыре', 'Четвёртое.'),
)

function told(draft: Act): string {
  return comparedPages(compareActs(base, draft), profileOf(draft))
    .map((page) => {
      if (page.kind === 'gap') return '…'
      if (page.block.kind === 'table') return '[table]'
      return page.block.runs
        .map(({ fate, text }) =>
          fate === 'kept' ? text : `[${fate === 'inserted' ? '+' : '-'}${text}]`,
        )
        .join('')
    })
    .join('\n')
}

describe('compared versions', () => {
  it('V14: show what differs under the lines of its units, and leave out the rest', () => {
    const draft = act(
      art('1', 'Один', 'Первое.'),
      art('2', 'Два', para('1', 'Срок три дня.'), para('2', 'Прочее.')),
      art('3', 'Три', 'Третье.'),
      art('4', 'Четыре', 'Четвёртое.'),
    )
    expect(told(draft)).toBe('…\nСтатья 2 Два\n1. Срок [-два][+три] дня.\n…')
  })

  it('V14: show a unit that went with all its words', () => {
    const draft = act(
      art('1', 'Один', 'Первое.'),
      art('2', 'Два', para('1', 'Срок два дня.'), para('2', 'Прочее.')),
      art('3', 'Три', 'Третье.'),
    )
    expect(told(draft)).toBe('…\n[-Статья 4 ][-Четыре]\n[-Четвёртое.]')
  })

  it('V14: show nothing where the texts are the same', () => {
    expect(told(base)).toBe('')
  })
})

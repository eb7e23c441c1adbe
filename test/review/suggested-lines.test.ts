import { describe, expect, it } from 'vitest'
import { rewritten } from '#shared/review/suggested-lines.ts'
import {
  decodeSuggestedUnit,
  type SuggestedUnit,
  suggestedUnit,
} from '#shared/review/suggested-unit.ts'
import { type Act, makeUnit, unitId } from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, lawIn } from '#test/builders/act.ts'

/** What is made of lines for a new unit, a line each: how deep, kind, number, words. */
function made(of: Act, kind: UnitKind, ...lines: readonly string[]): readonly string[] {
  let n = 0
  const empty = suggestedUnit(makeUnit({ id: unitId('new'), kind, label: '5' }, { heading: '' }))
  const unit = rewritten(
    profileOf(of),
    empty,
    { label: '5-1', heading: 'Заголовок', text: lines.join('\n') },
    () => unitId(`u${++n}`),
  )
  expect(decodeSuggestedUnit(unit)).toEqual(unit)
  const dump = ({ kind, label, paragraphs, units }: SuggestedUnit, depth: string): string[] => [
    `${depth}${kind} ${label} ${paragraphs.join(' / ')}`.trimEnd(),
    ...units.flatMap((inner) => dump(inner, `${depth}- `)),
  ]
  return dump(unit, '')
}

describe('lines of a suggested unit', () => {
  it('S39: lines are paragraphs, and those with a number as the act prints it are units', () => {
    expect(made(lawIn('ru'), 'article', 'Одно.', '', ' Другое. ')).toEqual([
      'article 5-1 Одно. / Другое.',
    ])
    expect(
      made(lawIn('ru'), 'article', '1. Первый:', '1) раз;', '2) два.', '2. Второй.', 'И ещё.'),
    ).toEqual([
      'article 5-1',
      '- paragraph 1 Первый:',
      '- - point 1 раз;',
      '- - point 2 два.',
      '- paragraph 2 Второй. / И ещё.',
    ])
    expect(made(act(), 'article', '1. Первый.', '1-1. Вставленный.')).toEqual([
      'article 5-1',
      '- paragraph 1 Первый.',
      '- paragraph 1-1 Вставленный.',
    ])
    expect(made(lawIn('ru'), 'article', '1990 год. Слова.', '20 дней.')).toEqual([
      'article 5-1 1990 год. Слова. / 20 дней.',
    ])
    expect(made(lawIn('ru'), 'article', '1.\tПервый\u0007\u2028ещё.')).toEqual([
      'article 5-1',
      '- paragraph 1 Первый ещё.',
    ])
    expect(made(lawIn('ru'), 'article', '')).toEqual(['article 5-1'])
  })
})

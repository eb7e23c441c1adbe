import { expect, it } from 'vitest'
import { textClean } from '#shared/export/text.ts'
import { act, art, chapter, para, preface } from '#test/builders/act.ts'

it('X21: prints one block a line with its number, as the canonical text does', () => {
  const one = act(
    preface('КОНСТИТУЦИЯ'),
    chapter('1', 'Основы', art('44', '', para('1', 'Первый.'), para('2', 'Второй.'))),
  )
  expect(textClean(one)).toBe('КОНСТИТУЦИЯ\nГлава 1. Основы\nСтатья 44\n1. Первый.\n2. Второй.\n')
})

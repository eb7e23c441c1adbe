import { expect, it } from 'vitest'
import { sentenceAround } from '#shared/citation/sentence.ts'

const text = 'Первое предложение. Согласно статье 5 «Закона.» решение принимает суд. Третье.'
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

it('C30: a citing sentence runs from stop to stop', () => {
  expect(sentenceAround(text, at('статье 5'))).toBe(
    'Согласно статье 5 «Закона.» решение принимает суд.',
  )
})

it('C30: the first and last sentence of a block end with the block', () => {
  expect(sentenceAround(text, at('Первое'))).toBe('Первое предложение.')
  expect(sentenceAround(text, at('Третье'))).toBe('Третье.')
  expect(sentenceAround('слово статьи 3 без точки', { start: 6, end: 14 })).toBe(
    'слово статьи 3 без точки',
  )
})

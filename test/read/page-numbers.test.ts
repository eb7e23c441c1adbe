import { describe, expect, it } from 'vitest'
import { lost, read } from './lost.ts'
import { outlineOf } from './outline-of.ts'

/** Articles with a bare number behind every so many lines. */
function paged(lines: number, numberOf: (page: number) => number): string {
  const text = Array.from(
    { length: 60 },
    (_, i) => `Статья ${i + 1}. Мост\nПункт о мосте ${i + 1}.\n`,
  ).join('')
  return text
    .split('\n')
    .flatMap((line, i) => (i % lines === lines - 1 ? [line, `${numberOf((i + 1) / lines)}`] : line))
    .join('\n')
}

function leftOut(text: string): readonly string[] {
  const result = read(text)
  expect(lost(text, result)).toBe('')
  return result.problems
    .filter(({ code }) => code === 'read/page-furniture')
    .map(({ source }) => text.slice(source?.start, source?.end))
}

describe('R48: bare numbers on lines of their own', () => {
  it('R48: that count the pages are left out and reported', () => {
    const text = paged(20, (page) => page + 1)
    expect(leftOut(text)).toEqual(['2', '3', '4', '5', '6', '7'])
    expect(outlineOf(read(text).act)).toBe(outlineOf(read(paged(1000, (page) => page)).act))
  })

  it('R48: that do not count on, stand close or end early are words', () => {
    expect(leftOut(paged(20, (page) => page * 2))).toEqual([])
    expect(leftOut(paged(5, (page) => page))).toEqual([])
    expect(leftOut(`${paged(20, (page) => page)}${'\nСлова.'.repeat(200)}`)).toEqual([])
  })

  it('R48: that are torn off references are words', () => {
    const torn = paged(20, (page) => page).replaceAll(
      /\n(\d+)\n/gu,
      '\nо том в пункте\n$1\n, и так.\n',
    )
    expect(leftOut(torn)).toEqual([])
  })
})

describe('heads in other letters', () => {
  it('R49: with Latin letters among Cyrillic ones open units, and are printed as they stand', () => {
    const text = 'Глaва 1. Мосты\nCтатья 1. Предмет\nСлова.\nCтатья 2. Опора\nСлова.\n'
    const { act } = read(text)
    expect(outlineOf(act)).toBe(
      'chapter 1 | # Мосты\n  article 1 | # Предмет | Слова.\n  article 2 | # Опора | Слова.',
    )
    expect(lost(text, read(text))).toBe('')
  })

  it('R13: bold heads of articles tell an act of articles', () => {
    const article = (n: number) => `**Article ${n}**\n\n1. Bridges stand.\n\n2. Tolls are paid.\n`
    expect(read([1, 2, 3].map(article).join('\n')).act.attrs['tradition']).toBe('kz')
  })
})

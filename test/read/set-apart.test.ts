import { describe, expect, it } from 'vitest'
import { lost, read } from './lost.ts'
import { outlineOf } from './outline-of.ts'

function reads(text: string): string {
  const result = read(text)
  expect(lost(text, result)).toBe('')
  return outlineOf(result.act)
}

describe('numbers in words', () => {
  it('R45: stand before an English word too, and a dash may part them from the heading', () => {
    const text =
      'Bridges Constitution\n\nFIRST PART. BRIDGES\n\nCHAPTER ONE—GENERAL\n\nArticle 1\n\nBridges stand.\n\nArticle 2\n\nThis Constitution applies to them.\n\nSECOND PART. TOLLS\n\nArticle 3\n\nTolls are paid.\n\nThird Schedule\n\nRates\n'
    expect(reads(text)).toBe(
      `preface | # Bridges Constitution
part 1 | # BRIDGES
  chapter 1 | # —GENERAL
    article 1 | Bridges stand.
    article 2 | This Constitution applies to them.
part 2 | # TOLLS
  article 3 | Tolls are paid.
annex 3 | Rates`,
    )
  })

  it('R45: open nothing in a sentence', () => {
    const text =
      'Article 1\n\nBridges stand.\n\nSecond part of the toll is paid later.\n\nsecond part Two\n\nArticle 2\n\nTolls.\n'
    expect(reads(text)).not.toContain('part 2')
  })
})

describe('the last paragraph of an article', () => {
  it('R46: is no division of the chapter though it ends without a full stop', () => {
    const text =
      'Глава 1. Мосты\n\nСтатья 1\n\n1. Мост есть сооружение.\n\n2. Опора есть часть моста\n\nСтатья 2\n\n1. Мост строят.\n\nГлава 2. Сборы\n\n1. Общее\n\nСтатья 3\n\n1. Сбор платят.\n\n2. Особенное\n\nСтатья 4\n\nСбор возвращают.\n'
    expect(reads(text)).toBe(
      `chapter 1 | # Мосты
  article 1
    paragraph 1 | Мост есть сооружение.
    paragraph 2 | Опора есть часть моста
  article 2
    paragraph 1 | Мост строят.
chapter 2 | # Сборы
  subsection 1 | # Общее
    article 3
      paragraph 1 | Сбор платят.
  subsection 2 | # Особенное
    article 4 | Сбор возвращают.`,
    )
  })
})

/** Ten articles of two paragraphs; the first is broken before a year, which then opens a line. */
function wrapped(first: string, apart: string): string {
  const articles = Array.from({ length: 10 }, (_, i) =>
    [
      `${first}Статья ${i + 1}`,
      `${first}1. Мост через большую реку строят по правилам, принятым в ${i === 0 ? 'году\n2008' : 'марте\nэтого года'}. Правила о нём хранит библиотека.`,
      `${first}2. Опору моста проверяют два раза в каждом году, кто бы её ни строил и\nчто бы о ней ни говорили люди.`,
    ].join(`\n${apart}`),
  )
  return `${articles.join(`\n${apart}`)}\n`
}

describe('a wrapped text', () => {
  it.each([
    ['empty lines', '', '\n'],
    ['indents', '    ', ''],
  ])('R47: whose paragraphs %s part opens none inside of them', (_, first, apart) => {
    const outline = reads(wrapped(first, apart))
    expect(outline.match(/^article/gmu)).toHaveLength(10)
    expect(outline.match(/^ {2}\w+/gmu)).toEqual(new Array(20).fill('  paragraph'))
    expect(outline).toContain('принятым в году 2008. Правила')
  })

  it('R47: an indent joins no lines where the text is neither wrapped nor torn', () => {
    const text =
      'Статья 1. Мосты\n1. Мосты бывают:\n      1) большие;\n      2) малые.\nМалый мост короток.\n'
    expect(reads(text)).toBe(
      `article 1 | # Мосты
  paragraph 1 | Мосты бывают:
    point 1 | большие;
    point 2 | малые.
    subparagraph | Малый мост короток.`,
    )
  })
})

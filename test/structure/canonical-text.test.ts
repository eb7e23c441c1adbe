import { describe, expect, it } from 'vitest'
import { makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import {
  act,
  actIn,
  art,
  chapter,
  indent,
  para,
  point,
  preface,
  sub,
  textOf,
} from '#test/builders/act.ts'

const cell = (words: string) =>
  schema.nodes.tableCell.create(null, schema.nodes.paragraph.create(null, schema.text(words)))

const table = schema.nodes.table.create(null, [
  schema.nodes.tableRow.create(null, [cell('Год'), cell('Сумма')]),
  schema.nodes.tableRow.create(null, [cell('2026'), cell('10')]),
])

describe('canonicalText', () => {
  it('N1: puts a number that opens a line before the heading, and inline numbers before the words', () => {
    const text = textOf(
      act(
        chapter(
          '1',
          'Общие положения',
          art('44', 'Президент', para('1', 'Назначает:', point('10-1', 'судей;'))),
        ),
      ),
    )
    expect(text).toBe(
      'Глава 1. Общие положения\nСтатья 44 Президент\n1. Назначает:\n10-1) судей;\n',
    )
  })

  it('N1: prints the numbers of the act’s own language', () => {
    expect(textOf(actIn('kk', art('44', '', para('3', 'Сөз.'))))).toBe('44-бап\n3. Сөз.\n')
    expect(textOf(actIn('en', art('44', '', para('3', 'Words.'))))).toBe('Article 44\n3. Words.\n')
  })

  it('N1: gives unnumbered parts and indents a line each', () => {
    expect(textOf(act(art('1', '', sub('Первая.'), sub('Вторая:', indent('абзац;')))))).toBe(
      'Статья 1\nПервая.\nВторая:\nабзац;\n',
    )
  })

  it('N2: prints a number as the act fixed it where that differs from the profile', () => {
    const unit = makeUnit({ id: unitId('a'), kind: 'article', label: '44', num: 'СТАТЬЯ 44.' })
    expect(textOf(act(unit))).toBe('СТАТЬЯ 44.\n')
  })

  it('N3: gives a table row a line, its cells parted by tabs', () => {
    const unit = makeUnit({ id: unitId('a'), kind: 'article', label: '1' }, { body: [table] })
    expect(textOf(act(unit))).toBe('Статья 1\nГод\tСумма\n2026\t10\n')
  })

  it('N3: makes a break inside a block a space', () => {
    const broken = schema.nodes.paragraph.create(null, [
      schema.text('a'),
      schema.nodes.hardBreak.create(),
      schema.text('b'),
    ])
    expect(textOf(act(makeUnit({ id: unitId('a'), kind: 'alinea' }, { body: [broken] })))).toBe(
      'a b\n',
    )
  })

  it('N4: tells for every line its unit and where its words stand', () => {
    const { text, lines } = canonicalText(
      act(preface('Конституция'), art('44', 'Полномочия', para('3', 'Слова.'))),
    )
    const words = lines.map(({ unit, kind, words }) => [
      unit,
      kind,
      text.slice(words.start, words.end),
    ])
    expect(words).toEqual(
      [
        ['preface-null', 'heading', 'Конституция'],
        ['article-44', 'heading', 'Полномочия'],
        ['article-44/paragraph-3', 'body', 'Слова.'],
      ].map((row, at) => (at === 0 ? [lines[0]?.unit, ...row.slice(1)] : row)),
    )
    expect(lines.map(({ line }) => text.slice(line.start, line.end)).join('\n')).toBe(
      text.trimEnd(),
    )
  })
})

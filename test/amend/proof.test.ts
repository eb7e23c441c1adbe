import { describe, expect, it } from 'vitest'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { differences } from '#shared/amend/differences.ts'
import { proveText } from '#shared/amend/proof.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { makeParagraph, type Unit, unitAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art, para, point, preface, sub } from '../builders/act.ts'

const TITLE = preface('Конституция Республики Казахстан')
const base = act(
  TITLE,
  art('5', '', para('1', 'Совет дает заключение.'), para('2', 'Срок равен месяцу.')),
  art('6', '', para('1', 'Палата созывается ежегодно.')),
)
const draft = act(
  TITLE,
  art('5', '', para('1', 'Суд дает заключение.'), para('2', 'Срок равен году.')),
  art('6', '', para('1', 'Палата созывается ежегодно.')),
)

describe('M46: a proof is what the words of the law do to the base', () => {
  const text = lawText(deriveLaw(base, draft).law)

  it('M46: the law that was derived proves', () => {
    expect(proveText(base, draft, text)).toEqual({ holds: true, differences: [], undone: [] })
  })

  it('M46: one wrong word in the law is found, with its unit', () => {
    const proof = proveText(base, draft, text.replace('«году»', '«веку»'))
    expect(proof.holds).toBe(false)
    expect(proof.differences).toEqual([
      {
        unit: 'article-5/paragraph-2',
        what: 'words',
        at: 'пункт 2 статьи 5',
        found: 'Срок равен веку.',
        wanted: 'Срок равен году.',
      },
    ])
  })

  it('M46: a command that cannot be done is told, and nothing is claimed', () => {
    const proof = proveText(base, draft, text.replace('«месяцу»', '«неделе»'))
    expect(proof.holds).toBe(false)
    expect(proof.undone.map(({ outcome }) => outcome)).toEqual(['not-found'])
  })

  it('M46: a law that says nothing proves nothing', () => {
    expect(proveText(base, draft, 'Статья 1. Настоящий Закон вводится в действие.').holds).toBe(
      false,
    )
    expect(proveText(base, base, '').holds).toBe(true)
  })
})

describe('M49: a unit that no wording gives is told alone', () => {
  const blankRow = schema.nodes.tableRow.create(null, [
    schema.nodes.tableCell.create(null, [makeParagraph('')]),
  ])
  const form = schema.nodes.table.create(null, [blankRow, blankRow])
  const { law, proof } = deriveLaw(
    base,
    act(
      TITLE,
      art('5', '', para('1', 'Суд дает заключение.'), para('2', 'Срок равен месяцу.')),
      art('6', '', para('1', 'Палата созывается ежегодно.', form)),
    ),
  )

  it('M49: a table of blank rows, of which law has no words', () => {
    expect(proof.holds).toBe(false)
    expect(proof.differences.map(({ at }) => at)).toEqual(['пункт 1 статьи 6'])
  })

  it('M49: the law for the other units stands', () => {
    expect(lawText(law)).toContain('1. В пункте 1 статьи 5 слово «Совет» заменить словом «Суд».')
  })
})

describe('M47: texts are compared unit for unit', () => {
  const told = (a: Parameters<typeof differences>[0], b: Parameters<typeof differences>[0]) =>
    differences(a, b).map(({ what, at }) => `${what} ${at}`)
  const paragraph = (...inner: readonly Unit[]) =>
    act(art('1', 'Заголовок', para('1', 'Слова:', ...inner)))

  it('M47: ids, looks, notes and blanks are no difference', () => {
    const note = schema.nodes.note.create(null, schema.text('Сноска.'))
    const bold = schema.nodes.paragraph.create(
      null,
      schema.text('Слова:', [schema.marks.strong.create()]),
    )
    expect(
      told(act(art('1', 'A', bold)), act(art('1', 'A', makeParagraph('Слова: '), note))),
    ).toEqual([])
  })

  it('M47: a number, a kind, a heading, a word is one', () => {
    const a = paragraph(point('1', 'раз;'), point('2', 'два.'))
    expect(told(a, paragraph(point('1', 'раз;'), point('3', 'два.')))).toEqual([
      'missing подпункт 3) пункта 1 статьи 1',
      'extra подпункт 2) пункта 1 статьи 1',
    ])
    expect(told(a, paragraph(point('1', 'раз;'), para('2', 'два.')))).toHaveLength(2)
    expect(told(a, paragraph(point('1', 'раз;'), point('2', 'три.')))).toEqual([
      'words подпункт 2) пункта 1 статьи 1',
    ])
    expect(told(act(art('1', 'A')), act(art('1', 'B')))).toEqual(['heading статья 1'])
  })

  it('M47: the order of units is one', () => {
    const a = paragraph(sub('Первая часть.'), sub('Вторая часть.'))
    const b = paragraph(sub('Вторая часть.'), sub('Первая часть.'))
    expect(told(a, b)).toHaveLength(2)
  })

  it('M47: a cell of a table, or its width, is one', () => {
    const table = (words: string, colspan = 1) =>
      act(
        art(
          '1',
          '',
          schema.nodes.table.create(null, [
            schema.nodes.tableRow.create(null, [
              schema.nodes.tableCell.create({ colspan }, [makeParagraph(words)]),
            ]),
          ]),
        ),
      )
    expect(told(table('раз'), table('раз'))).toEqual([])
    expect(told(table('раз'), table('два'))).toEqual(['words статья 1'])
    expect(told(table('раз'), table('раз', 2))).toEqual(['words статья 1'])
  })

  it('M47: a unit no longer in force is as good as absent', () => {
    const live = paragraph(point('1', 'раз;'), point('2', 'два.'))
    const dead = paragraph(point('1', 'раз;'))
    const [article] = live.children
    const marked = live.type.create(
      live.attrs,
      article?.type.create(
        article.attrs,
        article.children.map((child) =>
          child.attrs['kind'] === 'paragraph'
            ? child.type.create(
                child.attrs,
                child.children.map((one) =>
                  one.type === schema.nodes.unit && unitAttrs(one).label === '2'
                    ? one.type.create({ ...one.attrs, state: 'repealed' }, one.content)
                    : one,
                ),
              )
            : child,
        ),
      ),
    )
    expect(told(marked, dead)).toEqual([])
    expect(told(marked, live)).toEqual(['missing подпункт 2) пункта 1 статьи 1'])
  })
})

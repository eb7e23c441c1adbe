import { describe, expect, it } from 'vitest'
import { comparativeTable } from '#shared/compare/table.ts'
import { tableCsv } from '#shared/export/table/csv.ts'
import { type Act, type Language, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { tableWordsFor } from '#shared/tradition/table-words.ts'
import { actIn, art, indent, para, point, preface, sub, withId } from '#test/builders/act.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { parseCsv } from '#test/oracles/csv.ts'

const powers = (language: Language, ...points: Parameters<typeof para>[1][]) =>
  actIn(
    language,
    preface('Конституция'),
    withId(
      'a44',
      art('44', undefined, ...points.map((words, i) => withId(`p${i}`, para(`${i + 1}`, words)))),
    ),
  )

/** The table as rows of cells, without its header. */
function rows(base: Act, draft: Act, options: Parameters<typeof comparativeTable>[2] = {}) {
  return parseCsv(tableCsv(comparativeTable(base, draft, options))).slice(1)
}

describe('the comparative table', () => {
  it('T1: quotes the smallest unit that changes, whole, and no other', () => {
    const base = powers('ru', 'Назначает послов.', 'Отзывает послов.')
    const draft = powers('ru', 'Назначает послов.', 'Отзывает послов и консулов.')
    expect(rows(base, draft)).toEqual([
      ['1.', 'пункт 2 статьи 44', '2. Отзывает послов.', '2. Отзывает послов и консулов.', ''],
    ])
  })

  it('T1: leaves out the units in a unit whose own words alone change', () => {
    const at = (words: string) =>
      actIn(
        'ru',
        withId('a', art('5', undefined, withId('p', para('1', words, point('1', 'один;'))))),
      )
    expect(rows(at('Президент:'), at('Президент Республики:'))).toEqual([
      ['1.', 'пункт 1 статьи 5', '1. Президент:\n…', '1. Президент Республики:\n…', ''],
    ])
  })

  it('T1: quotes a unit that comes with all units in it', () => {
    const base = actIn('ru', withId('a', art('5', undefined, withId('p', para('1', 'Один.')))))
    const draft = actIn(
      'ru',
      withId(
        'a',
        art(
          '5',
          undefined,
          withId('p', para('1', 'Один.')),
          withId('q', para('2', 'Два:', point('1', 'а;'), point('2', 'б.'))),
        ),
      ),
    )
    expect(rows(base, draft)).toEqual([
      ['1.', 'пункт 2 статьи 5', 'Отсутствует', '2. Два:\n1) а;\n2) б.', ''],
    ])
  })

  it('T2: says in each language that a text is absent or goes', () => {
    for (const [language, absent, excluded] of [
      ['ru', 'Отсутствует', 'Исключить'],
      ['kk', 'Жоқ', 'Алып тасталсын'],
      ['en', 'Absent', 'To be excluded'],
    ] as const) {
      const one = powers(language, 'A.')
      const two = powers(language, 'A.', 'B.')
      expect(rows(one, two)[0]?.slice(2, 4)).toEqual([absent, '2. B.'])
      expect(rows(two, one)[0]?.slice(2, 4)).toEqual(['2. B.', excluded])
    }
  })

  it('T2: says of a repealed unit whose number stays that it goes', () => {
    const base = powers('ru', 'А.', 'Б.')
    const draft = base.type.create(
      base.attrs,
      base.children.map((unit) =>
        unit.type.create(
          unit.attrs,
          unit.children.map((child) =>
            child.attrs['label'] === '2'
              ? child.type.create({ ...child.attrs, state: 'repealed' }, child.content)
              : child,
          ),
        ),
      ),
    )
    expect(rows(base, draft)).toEqual([['1.', 'пункт 2 статьи 44', '2. Б.', 'Исключить', '']])
  })

  it('T3: tells both places of a unit that moves or is renumbered', () => {
    const p = withId('p', para('1', 'Слова.'))
    const q = withId('p', para('2', 'Слова.'))
    const base = actIn('ru', withId('a', art('5', undefined, p)), withId('b', art('6', 'Т')))
    const draft = actIn('ru', withId('a', art('5', undefined, q)), withId('b', art('6', 'Т')))
    expect(rows(base, draft)[0]?.[1]).toBe('пункт 1 статьи 5\nстановится:\nпункт 2 статьи 5')
  })

  it('T4: keeps the justification of a row by its unit', () => {
    const base = powers('ru', 'А.')
    const draft = powers('ru', 'Б.')
    const [row] = comparativeTable(base, draft).rows
    const justifications = new Map([[row?.unit ?? unitId(''), 'Уточнение.\nСм. статью 5.']])
    expect(rows(base, draft, { justifications })[0]?.[4]).toBe('Уточнение.\nСм. статью 5.')
  })

  it('T5: has the columns of the layout that is asked for, in the words of the language', () => {
    const [base, draft] = [powers('kk', 'А.'), powers('kk', 'Б.')]
    const head = (layout?: string) =>
      parseCsv(tableCsv(comparativeTable(base, draft, { layout })))[0]
    expect(head()).toEqual([
      'Р/с №',
      'Құрылымдық элементі',
      'Қолданыстағы редакция',
      'Ұсынылатын редакция',
      'Негіздеме',
    ])
    expect(head('parliament')).toHaveLength(6)
  })

  it('T5: gives each layout the whole width', () => {
    for (const language of ['ru', 'kk', 'en'] as const)
      for (const tradition of ['kz', 'plain'])
        for (const { columns } of tableWordsFor({ tradition, language }).layouts)
          expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100)
  })

  it('T6: quotes the two texts to the letter, each changed unit in one row', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const { base, draft } = randomRedline(seed)
      const { words: table, rows: units } = comparativeTable(base, draft)
      const texts = [base, draft].map(flatText)
      const own = new Set([table.absent, table.excluded, table.omission])
      for (const [n, , ...quoted] of rows(base, draft)) {
        for (const [side, cell] of quoted.slice(0, 2).entries()) {
          // Foreign content is quoted by its source, which canonical text leaves out.
          const words = cell.replaceAll(/<x[^>]*>.*?<\/x>/gsu, '')
          const lines = words.split('\n').filter((line) => !own.has(line))
          expect(texts[side], `seed ${seed}, row ${n}`).toContain(flat(lines.join(' ')))
        }
      }
      expect(new Set(units.map(({ unit }) => unit)).size, `seed ${seed}`).toBe(units.length)
    }
  })

  it('T7: keeps a cell from being run as a formula', () => {
    const [row] = rows(
      actIn('ru', withId('a', art('1', 'Т'))),
      actIn('ru', withId('a', art('1', 'Т', sub('=1+1', indent('- список'))))),
    )
    expect(row?.[3]).toBe("'=1+1\n- список")
  })
})

function flatText(act: Act): string {
  return flat(canonicalText(act).text.replaceAll('\t', ' | '))
}

/** Breaks between and inside paragraphs as single spaces. */
function flat(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

import { describe, expect, it } from 'vitest'
import { type Act, unitsOf } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { lost, read } from './lost.ts'
import { outlineOf } from './outline-of.ts'

const LAW = { tradition: 'kz', profile: 'law', language: 'ru' } as const

function reads(text: string): string {
  const result = read(text, LAW)
  expect(lost(text, result)).toBe('')
  return outlineOf(result.act)
}

/** The cells of the first table, row by row. */
function cells(text: string): readonly string[] | undefined {
  const result = read(text, LAW)
  expect(lost(text, result)).toBe('')
  let table: Act | undefined
  result.act.descendants((node) => {
    if (node.type === schema.nodes.table) table ??= node
  })
  return table?.children.map((row) => row.children.map((cell) => cell.textContent).join('/'))
}

describe('tables in text', () => {
  it('R33: are told by tabs, by bars, by box lines and by columns of spaces', () => {
    const head = 'Статья 1. Ставки\n1. Таблица:\n'
    expect(cells(`${head}знак\tставка\nстолб\t5\n`)).toEqual(['знак/ставка', 'столб/5'])
    expect(cells(`${head}| знак | ставка |\n|---|---:|\n| столб | 5 |`)).toEqual([
      'знак/ставка',
      'столб/5',
    ])
    expect(cells(`${head}┌────┬───┐\n│ знак │ 5 │\n├────┼───┤\n│ веха │ 6 │\n└────┴───┘`)).toEqual([
      'знак/5',
      'веха/6',
    ])
    expect(cells(`${head}знак      ставка\nстолб     5\nвеха      6`)).toEqual([
      'знак/ставка',
      'столб/5',
      'веха/6',
    ])
  })

  it('R33: a list whose numbers a tab sets apart is no table, and neither are single lines', () => {
    expect(cells('Статья 1. Виды\n1.\tОдно.\n2.\tДругое.')).toBeUndefined()
    expect(cells('Статья 1. Виды\nПрезидент\tИ. Иванов')).toBeUndefined()
    expect(cells('Статья 1. Виды\nУсловие a | b не таблица.')).toBeUndefined()
  })

  it('R33: the canonical text of a table is read as the table', () => {
    const text = 'Статья 1. Ставки\n1. Таблица:\nзнак\tставка\n\t5\n'
    const { act } = read(text, LAW)
    expect(outlineOf(read(canonicalText(act).text, LAW).act)).toBe(outlineOf(act))
    expect(cells(text)).toEqual(['знак/ставка', '/5'])
  })
})

describe('a list of contents', () => {
  const body = 'Глава 1. Общее\nСтатья 1. Предмет\n1. Слова.\nСтатья 2. Знаки\n1. Слова.'

  it('R34: is kept as notes, announced or not, with its page numbers', () => {
    const expected =
      'chapter 1 | # Общее\n  article 1 | # Предмет\n    paragraph 1 | Слова.\n  article 2 | # Знаки\n    paragraph 1 | Слова.'
    const announced = `Закон о знаках\nСОДЕРЖАНИЕ\nГлава 1. Общее ..... 3\nСтатья 1. Предмет ..... 3\nСтатья 2. Знаки ..... 4\n${body}`
    expect(reads(announced)).toContain(expected)
    expect(reads(announced)).toContain('~ Статья 2. Знаки ..... 4')
    expect(
      reads(`Закон о знаках\nГлава 1. Общее\nСтатья 1. Предмет\nСтатья 2. Знаки\n${body}`),
    ).toContain(expected)
  })

  it('R34: units without words are none', () => {
    expect(reads('Статья 1. Предмет\nСтатья 2. Знаки\nСтатья 3. Прочее\n1. Слова.')).not.toContain(
      '~',
    )
  })
})

describe('Markdown', () => {
  it('R35: bold, slanted, links and backslashes are taken off, and looks kept', () => {
    const text =
      '# Закон\n\n## Статья 1. Предмет\n\n1\\. Знаки **хранят** и *чинят* по [закону](https://x.test/a).\n'
    const result = read(text, LAW)
    expect(lost(text, result)).toBe('')
    expect(outlineOf(result.act)).toBe(
      'preface | # Закон\narticle 1 | # Предмет\n  paragraph 1 | Знаки хранят и чинят по закону.',
    )
    const looks: string[] = []
    result.act.descendants((node) => {
      if (node.isText && node.marks.length > 0)
        looks.push(`${node.marks[0]?.type.name} ${node.text}`)
    })
    expect(looks).toEqual(['strong хранят', 'emphasis чинят'])
  })

  it('R35: looks survive lines that are joined', () => {
    const { act } = read(
      '# Закон\n\nСтатья 1. Предмет\n1. Знаки, которые\nдолго **хранят** все.',
      LAW,
    )
    expect(unitsOf(act)[1]?.lastChild?.lastChild?.childCount).toBe(3)
  })

  it('R35: stars and underlines of plain text stay', () => {
    expect(reads('Статья 1. Предмет\n1. Цена* 2 * 3 * 4, ____ тенге.')).toContain(
      'Цена* 2 * 3 * 4, ____ тенге.',
    )
  })
})

describe('lines that lost their breaks or their words', () => {
  it('R36: letters set with spaces are a word', () => {
    expect(reads('Статья 1. Предмет\n1. П р е з и д е н т решает.')).toBe(
      'article 1 | # Предмет\n  paragraph 1 | Президент решает.',
    )
    expect(reads('Статья 1. Предмет\n1. Виды А и Б в гг.')).toContain('Виды А и Б в гг.')
  })

  it('R36: an article that runs on in one line is parted at its paragraphs', () => {
    expect(
      reads(
        'Статья 5. Знаки и вехи 1. Знаки хранят все, кто может. 2. Вехи хранит совет, если он есть.\nСтатья 6. Прочее',
      ),
    ).toBe(
      'article 5 | # Знаки и вехи\n  paragraph 1 | Знаки хранят все, кто может.\n  paragraph 2 | Вехи хранит совет, если он есть.\narticle 6 | # Прочее',
    )
  })

  it('R36: a short act on one line is parted too, a missing quotation mark notwithstanding', () => {
    const text = `Внести в Закон "О знаках (${'№ 5, ст. 6; '.repeat(70)}) следующие изменения: 1. В статье 2 слово "веха" исключить. 2. Статью 3 исключить. Статья 2. Закон вводится в действие со дня опубликования.`
    expect(reads(text)).toContain('paragraph 2')
    expect(reads(text)).toContain('article 2')
  })

  it('R11: a quotation that a colon opens may run over thousands of paragraphs', () => {
    const quoted = Array.from(
      { length: 2_000 },
      (_, i) => `Статья ${i + 10}. Знак\n1. Слова.`,
    ).join('\n')
    const { act } = read(
      `Статья 1. Дополнить главой:\n«Глава 2. Знаки\n${quoted}\n2. Конец.».\nСтатья 2. Действие\n1. Сразу.`,
      LAW,
    )
    expect(unitsOf(act).map((unit) => unit.attrs['label'])).toEqual(['1', '2'])
  })
})

describe('codes', () => {
  const code = (cites: string) =>
    `Кодекс о знаках\nСтатья 1. Предмет\n1. Настоящий Кодекс действует.\nСтатья 2. Ссылки\n${cites}`

  it('R37: are read under the profile whose words they cite their own units by', () => {
    const profile = (text: string) => read(text).profile.profile
    expect(profile(code('1. В случаях пункта 1 статьи 1 настоящего Кодекса.'))).toBe('codeOfPoints')
    expect(profile(code('1. В случаях части первой статьи 1 и пункта 2) части 3 статьи 2.'))).toBe(
      'code',
    )
    expect(
      profile(
        'Белгілер кодексі\n1-бап. Нысан\n1. Осы Кодекс белгілерді реттейді.\n2-бап. Өзге\n1. Осы Кодекстің 1-бабының 1-тармағы қолданылады.',
      ),
    ).toBe('codeOfPoints')
  })
})

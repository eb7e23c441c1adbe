import { describe, expect, it } from 'vitest'
import { type PrintOptions, printPdf } from '#desk/print/print-pdf.ts'
import { comparativeTable } from '#shared/compare/table.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { printClean, printRedline } from '#shared/export/print/print.ts'
import type { PrintDocument } from '#shared/export/print/print-document.ts'
import { printTable } from '#shared/export/print/table.ts'
import { type Act, type Language, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { actIn, art, chapter, para, preface, withId } from '#test/builders/act.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { table, td, th, tr } from '#test/builders/table.ts'
import { type ReadPdf, readPdf } from '#test/oracles/pdf.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }

async function read(document: PrintDocument, options?: PrintOptions): Promise<ReadPdf> {
  const printed = await printPdf(() => document, options)
  if (!printed?.ok) throw new Error(printed?.problem.message ?? 'stopped')
  return readPdf(printed.value)
}

/** An act of two chapters' length: articles of points, over several pages. */
function long(language: Language, words: string): Act {
  return actIn(
    language,
    preface('Ережелер: Правила, Rules'),
    ...Array.from({ length: 30 }, (_, i) =>
      withId(
        `a${i}`,
        art(`${i + 1}`, 'Әділет', ...[1, 2, 3].map((n) => para(`${n}`, `${words} ${i}-${n}.`))),
      ),
    ),
  )
}

const WORDS =
  'Ғылым мен білім, өнер; «құқық» — №5 (ұлттық) һәм ізгі ниет; подъём, щит: thirty paces'.repeat(2)

describe('a printed act', () => {
  it('X60: holds every word of the act in order, in each language', async () => {
    for (const language of ['ru', 'kk', 'en'] as const) {
      const act = long(language, WORDS)
      const { pages } = await read(printClean(act, aboutAct(act, BY)))
      expect(pages.length).toBeGreaterThan(2)
      expect(unspaced(pages.join(''))).toBe(unspaced(canonicalText(act).text))
    }
  })

  it('X61: is tagged, accessible and archivable as it claims, and tells title and language', async () => {
    const act = long('kk', WORDS)
    const accessible = await read(printClean(act, aboutAct(act, BY)))
    expect(accessible.info.get('Tagged')).toBe('yes')
    expect(accessible.info.get('Title')).toBe('Ережелер: Правила, Rules')
    expect(accessible.claims).toEqual(['pdfuaid:part 1'])
    expect(accessible.raw).toMatch(/\/Lang ?\(kk/)
    const archived = await read(printClean(act, aboutAct(act, BY)), { standard: 'a-2a' })
    expect(archived.claims).toEqual(ARCHIVE)
    expect(archived.info.get('Tagged')).toBe('yes')
  })

  it('X62: numbers the lines of each page from 1', async () => {
    const act = long('ru', WORDS)
    const { lineNumbers } = await read(printClean(act, aboutAct(act, BY)))
    for (const numbers of lineNumbers)
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1))
    expect(lineNumbers[0]?.length).toBeGreaterThan(20)
  })

  it('X123: has of a title of many words two lines at the head of a page, and all of it in the text', async () => {
    const title = Array.from({ length: 60 }, (_, i) => `ПОРЯДОК${i}`).join(' ')
    const act = long('ru', WORDS)
    const { info, heads } = await read(printClean(act, { ...aboutAct(act, BY), title }))
    expect(info.get('Title')).toBe(title)
    expect(heads[0]?.trim().split('\n').length).toBe(2)
    expect(heads[0]).toMatch(/ПОРЯДОК0 .*ПОРЯДОК\d+…/su)
  })

  it('X65: sets text that looks like commands as text, and shows what its font lacks by code', async () => {
    const words = '#read("/etc/passwd") $x$ *b* @c <d> 漢 \u0007 \ud83d'
    const act = actIn('ru', art('1', 'Т', para('1', words)))
    const { pages } = await read(printClean(act, aboutAct(act, BY)))
    expect(unspaced(pages.join(''))).toBe(
      'Статья1Т1.#read("/etc/passwd")$x$*b*@c<d>[U+6F22]\ufffd\ufffd',
    )
  })
})

/** An annex with rates under a header of two rows, and rows more that hold `added`. */
function tallTable(rate: string, ...added: readonly string[]): Act {
  const header = [tr(th('Налог', 1, 2), th('Ставка', 2)), tr(th('низшая'), th('высшая'))]
  const rows = [tr(td('Сбор', 1, 2), td(rate), td('7 %')), tr(td('8 %', 2))]
  const body = [table(...header, ...rows, ...added.map((words) => tr(td(words, 3))))]
  return actIn('ru', makeUnit({ id: unitId('annex'), kind: 'annex', label: null }, { body }))
}

/** What a PDF/A-2a says of itself. */
const ARCHIVE = ['pdfaid:part 2', 'pdfaid:conformance A']

describe('a printed redline', () => {
  it('X63: lists every change with its page, and has a bookmark for each', async () => {
    const base = long('ru', WORDS)
    const draft = long('ru', WORDS.replace('щит', 'меч'))
    const redline = compareActs(base, draft)
    const { pages, bookmarks } = await read(printRedline(redline, aboutAct(draft, BY)))
    expect(unspaced(pages[0] ?? '')).toContain('90изменений')
    expect(bookmarks).toContain('1. Пункт 1 статьи 1: изменение')
    expect(bookmarks).toContain('90. Пункт 3 статьи 30: изменение')
    const listed = pages.slice(0, 3).join('\n')
    const page = Number(/Пункт 3 статьи 30 изменение\s*(\d+)/.exec(listed)?.[1])
    expect(unspaced(pages[page - 1] ?? '')).toContain('меч')
  })

  it('X122: keeps kind and page of a change in their column on the last line of a long place', async () => {
    const title = 'Перечень должностей, занимаемых лицами на государственной службе и вне её'
    const of = (words: string) => {
      const body = [makeParagraph(words)]
      const annex = makeUnit({ id: unitId('x'), kind: 'annex', label: null }, { body })
      return actIn('ru', annex)
    }
    const draft = of('Слово и дело.')
    const document = printRedline(compareActs(of('Слово.'), draft), aboutAct(draft, BY))
    const { summary } = document
    if (!summary) throw new Error('a redline has a list')
    const items = Array.from({ length: 9 }, (_, i) => {
      const words = title
        .split(' ')
        .slice(0, i + 1)
        .join(' ')
      return { n: 1, place: `${words} — ${words}`, kind: 'новый номер' }
    })
    const { pages, places } = await read({ ...document, summary: { ...summary, items } })
    expect(pages[0]?.match(/новый номер\s*2$/gmu)?.length).toBe(items.length)
    expect(places.get('номер')?.right).toBeCloseTo(KIND_RIGHT, 0)
  })

  it('X114: leads from the number of each change to the place of the list', async () => {
    const base = long('ru', WORDS)
    const draft = long('ru', WORDS.replace('щит', 'меч'))
    const { raw } = await read(printRedline(compareActs(base, draft), aboutAct(draft, BY)))
    const [, firstPage = ''] = /\/Kids \[(\d+ 0 R)/.exec(raw) ?? []
    const places = [...raw.matchAll(MARGIN_LINK)].map(([, id]) => destination(raw, id))
    expect(places.length).toBe(90)
    expect(new Set(places)).toEqual(new Set([`${firstPage} /XYZ 85.03937 789.5276 0`]))
  })

  it('X117: centers title and preface, and keeps the numbers of their changes in the margin', async () => {
    const of = (...more: readonly string[]) => {
      const head = preface(['Закон', ...more].join(' '), ['Принят', ...more].join(' '))
      return actIn('ru', withId('p', head), art('1', 'Т', para('1', 'Слово.')))
    }
    const draft = of('сегодня')
    const redline = compareActs(of(), draft)
    const { raw, places } = await read(printRedline(redline, aboutAct(draft, BY)))
    expect([...raw.matchAll(MARGIN_LINK)].length).toBe(1)
    const [left, right] = [places.get('Принят')?.left ?? 0, places.get('сегодня')?.right ?? 0]
    expect((left + right) / 2).toBeCloseTo(TEXT_MIDDLE, 0)
  })

  it('X117: centers the headings of divisions, whose changes stand in the margin, and no article', async () => {
    const of = (...more: readonly string[]) =>
      actIn(
        'ru',
        chapter('1', ['Президент', ...more].join(' '), art('1', 'Суды', para('1', 'Ум.'))),
      )
    const draft = of('Республики')
    const redline = compareActs(of(), draft)
    const { raw, places } = await read(printRedline(redline, aboutAct(draft, BY)))
    expect([...raw.matchAll(MARGIN_LINK)].length).toBe(1)
    const left = places.get('Глава')?.left ?? 0
    const right = places.get('Республики')?.right ?? 0
    expect((left + right) / 2).toBeCloseTo(TEXT_MIDDLE, 0)
    expect(places.get('Статья')?.left).toBeCloseTo(TEXT_LEFT, 0)
  })

  it('X117: sets an article alike whether it stands in a division or not', async () => {
    const suds = art('1', 'Суды', para('1', 'Ум.'))
    const width = async (act: Act) => {
      const { places } = await read(printClean(act, aboutAct(act, BY)))
      const { left = 0, right = 0 } = places.get('Суды') ?? {}
      return right - left
    }
    expect(await width(actIn('ru', suds))).toBe(
      await width(actIn('ru', preface('Закон'), chapter('1', 'Право', suds))),
    )
  })

  it('X118: says at both places of a move where the other is, on lines without a number', async () => {
    const [one, two, three] = ['Первая', 'Вторая', 'Третья'].map((words, i) =>
      withId(`a${i}`, art(`${i + 1}`, words, para('1', `${words} норма о суде.`))),
    )
    if (!one || !two || !three) throw new Error('three articles')
    const draft = actIn('ru', two, three, one)
    const redline = compareActs(actIn('ru', one, two, three), draft)
    const { pages, lineNumbers } = await read(printRedline(redline, aboutAct(draft, BY)))
    const lines = (pages[1] ?? '').split('\n').filter((line) => /^[^‹]/u.test(line))
    const moves = lines.filter((line) => line.startsWith('Перемещено'))
    expect(moves).toEqual([
      'Перемещено отсюда; новое место: статья 1',
      'Перемещено сюда; прежнее место: статья 1',
    ])
    expect(lineNumbers[1]?.length).toBe(lines.length - moves.length)
  })

  it('X20: says in one sentence that nothing has changed', async () => {
    const act = actIn('ru', art('1', 'Суд', para('1', 'Суд независим.')))
    const { pages } = await read(printRedline(compareActs(act, act), aboutAct(act, BY)))
    expect(pages[0]).toMatch(/^Изменений нет\.$/mu)
  })

  it('X64: can be made of any redline, with tables, moves and every look', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { redline, draft } = randomRedline(seed)
      const { info } = await read(printRedline(redline, aboutAct(draft, BY)))
      expect(info.get('Tagged'), `seed ${seed}`).toBe('yes')
    }
  })

  it('X64: can be made of a table whose header has two rows and tall cells, changed or not', async () => {
    const base = tallTable('5 %')
    for (const draft of [base, tallTable('6 %'), tallTable('6 %', 'Новая строка')]) {
      const { pages } = await read(printRedline(compareActs(base, draft), aboutAct(draft, BY)))
      expect(pages.join('')).toContain('Ставка')
    }
  })

  it('X106: is made for archives where that is asked, with tables, moves and every look', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const { redline, draft } = randomRedline(seed)
      const printed = printRedline(redline, aboutAct(draft, BY))
      const { claims } = await read(printed, { standard: 'a-2a' })
      expect(claims, `seed ${seed}`).toEqual(ARCHIVE)
    }
  })
})

it('T9: a comparative table is printed landscape with its header on each page', async () => {
  const base = long('ru', WORDS)
  const draft = long('ru', WORDS.replace('щит', 'меч'))
  const table = comparativeTable(base, draft)
  const { info, raw } = await read(printTable(table, aboutAct(draft, BY)))
  expect(info.get('Page size')).toMatch(/^841\.89 x 595/)
  expect(Number(info.get('Pages'))).toBeGreaterThan(5)
  expect(raw).toContain('/THead')
})

/** Between the margins of 3 and 2.2 cm on a page of 21. */
const TEXT_LEFT = (3 / 2.54) * 72
const TEXT_MIDDLE = ((3 + 21 - 2.2) / 2 / 2.54) * 72

/** Before 0.8 em and the three figures of a page's number, of 0.559 em each. */
const KIND_RIGHT = (18.8 / 2.54) * 72 - 0.92 * 11 * (0.8 + 3 * 0.559)

/** A link that begins in the right margin. */
const MARGIN_LINK = /\/Rect \[541\.\d+ [^\]]*\]\s*\/Border \[0 0 0\]\s*\/Dest (\d+) 0 R/g

/** The page and the place on it, in points from its lower left corner. */
function destination(raw: string, id: string | undefined): string | undefined {
  return new RegExp(`\\n${id} 0 obj\\s*\\[([^\\]]*)\\]`).exec(raw)?.[1]
}

/** Line breaks of the page stand where spaces did, and where none did. */
function unspaced(text: string): string {
  return text.replaceAll(/[\s\u00ad]+/gu, '')
}

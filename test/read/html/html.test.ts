import { globSync, readFileSync } from 'node:fs'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { aboutAct } from '#shared/export/about.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { openFile } from '#shared/open/open.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import { type Act, makeAct, makeUnit, unitId, unitsOf, walkUnits } from '#shared/schema/act.ts'
import { footnotesIn, makeFootnote } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { actIn, art, para, point, preface } from '../../builders/act.ts'
import { read } from '../lost.ts'
import { outlineOf } from '../outline-of.ts'
import { ADILET, EURLEX, LEGISLATION_UK, WORD } from './pages.ts'
import { readHtml } from './read-html.ts'

const RU = { language: 'ru', profile: 'law' } as const

function reads(html: string): string {
  return outlineOf(readHtml(html, RU).act)
}

/** All inline content of the act with its marks, block by block. */
function looks(act: Act): readonly string[] {
  const found: string[] = []
  act.descendants((node) => {
    if (!node.isText) return
    const marks = node.marks.map(({ type }) => type.name).join(' ')
    if (marks !== '') found.push(`${marks}: ${node.text}`)
  })
  return found
}

describe('pages of official databases', () => {
  it('R25: of Kazakhstan: headings, breaks, raised numbers, notes and the signature', () => {
    const { act, profile } = readHtml(ADILET)
    expect(profile).toEqual({ tradition: 'kz', profile: 'law', language: 'ru' })
    expect(outlineOf(act)).toBe(
      `preface | # О путевых знаках | Закон Республики Заречье от 5 мая 2020 года № 12-VI. | ~ СОДЕРЖАНИЕ | ~ Статья 1. Предмет | ~ Статья 2-1. Знаки | ~ Статья 3. Прочее
preamble | Настоящий Закон регулирует знаки.
chapter 1 | # ОБЩИЕ ПОЛОЖЕНИЯ
  article 1 | # Предмет\nрегулирования
    paragraph 1 | Знаки делятся на:
      point 1 | путевые;
      point 2 | прочие, кроме старых (H2O). | ~ Сноска. Статья 1 с изменениями, внесенными Законом РЗ от 01.02.2021 № 3-VII.
  article 2-1 | # Знаки
    paragraph 1 | Виды:
      point a | первый;
      point b | второй.
    paragraph 2 | Иное:
      alinea | одно;
      alinea | другое. | №Знакаб\nв
conclusions | Президент\nРеспублики Заречье | И. ИВАНОВ`,
    )
    expect(looks(act)).toContain('strong: кроме')
    expect(looks(act)).toContain('subscript: 2')
  })

  it('R25: of the United Kingdom: numbers set apart by style alone', () => {
    expect(outlineOf(readHtml(LEGISLATION_UK).act)).toBe(
      `preface | # Signposts Act 2020
section 1 | # Duty to keep signposts
  subsection 1 | A council must keep its signposts—
    paragraph a | upright, and
    paragraph b | legible.
  subsection 2 | This section does not apply to milestones.
section 2 | # Short title
  subsection 1 | This Act may be cited as the Signposts Act 2020.`,
    )
  })

  it('R25: of the European Union: a table for each number', () => {
    expect(outlineOf(readHtml(EURLEX, { language: 'en', profile: 'law' }).act)).toBe(
      `preface | # REGULATION ON SIGNPOSTS
article 1 | # Subject matter
  paragraph 1 | This Regulation lays down:
    point a | rules on posts;
    point b | rules on signs.
article 2 | # Entry into force | This Regulation shall enter into force today.`,
    )
  })
})

describe('HTML of Word and of clipboards', () => {
  it('R26: labels of lists are read as Word shows them, and its own markup is passed over', () => {
    const { act, problems } = readHtml(WORD)
    expect(outlineOf(act)).toBe(
      `chapter 1 | # Знаки
  article 1 | # Предмет
    paragraph 1 | Знаки ставят:
      point 1 | на дорогах;
      point 2 | на тропах.
    paragraph 2 | Знаки хранят.`,
    )
    expect(looks(act)).toEqual(['strong: хранят'])
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('R26: a fragment without a page around it is read', () => {
    expect(
      reads('<span style="font-weight:700">Статья 1.</span> Предмет<div>1. Слова.</div>'),
    ).toBe('article 1 | # Предмет\n  paragraph 1 | Слова.')
  })
})

describe('lists', () => {
  it('R27: are numbered as a browser numbers them: by type, start, value and direction', () => {
    const list =
      '<p>Статья 1. Виды</p><ol start="3"><li>три</li><li value="7">семь</li><li>восемь</li></ol>'
    expect(reads(list)).toBe(
      'article 1 | # Виды\n  paragraph 3 | три\n  paragraph 7 | семь\n  paragraph 8 | восемь',
    )
    const labels = (html: string) => {
      const found: unknown[] = []
      walkUnits(readHtml(`<p>Статья 1. Виды</p>${html}`, RU).act, (unit) =>
        found.push(unit.attrs['label']),
      )
      return found.slice(1)
    }
    expect(labels('<ol type="i"><li>а</li><li>б</li></ol>')).toEqual(['i', 'ii'])
    expect(labels('<ol reversed><li>а</li><li>б</li></ol>')).toEqual(['2', '1'])
    expect(labels('<ol style="list-style-type:upper-roman"><li>а</li></ol>')).toEqual(['I'])
  })

  it('R27: an item that has its number among its words gets no second one', () => {
    expect(reads('<p>Статья 1. Виды</p><ol><li>1) один;</li><li>2) два.</li></ol>')).toBe(
      'article 1 | # Виды\n  point 1 | один;\n  point 2 | два.',
    )
  })

  it('R27: nest as they stand', () => {
    const html =
      '<p>Статья 1. Виды</p><ol><li>Знаки:<ol type="a"><li>один;</li><li>два.</li></ol></li><li>Прочее.</li></ol>'
    expect(reads(html)).toBe(
      'article 1 | # Виды\n  paragraph 1 | Знаки:\n    point a | один;\n    point b | два.\n  paragraph 2 | Прочее.',
    )
  })
})

describe('tables', () => {
  it('R28: keep merged cells, headers and looks', () => {
    const { act } = readHtml(
      '<p>Статья 1. Ставки</p><table><tr><th rowspan="2">№</th><th colspan="2">Ставка</th></tr><tr><td>до</td><td><b>после</b></td></tr></table>',
      RU,
    )
    const table = unitsOf(act)[0]?.lastChild
    expect(table?.type).toBe(schema.nodes.table)
    expect(table?.firstChild?.firstChild?.attrs['rowspan']).toBe(2)
    expect(table?.firstChild?.lastChild?.attrs['colspan']).toBe(2)
    expect(table?.firstChild?.firstChild?.type).toBe(schema.nodes.tableHeader)
    expect(looks(act)).toEqual(['strong: после'])
  })

  it('R28: that only lay out the page are none', () => {
    expect(
      reads('<table><tr><td></td><td><p>Статья 1. Предмет</p><p>1. Слова.</p></td></tr></table>'),
    ).toBe('article 1 | # Предмет\n  paragraph 1 | Слова.')
  })
})

describe('what is no text of the page', () => {
  it('R29: hidden, struck, pictures, code and furniture are left out, each with its place', () => {
    const html = `<title>База</title><nav>Меню</nav><p>Статья 1. Предмет</p><p style="display: none">тайна</p>
<p>1. <del>Старое</del> слово<img alt="формула">.</p><script>x()</script><footer>Контакты</footer>`
    const { act, problems } = readHtml(html, RU)
    expect(outlineOf(act)).toBe('article 1 | # Предмет\n  paragraph 1 | слово.')
    expect(
      problems.map(({ code, source }) => [code, html.slice(source?.start, source?.end)]),
    ).toEqual([
      ['read/page-furniture', '<title>База</title>'],
      ['read/page-furniture', '<nav>Меню</nav>'],
      ['read/hidden-text', '<p style="display: none">тайна</p>'],
      ['read/struck-text', '<del>Старое</del>'],
      ['read/picture', '<img alt="формула">'],
      ['read/page-code', '<script>x()</script>'],
      ['read/page-furniture', '<footer>Контакты</footer>'],
    ])
  })

  it('R29: doubts of the words point into the HTML', () => {
    const html = '<p>Статья 1</p><p>А.</p><p class="x">Статья&nbsp;2Предмет</p><p>Б.</p>'
    const doubt = readHtml(html, RU).problems.find(({ code }) => code === 'read/glued-number')
    expect(html.slice(doubt?.source?.start).startsWith('Статья&nbsp;2')).toBe(true)
  })

  it('R29: every character of every page is in the act or reported', () => {
    for (const html of [ADILET, LEGISLATION_UK, EURLEX, WORD]) {
      const { act, problems } = readHtml(html)
      const all = visibleText(
        html,
        problems.flatMap(({ code, source }) =>
          /read\/(?:page|hidden|struck)/u.test(code) && source ? [source] : [],
        ),
      )
      expect(letters(act.textBetween(0, act.content.size, ' ', ' '))).not.toBe('')
      for (const word of all.split(/\s+/u)) expect(numbersToo(act)).toContain(letters(word))
    }
  })
})

describe('encodings of pages', () => {
  const page = (charset: string) =>
    `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`

  it.each([
    ['windows-1251', [0xd1, 0xf2, 0xe0, 0xf2, 0xfc, 0xff]],
    ['koi8-r', [0xf3, 0xd4, 0xc1, 0xd4, 0xd8, 0xd1]],
  ])('R30: a page that names %s is read by it', (charset, word) => {
    const bytes = new Uint8Array([...new TextEncoder().encode(page(charset)), ...word, 0x20, 0x31])
    const opened = openFile({ name: 'x.html', bytes }, { newId: () => 'x' })
    expect(opened.ok && opened.value.acts[0]?.act.textContent).toBe('')
    expect(opened.ok && outlineOf(opened.value.acts[0]?.act ?? schema.node('act'))).toBe(
      'article 1',
    )
  })

  it('R30: UTF-8 is read as such whatever the page claims', () => {
    const bytes = new TextEncoder().encode(`${page('windows-1251')}Статья 1`)
    const opened = openFile({ name: 'x.html', bytes }, { newId: () => 'x' })
    expect(opened.ok && outlineOf(opened.value.acts[0]?.act ?? schema.node('act'))).toBe(
      'article 1',
    )
  })
})

describe('our own pages', () => {
  it('R31: are read back as the same act', () => {
    const made = actIn(
      'ru',
      preface('Закон', 'Принят'),
      art('1', 'Предмет', para('1', 'Слова:', point('а', 'одно;'))),
      art('44-1', 'Без заголовка'),
    )
    expect(outlineOf(back(made))).toBe(outlineOf(made))
    const files = globSync('../shared/corpora/kz/{constitution/*/a*,laws/ru/Z*}.txt')
    expect(files.length).toBeGreaterThan(4)
    for (const text of [
      ...SAMPLES.map((one) => one.text),
      ...files.map((file) => readFileSync(file, 'utf8')),
    ]) {
      const { act } = read(text)
      expect(shape(back(act))).toEqual(shape(act))
    }
  })
})

describe('footnotes of pages', () => {
  const WORD =
    "<p>Статья 1. Знаки<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a></p><p>1. Слово<a href='#_ftn2' name='_ftnref2'><sup>[2]</sup></a> и дело.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> Первая.</p></div><div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href='#_ftnref2' name='_ftn2'>[2]</a> Вторая.</p><p class=MsoFootnoteText>Ещё.</p></div></div>"
  const PANDOC =
    '<p>Статья 1. Знаки</p><p>1. Слово<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> и дело.</p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Первая.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩</a></p></li></ol></section>'
  const WIKI =
    '<p>Статья 1. Знаки</p><p>1. Слово<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> и дело.</p><ol class="references"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> Первая.</li></ol>'

  it.each([
    ['Word', WORD, 'Статья 1. Знаки \n1 Первая.\n1. Слово  и дело.\n2 Вторая. Ещё.\n'],
    ['Pandoc', PANDOC, 'Статья 1. Знаки\n1. Слово  и дело.\n1 Первая.\n'],
    ['a wiki', WIKI, 'Статья 1. Знаки\n1. Слово  и дело.\n1 Первая.\n'],
  ])('R50: hang on the words that bear their marks, in a page of %s', (_, html, text) => {
    const { act, problems } = readHtml(html)
    expect(canonicalText(act).text).toBe(text)
    expect(problems).toEqual([])
    const notes = footnotesIn(act)
    expect(notes[0]).toEqual({ marker: '1', text: 'Первая.' })
  })

  it('R50: a link to a unit hangs no note, and a note that no words bear stays a note', () => {
    const { act } = readHtml(
      '<p>Статья 4. Ссылки</p><p>1. По <a href="#z5">5</a> статье.</p><p role="doc-footnote">* Без знака.</p><p id="z5">Статья 5. Тема</p><p>1. Слова <a href="#none">1</a>.</p>',
    )
    expect(footnotesIn(act)).toEqual([])
    expect(canonicalText(act).text).toContain('1. По 5 статье.\n* Без знака.\nСтатья 5. Тема')
  })

  it('R51: without links hang on the words where each number stands once, in order', () => {
    const { act, problems } = readHtml(
      '<p>Статья 1. Знаки</p><p>1. Слово[1] и <b>дело[2]</b>, знак<sup>[3]</sup>.</p><p>[1] Первая.</p><p>[2] Вторая<br>ещё.</p><p><sup>[3]</sup>Третья.</p>',
    )
    expect(problems).toEqual([])
    expect(footnotesIn(act)).toEqual([
      { marker: '1', text: 'Первая.' },
      { marker: '2', text: 'Вторая\nещё.' },
      { marker: '3', text: 'Третья.' },
    ])
    expect(act.textContent).toContain('Слово  и дело , знак .')
  })

  it.each([
    ['a number twice in the text', '<p>1. А[1] и б[1].</p><p>[1] Нота.</p>'],
    ['numbers out of order', '<p>1. А[2] и б[1].</p><p>[1] Нота.</p><p>[2] Нота.</p>'],
    ['a number without a note', '<p>1. А[1] и б[2].</p><p>[1] Нота.</p>'],
    ['a note without a number', '<p>1. А[1].</p><p>[1] Нота.</p><p>[2] Нота.</p>'],
    ['a number that stands apart', '<p>1. А [1] и б.</p><p>[1] Нота.</p>'],
    [
      'a number in a table',
      '<table border=1><tr><td>А[1]<td>б<tr><td>в<td>г</table><p>[1] Нота.</p>',
    ],
    ['words behind the notes', '<p>1. А[1].</p><p>[1] Нота.</p><p>Слова.</p>'],
    ['no notes', '<p>1. А[1].</p>'],
  ])('R51: stay where they stand beside %s', (_, body) => {
    const { act, problems } = readHtml(`<p>Статья 1. Знаки</p>${body}`)
    expect(footnotesIn(act)).toEqual([])
    expect(canonicalText(act).text).toContain('[1]')
    expect(problems.filter(({ code }) => code === 'read/lost')).toEqual([])
  })

  it('R31: those of an exported page are read back where they stood', () => {
    const note = (marker: string, text: string) => makeFootnote({ marker, text })
    const { paragraph, table, tableRow, tableCell } = schema.nodes
    const noted = paragraph.create(null, [schema.text('а'), note('*', 'В графе.')])
    const cell = tableCell.create(null, noted)
    const row = tableRow.create(null, [cell, cell])
    const words = [
      schema.text('Слово'),
      note('2', 'О слове.'),
      schema.text(' и дело'),
      note('1', 'О деле.'),
    ]
    const made = makeAct({ id: 'a', language: 'ru', tradition: 'kz', profile: 'law' }, [
      makeUnit(
        { id: unitId('u'), kind: 'article', label: '1' },
        {
          heading: [schema.text('Знаки'), note('1', 'О знаках.')],
          body: [paragraph.create(null, words), table.create(null, [row, row])],
        },
      ),
    ])
    expect(shape(back(made))).toEqual(shape(made))
  })
})

const BY = { author: 'Бюро', date: '2026-01-01T00:00:00Z' }

/** An act as it comes back from its own page. */
function back(act: Act): Act {
  return readHtml(htmlClean(act, aboutAct(act, BY))).act
}

/** Units and blocks without ids. */
function shape(act: Act): unknown {
  return JSON.parse(
    JSON.stringify(act.toJSON(), (key, value) => (key === 'id' ? undefined : value)),
  )
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function numbersToo(act: Act): string {
  const words: string[] = []
  walkUnits(act, (unit) => {
    words.push(String(unit.attrs['num'] ?? ''), String(unit.attrs['label'] ?? ''))
    unit.forEach((child) => {
      if (child.type !== schema.nodes.unit)
        words.push(child.textBetween(0, child.content.size, ' ', ' '))
    })
  })
  return `${letters(words.join(' '))} Статья Глава Article`
}

/** The words of a page by parse5 alone, those of reported ranges left out. */
function visibleText(html: string, reported: readonly { start: number; end: number }[]): string {
  const words: string[] = []
  const visit = (node: Tree.ChildNode): void => {
    const at = node.sourceCodeLocation?.startOffset ?? 0
    if (reported.some(({ start, end }) => start <= at && at < end)) return
    if ('value' in node) words.push(node.value)
    if ('childNodes' in node && node.nodeName !== 'head') node.childNodes.forEach(visit)
  }
  parse(html, { sourceCodeLocationInfo: true }).childNodes.forEach(visit)
  return words.join(' ')
}

import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { BlockRedline, Redline, Segment, UnitRedline } from '#shared/diff/redline.ts'
import { aboutAct, inUtc } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { unchanged } from '#shared/export/page/unchanged.ts'
import { legalText } from '#shared/export/xml-text.ts'
import { type Act, makeParagraph, type Unit, unitsOf } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, actIn, art, chapter, para, preface } from '#test/builders/act.ts'
import { randomRedline } from '#test/builders/random-redline.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }

describe('a Word redline', () => {
  it('X4: marks inserted and deleted words in runs of their own', () => {
    const xml = documentOf(
      edited(words(['kept', 'Срок '], ['deleted', 'два'], ['inserted', 'три'])),
    )
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText xml:space="preserve">два<\/w:delText>/)
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">три<\/w:t>/)
    expect(xml).toContain('<w:r><w:t xml:space="preserve">Срок </w:t></w:r>')
  })

  it('X4: tracks the mark of a paragraph that came, so that rejecting leaves no blank one', () => {
    const xml = documentOf(
      edited({ kind: 'inserted', blockB: makeParagraph('Новый.') }, kept('Прежний.')),
    )
    const [inserted] = paragraphs(xml).filter((p) => p.includes('Новый'))
    expect(inserted).toMatch(/<w:pPr>.*<w:rPr><w:ins [^>]*\/><\/w:rPr>/)
  })

  it('X5: tracks the mark before the last paragraph, whose own no reader can take away', () => {
    const xml = documentOf(
      edited(kept('Прежний.'), { kind: 'inserted', blockB: makeParagraph('Новый.') }),
    )
    const [before, last] = paragraphs(xml).slice(-2)
    expect(before).toMatch(/<w:rPr><w:ins [^>]*\/><\/w:rPr>/)
    expect(last).not.toContain('<w:rPr>')
  })

  it('X6: gives both places of a move one name, and every revision an id of its own', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { redline, draft } = randomRedline(seed)
      const xml = documentOf(redline, draft)
      const names = (tag: string) =>
        [...xml.matchAll(new RegExp(`<w:${tag}RangeStart [^>]*w:name="([^"]+)"`, 'g'))].map(
          ([, name]) => name,
        )
      expect(names('moveFrom').sort()).toEqual(names('moveTo').sort())
      expect(xml).not.toMatch(/RangeStart [^>]*><w:tbl>/)
      expect(new Set(names('moveTo')).size).toBe(names('moveTo').length)
      const ids = [...xml.matchAll(/<w:(?!\w+RangeEnd|bookmarkEnd)\w+ w:id="(\d+)"/g)].map(
        ([, id]) => id,
      )
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('X7: prints a new number as struck and inserted words, without touching what they share', () => {
    const base = act(art('44', 'Срок'))
    const draft = act(art('45', 'Срок'))
    const redline = { units: [pair(first(base), first(draft), 'Статья 44', 'Статья 45')] }
    const xml = documentOf(redline, draft)
    expect(xml).toMatch(/Статья <\/w:t>.*<w:delText[^>]*>44<.*<w:t[^>]*>45<.*> <.*>Срок</)
  })

  it('X8: keeps the earlier look of words whose marks changed', () => {
    const bold = schema.text('слово', [schema.marks.strong.create()])
    const blockB = schema.nodes.paragraph.create(null, bold)
    const xml = documentOf(edited({ kind: 'kept', blockA: makeParagraph('слово'), blockB }))
    expect(xml).toMatch(/<w:rPr><w:b\/><w:bCs\/><w:rPrChange [^>]*><w:rPr><\/w:rPr><\/w:rPrChange>/)
  })

  it('X9: puts a change of table cells into tracked rows, all in one table', () => {
    const cell = (text: string, colspan = 1) =>
      schema.nodes.tableCell.create({ colspan }, makeParagraph(text))
    const table = (...cells: Parameters<typeof schema.nodes.tableRow.create>[1][]) =>
      schema.nodes.table.create(
        null,
        cells.map((row) => schema.nodes.tableRow.create(null, row)),
      )
    const blockA = table([cell('а'), cell('б')])
    const blockB = table([cell('а б', 2)])
    const rows = [
      { kind: 'changed', rowA: blockA.child(0), rowB: blockB.child(0), cells: [] },
    ] as const
    const xml = documentOf(edited({ kind: 'table', blockA, blockB, rows }))
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1)
    expect(xml.match(/<w:trPr><w:del /g)).toHaveLength(1)
    expect(xml.match(/<w:trPr><w:ins /g)).toHaveLength(1)
  })

  it('X10: sets neighbouring changes apart in time where LibreOffice would join their paragraphs', () => {
    const xml = documentOf(
      edited(
        words(['kept', 'Раз'], ['inserted', ' два']),
        words(['inserted', 'Три '], ['kept', 'четыре']),
      ),
    )
    const dates = [...xml.matchAll(/<w:ins [^>]*w:date="([^"]+)"/g)].map(([, date]) => date)
    expect(dates).toEqual(['2026-11-24T08:00:00Z', '2026-11-24T08:02:00Z'])
  })
})

describe('a Word file', () => {
  it('X11: is the same to the byte whenever the same redline is written', () => {
    const { redline, draft } = randomRedline(7)
    const about = aboutAct(draft, BY)
    expect(docxRedline(redline, about)).toEqual(docxRedline(redline, about))
  })

  it('X42: has numbers as literal words in a style of their own, and counts none', () => {
    const xml = documentOf(unchanged(act(para('10-1', 'Слова.'))))
    expect(xml).toContain(
      '<w:r><w:rPr><w:rStyle w:val="UnitNumber"/></w:rPr><w:t xml:space="preserve">10-1.</w:t></w:r>',
    )
    expect(xml).not.toContain('<w:numPr>')
  })

  it('X43: has footnotes as notes of Word, counted where their mark is the next number', () => {
    const note = (marker: string) => schema.nodes.footnote.create({ marker, text: 'см.' })
    const words = schema.nodes.paragraph.create(null, [schema.text('Слова'), note('1'), note('*')])
    const xml = documentOf(edited({ kind: 'kept', blockA: words, blockB: words }))
    expect(xml).toContain('<w:footnoteReference w:id="1"/></w:r>')
    expect(xml).toContain('<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>')
  })

  it('X12: replaces the characters that XML forbids and keeps all others', () => {
    expect(legalText('a\u0000б\uD800в\uFFFE\t\n😀')).toBe('a\uFFFDб\uFFFDв\uFFFD\t\n😀')
    const xml = documentOf(unchanged(act(para('1', 'a\u0001<&>"'))))
    expect(xml).toContain('a\uFFFD&lt;&amp;&gt;&quot;')
  })

  it('X13: tells its language, title, author and time', () => {
    for (const [language, tag] of [
      ['ru', 'ru-RU'],
      ['kk', 'kk-KZ'],
      ['en', 'en-GB'],
    ] as const) {
      const one = actIn(language, preface('Title & more'))
      const parts = partsOf(docxClean(one, aboutAct(one, BY)))
      expect(parts['word/styles.xml']).toContain(`<w:lang w:val="${tag}"`)
      expect(parts['docProps/core.xml']).toContain('<dc:title>Title &amp; more</dc:title>')
      expect(parts['docProps/core.xml']).toContain('<dc:creator>Комиссия</dc:creator>')
      expect(parts['docProps/core.xml']).toContain('2026-11-24T08:00:00Z')
    }
    expect(inUtc('2026-11-24T08:00:00.123Z')).toBe('2026-11-24T08:00:00Z')
  })

  it('X14: styles divisions and articles as headings by their depth', () => {
    const one = act(chapter('1', 'Основы', art('1', 'Предмет', para('1', 'Слова.'))))
    const xml = documentOf(unchanged(one))
    const styles = [...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)
    expect(styles).toEqual(['Heading1', 'Article2', 'BodyText'])
  })
})

function documentOf(redline: Redline, draft: Act = act()): string {
  const parts = partsOf(docxRedline(redline, aboutAct(draft, BY)))
  return parts['word/document.xml'] ?? ''
}

function partsOf(docx: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
}

function paragraphs(xml: string): readonly string[] {
  return xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
}

/** An article whose body changed as the blocks say. */
function edited(...body: readonly BlockRedline[]): Redline {
  const unit = first(act(art('1', 'Предмет')))
  return { units: [{ ...pair(unit, unit, 'Статья 1', 'Статья 1'), kind: 'changed', body }] }
}

function pair(unitA: Unit, unitB: Unit, numA: string, numB: string): UnitRedline {
  const heading = (unit: Unit) => unit.child(0)
  return {
    kind: 'changed',
    unitA,
    unitB,
    numA,
    numB,
    heading: { kind: 'kept', blockA: heading(unitA), blockB: heading(unitB) },
    body: [],
    units: [],
  }
}

function kept(text: string): BlockRedline {
  const block = makeParagraph(text)
  return { kind: 'kept', blockA: block, blockB: block }
}

function words(...runs: readonly (readonly [Segment['kind'], string])[]): BlockRedline {
  const side = (drop: Segment['kind']) =>
    makeParagraph(
      runs
        .filter(([kind]) => kind !== drop)
        .map(([, text]) => text)
        .join(''),
    )
  const segments = runs.map(([kind, text]) => ({ kind, content: makeParagraph(text).content }))
  return { kind: 'words', blockA: side('inserted'), blockB: side('deleted'), segments }
}

function first(one: Act): Unit {
  const [unit] = unitsOf(one)
  if (!unit) throw new Error('the act has a unit')
  return unit
}

import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { printClean } from '#shared/export/print/print.ts'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import type { Act } from '#shared/schema/act.ts'
import { art, chapter, lawIn, para, preface, withId } from '#test/builders/act.ts'
import { printed } from '#test/builders/printed.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
const LEAD = 'Внести в Закон «О выборах» следующие изменения:'
const ALONE = 'Настоящий Закон вводится в действие со дня его опубликования.'
const TITLE = preface('О выборах')
const LAW = lawIn('ru', TITLE, art('1', LEAD, para('1', 'Слово.')), art('2', ALONE))
const HEADED = lawIn('ru', chapter('1', 'Сроки:'), art('1', 'Сроки.', para('1', 'Слово.')))

describe('X102: words on the line of an article’s number that are no heading are set as words', () => {
  it('X102: what leads in the rest of its article, and what is all of it', () => {
    expect(paragraphs(docxClean(LAW, aboutAct(LAW, BY)))).toEqual([
      ['ActTitle', '', 'О выборах'],
      ['ArticleWords1', 'Статья 1.| |', LEAD],
      ['BodyText', '1.| |', 'Слово.'],
      ['ArticleWords1', 'Статья 2.| |', ALONE],
    ])
  })

  it('X102: a heading stays one, with a full stop too where the article says more, and of a chapter', () => {
    expect(paragraphs(docxClean(HEADED, aboutAct(HEADED, BY)))).toEqual([
      ['Heading1', 'Глава 1.| |', 'Сроки:'],
      ['Article1', 'Статья 1.| |', 'Сроки.'],
      ['BodyText', '1.| |', 'Слово.'],
    ])
  })

  it('X102: Word shows the number heavy and the words as text, and the page and the print as well', () => {
    const file = unzipSync(docxClean(LAW, aboutAct(LAW, BY)))
    const styles = strFromU8(file['word/styles.xml'] ?? new Uint8Array())
    expect(styles).toMatch(
      /w:styleId="ArticleWords1">.*?<w:basedOn w:val="Article1"\/>.*?<w:b w:val="0"\/>.*?<\/w:style>/u,
    )
    expect(documentOf(docxClean(LAW, aboutAct(LAW, BY)))).toContain(
      '<w:rStyle w:val="UnitNumber"/><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">Статья 1.</w:t>',
    )
    expect(htmlClean(LAW, aboutAct(LAW, BY))).toMatch(
      new RegExp(`<h\\d class="sentence"><strong>Статья 1\\.</strong> ${LEAD}`, 'u'),
    )
    const { blocks } = printClean(LAW, aboutAct(LAW, BY))
    expect(blocks.map((block) => block.kind === 'paragraph' && [block.role, block.level])).toEqual([
      ['title', 1],
      ['sentence', 2],
      ['text', 0],
      ['sentence', 2],
    ])
  })

  it('X102: read from Word they stand on the line of the number again, in both texts of a redline', () => {
    expect(printed(readBack(docxClean(LAW, aboutAct(LAW, BY))).act)).toEqual(printed(LAW))
    const headed = withHeading(LAW, 'Изменения в Законе «О выборах»')
    for (const [base, draft] of [
      [LAW, headed],
      [headed, LAW],
    ] as const) {
      const file = docxRedline(compareActs(base, draft), aboutAct(draft, BY))
      const read = readBack(file)
      expect(printed(read.act)).toEqual(printed(base))
      expect(printed(read.draft ?? read.act)).toEqual(printed(draft))
      expect(documentOf(file)).toMatch(/<w:pPrChange /u)
    }
  })
})

/** The act with another heading of its first article. */
function withHeading(law: Act, heading: string): Act {
  const [title, first, ...rest] = law.children
  if (!title || !first) throw new Error('an act has units')
  const other = withId(String(first.attrs['id']), art('1', heading))
  const units = first.children.slice(1)
  return law.type.create(law.attrs, [
    title,
    first.type.create(first.attrs, [...other.children, ...units]),
    ...rest,
  ])
}

/** Style, number (its runs parted by bars) and words of each paragraph. */
function paragraphs(file: Uint8Array): readonly (readonly string[])[] {
  return [...documentOf(file).matchAll(/<w:p>.*?<\/w:p>/gu)].map(([xml]) => {
    const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gu)].map(([, run = '']) => ({
      isNumber: run.includes('UnitNumber'),
      words: /<w:t[^>]*>([^<]*)</u.exec(run)?.[1] ?? '',
    }))
    const [, style = ''] = /<w:pStyle w:val="([^"]*)"/u.exec(xml) ?? []
    const number = runs.filter(({ isNumber }) => isNumber).map(({ words }) => `${words}|`)
    const words = runs.filter(({ isNumber }) => !isNumber).map((run) => run.words)
    return [style, number.join(''), words.join('')]
  })
}

function documentOf(file: Uint8Array): string {
  return strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
}

function readBack(file: Uint8Array) {
  let last = 0
  const read = readDocx(file, { newId: () => `r${last++}` })
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

import { describe, expect, it } from 'vitest'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { bodyOf, unitsOf, walkUnits } from '#shared/schema/act.ts'
import { footnotesIn } from '#shared/schema/footnote.ts'
import {
  inList,
  listLevel,
  type WordParts,
  wordFile,
  wordParagraph,
} from '#test/builders/word-file.ts'

function read(parts: WordParts) {
  let last = 0
  const result = readDocx(wordFile(parts), { newId: () => `u${last++}` })
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

/** The lines that the file says. */
function said(parts: WordParts): readonly string[] {
  return read(parts).source.trimEnd().split('\n')
}

const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`

describe('the words of a Word file', () => {
  it('R60: tabs, breaks, hyphens and signs of fonts are the characters that they print', () => {
    const line = said({
      document: run(
        '<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:cr/><w:t>e</w:t>',
      ),
    })
    expect(line).toEqual(['a b c\u2011d≥ e'])
  })

  it('R60: links, content controls, smart tags and simple fields are walked through', () => {
    const r = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
    const document = `<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink>${r('one ')}</w:hyperlink><w:smartTag>${r('two ')}</w:smartTag><w:sdt><w:sdtContent>${r('three ')}</w:sdtContent></w:sdt><w:fldSimple w:instr="PAGE">${r('4')}</w:fldSimple></w:p></w:sdtContent></w:sdt>`
    expect(said({ document })).toEqual(['one two three 4'])
  })

  it('R60: a field prints its result and not its instruction, also inside another', () => {
    const begin = '<w:fldChar w:fldCharType="begin"/>'
    const separate = '<w:fldChar w:fldCharType="separate"/>'
    const end = '<w:fldChar w:fldCharType="end"/>'
    const inner = `${begin}<w:instrText>REF x</w:instrText>${separate}<w:t>hidden</w:t>${end}`
    const document = run(
      `<w:t>see </w:t>${begin}<w:instrText>IF ${'a'}</w:instrText>${inner}${separate}<w:t>Article 5</w:t>${end}`,
    )
    expect(said({ document })).toEqual(['see Article 5'])
    expect(said({ document: run(`<w:t>before </w:t>${begin}<w:t>after</w:t>`) })).toEqual([
      'before after',
    ])
  })

  it('R60: of alternatives for newer and older programs one is read, text boxes behind their paragraph', () => {
    const box = (words: string) =>
      `<wps:txbx><w:txbxContent>${wordParagraph(words)}</w:txbxContent></wps:txbx>`
    const document = run(
      `<w:t>text</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('boxed')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('boxed')}</w:pict></mc:Fallback></mc:AlternateContent>`,
    )
    expect(said({ document })).toEqual(['text', 'boxed'])
  })

  it('R61: what is hidden, said on every page, commented or pictured is told with its words', () => {
    const { problems, source } = read({
      document: `<w:p><w:r><w:t>law</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r><w:r><w:drawing/></w:r></w:p>`,
      comments: `<w:comment w:id="7" w:author="Reader">${wordParagraph('Why so?')}</w:comment>`,
      header: wordParagraph('Draft of Monday'),
    })
    expect(source).toBe('law\n')
    const told = problems.map(({ code, message }) => `${code} ${message}`).join('\n')
    expect(told).toMatch(/docx\/hidden .*“secret”/)
    expect(told).toMatch(/docx\/comment Reader comments: “Why so\?”/)
    expect(told).toMatch(/docx\/page-furniture “Draft of Monday”/)
    expect(told).toMatch(/docx\/object /)
  })

  it('R60: a footnote hangs on its place in the words', () => {
    const { act } = read({
      document:
        '<w:p><w:r><w:t>before</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> after.</w:t></w:r></w:p>',
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${wordParagraph('the note')}</w:footnote>`,
    })
    expect(footnotesIn(act)).toEqual([{ marker: '1', text: 'the note' }])
    expect(act.textContent).toBe('before  after.')
  })

  it('R60: cells over columns and rows are one cell each, and tables in cells stay there', () => {
    const cell = (properties: string, inner: string) =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
    const p = wordParagraph
    const inner = `<w:tbl><w:tr>${cell('', p('in'))}</w:tr></w:tbl><w:p/>`
    const document = `<w:tbl><w:tr>${cell('<w:gridSpan w:val="2"/>', p('wide'))}${cell('<w:vMerge w:val="restart"/>', p('tall'))}</w:tr><w:tr>${cell('', p('a'))}${cell('', inner)}${cell('<w:vMerge/>', '<w:p/>')}</w:tr></w:tbl>`
    const { act } = read({ document })
    const [table] = unitsOf(act).flatMap(bodyOf)
    const shape = table?.children.map((row) =>
      row.children.map(({ attrs, firstChild }) => [
        attrs['colspan'],
        attrs['rowspan'],
        firstChild?.type.name,
      ]),
    )
    expect(shape).toEqual([
      [
        [2, 1, 'paragraph'],
        [1, 2, 'paragraph'],
      ],
      [
        [1, 1, 'paragraph'],
        [1, 1, 'table'],
      ],
    ])
  })
})

describe('the numbers of lists', () => {
  const numbering = (levels: string, more = '') =>
    `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${more}`

  const numbersOf = (levels: string, at: readonly number[], more = '') =>
    said({
      document: at.map((level) => wordParagraph('x', inList(1, level))).join(''),
      numbering: numbering(levels, more),
    }).map((line) => line.replace(/ ?x$/, ''))

  it('R62: count every level, start anew under the next one above, and print all levels they name', () => {
    const levels =
      listLevel(0, 'decimal', 'Статья %1.') +
      listLevel(1, 'decimal', '%1.%2') +
      listLevel(2, 'russianLower', '%3)')
    expect(numbersOf(levels, [0, 1, 2, 2, 1, 2, 0, 1])).toEqual([
      'Статья 1.',
      '1.1',
      'а)',
      'б)',
      '1.2',
      'а)',
      'Статья 2.',
      '2.1',
    ])
  })

  it('R62: have the formats of Word', () => {
    const of = (format: string, count: number) =>
      numbersOf(listLevel(0, format, '%1'), Array<number>(count).fill(0)).at(-1)
    expect(of('upperRoman', 9)).toBe('IX')
    expect(of('lowerLetter', 28)).toBe('bb')
    expect(of('russianLower', 10)).toBe('к')
    expect(of('decimalZero', 3)).toBe('03')
    expect(of('ordinalText', 21)).toBe('Twenty-first')
    expect(of('ordinal', 12)).toBe('12th')
  })

  it('R62: of a level that is legal are all in arabic figures', () => {
    const levels =
      listLevel(0, 'upperRoman', '%1.') + listLevel(1, 'decimal', '%1.%2', '<w:isLgl/>')
    expect(numbersOf(levels, [0, 0, 1])).toEqual(['I.', 'II.', '2.1'])
  })

  it('R62: follow the starts and levels that a list sets anew', () => {
    const own = `<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    const document = [1, 1, 2, 2, 1].map((list) => wordParagraph('x', inList(list, 0))).join('')
    const lines = said({ document, numbering: numbering(listLevel(0, 'decimal', '%1.'), own) })
    expect(lines).toEqual(['1. x', '2. x', '5. x', '6. x', '7. x'])
  })

  it('R62: come from the style of a paragraph and those it is based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    const document = ['A', 'B', 'B']
      .map((style) => wordParagraph('x', `<w:pStyle w:val="${style}"/>`))
      .join('')
    const levels = listLevel(0, 'decimal', '%1.') + listLevel(1, 'lowerLetter', '(%2)')
    expect(said({ document, styles, numbering: numbering(levels) })).toEqual([
      '1. x',
      '(a) x',
      '(b) x',
    ])
  })
})

describe('the units of a Word file', () => {
  it('R64: are those of its words, and where a list counts, of its levels', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${listLevel(0, 'decimal', '%1.')}${listLevel(1, 'decimal', '(%2)')}${listLevel(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    const item = (level: number, words: string) => wordParagraph(words, inList(1, level))
    const heading = '<w:pStyle w:val="H"/>'
    const { act } = read({
      numbering,
      styles: '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/></w:style>',
      document: [
        wordParagraph('Rivers Act', '<w:pStyle w:val="T"/>'),
        wordParagraph('Fishing', heading),
        item(0, 'A person may fish if—'),
        item(1, 'the river is open; and'),
        item(2, 'it is day.'),
        wordParagraph('Boats', heading),
        item(0, 'A boat must be named.'),
      ].join(''),
    })
    const outline: string[] = []
    walkUnits(act, (unit, parents) => {
      const { kind, label } = unit.attrs
      outline.push(`${'-'.repeat(parents.length)}${kind} ${label} ${unit.firstChild?.textContent}`)
    })
    expect(outline).toEqual([
      'preface null Rivers Act',
      'section 1 Fishing',
      '-subsection 1 the river is open; and',
      '--paragraph a it is day.',
      'section 2 Boats',
    ])
  })

  it('R65: units of one paragraph share their id in the two texts, a moved one too', () => {
    const by = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
    const article = (n: number, words: string) =>
      wordParagraph(`Статья ${n}. Имя ${n}`) +
      `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
    const { act, draft } = read({
      document:
        article(1, 'Срок.') +
        `<w:p><w:r><w:t xml:space="preserve">Статья 2. </w:t></w:r><w:del w:id="1" ${by}><w:r><w:delText>Суд</w:delText></w:r></w:del><w:ins w:id="2" ${by}><w:r><w:t>Суды</w:t></w:r></w:ins></w:p>` +
        `<w:p><w:pPr><w:rPr><w:ins w:id="3" ${by}/></w:rPr></w:pPr><w:ins w:id="4" ${by}><w:r><w:t>Статья 2-1. Новая</w:t></w:r></w:ins></w:p>` +
        wordParagraph('Последние слова.'),
    })
    const ids = (of: typeof act) =>
      new Map(unitsOf(of).map(({ attrs }) => [String(attrs['label']), String(attrs['id'])]))
    const [before, after] = [ids(act), ids(draft ?? act)]
    expect(after.get('1')).toBe(before.get('1'))
    expect(after.get('2')).toBe(before.get('2'))
    expect([...before.values()]).not.toContain(after.get('2-1'))
    expect(draft?.attrs['id']).toBe(act.attrs['id'])
  })

  it('R66: tells how many changes are tracked and by whom', () => {
    const { problems } = read({
      document:
        '<w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>a</w:t></w:r></w:ins><w:del w:id="2" w:author="Ben"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>',
    })
    expect(problems.map(({ message }) => message).join()).toMatch(/2 tracked changes by Ann, Ben/)
  })
})

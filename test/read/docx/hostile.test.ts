import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { zipEntries } from '#shared/read/docx/zip.ts'
import { inList, wordFile, wordParagraph } from '#test/builders/word-file.ts'

const read = (bytes: Uint8Array) => {
  let last = 0
  return readDocx(bytes, { newId: () => `u${last++}` })
}

function codeOf(bytes: Uint8Array): string {
  const result = read(bytes)
  return result.ok ? 'read' : result.problem.code
}

describe('hostile Word files', () => {
  it('R67: a bomb is refused by what it says of itself, and by what it unpacks to when it lies', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    expect(codeOf(bomb)).toBe('docx/too-large')
    const liar = zipSync({ 'word/document.xml': new Uint8Array(3 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(liar.buffer)
    const central = liar.length - 22 - 46 - 'word/document.xml'.length
    view.setUint32(central + 24, 1000, true)
    expect(codeOf(liar)).toBe('docx/broken-archive')
  })

  it('R67: torn at any byte, or with any byte turned, it ends in a message and never in a throw', () => {
    const whole = wordFile({ document: wordParagraph('Статья 1. Слова') })
    for (let at = 0; at < whole.length; at += 7) {
      expect(typeof codeOf(whole.subarray(0, at))).toBe('string')
      const turned = whole.slice()
      turned[at] = (turned[at] ?? 0) ^ 0x5a
      expect(typeof codeOf(turned)).toBe('string')
    }
    expect(codeOf(whole.subarray(0, whole.length - 30))).toBe('docx/broken-archive')
  })

  it('R67: document types, and entities with them, are refused', () => {
    const document =
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    expect(codeOf(zipSync({ 'word/document.xml': strToU8(document) }))).toBe('docx/broken-part')
  })

  it('R67: names that lead out of the archive are names of no part', () => {
    const file = wordFile({
      document: wordParagraph('Words'),
      raw: { '../../evil.xml': '<x/>', 'C:\\evil.xml': '<x/>' },
    })
    const entries = zipEntries(file)
    expect(entries.ok && [...entries.value.keys()]).toContain('../../evil.xml')
    expect(codeOf(file)).toBe('read')
  })

  it('R67: without a document it is refused, with any other part broken it is read and that is told', () => {
    expect(codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('docx/no-document')
    const result = read(
      wordFile({
        document: wordParagraph('Words', inList(1, 0)),
        raw: {
          'word/_rels/document.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/numbering" Target="gone.xml"/></Relationships>',
          'word/styles.xml': '<w:styles',
        },
      }),
    )
    expect(result.ok && result.value.problems.map(({ code }) => code)).toContain('docx/broken-part')
    expect(result.ok && result.value.act.textContent).toBe('Words')
  })

  it('R67: styles based on each other and lists that name each other end', () => {
    const style = (id: string, on: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${on}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const result = read(
      wordFile({
        document: wordParagraph('Words', '<w:pStyle w:val="A"/>'),
        styles: style('A', 'B') + style('B', 'A') + style('C', 'C'),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      }),
    )
    expect(result.ok && result.value.act.textContent).toBe('Words')
  })

  it('R67: too many elements inside each other are refused, a million beside each other are read', () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5_000)}${wordParagraph('x')}${'</w:sdtContent></w:sdt>'.repeat(5_000)}`
    expect(codeOf(wordFile({ document: deep }))).toBe('docx/broken-part')
    const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')
    expect(codeOf(wordFile({ document: `<w:p ${attributes}/>${wordParagraph('x')}` }))).toBe('read')
    expect(codeOf(wordFile({ document: '<w:p/>'.repeat(200_000) }))).toBe('read')
  })
})

import { describe, expect, it } from 'vitest'
import { formatOf } from '#shared/open/file-format.ts'
import { openFile } from '#shared/open/open.ts'
import { chosenProfile } from '#shared/read/choice.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) =>
  new Uint8Array([
    0xff,
    0xfe,
    ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ])

function told(name: string, content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? utf8(content) : content
  const format = formatOf({ name, bytes })
  return format.ok ? format.value : format.problem.message
}

describe('the format of a file', () => {
  it.each([
    ['act.txt', 'Статья 1', 'text'],
    ['act', 'Статья 1', 'text'],
    ['act.md', '# Статья 1', 'markdown'],
    ['act.txt', '<!DOCTYPE html><p>Статья 1', 'html'],
    ['act.doc', '\ufeff<html xmlns:o="urn:x"><p>Статья 1', 'html'],
    ['act', '<!-- saved --> <div class="gs_12">Статья 1</div>', 'html'],
    ['act.html', 'Статья <b>1</b>', 'html'],
    ['act.html', 'Статья 1: 2 < 3', 'text'],
    ['act.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'html'],
    ['act.txt', '<?xml version="1.0"?>\n<!-- x -->\n<akomaNtoso xmlns="x">', 'akn'],
    ['act.html', '<an:akomaNtoso xmlns:an="x">', 'akn'],
    ['act.docx', 'PK\u0003\u0004....word/document.xml', 'docx'],
    ['act.zip', 'PK\u0003\u0004....word/document.xml', 'docx'],
    ['act.docx', 'PK\u0003\u0004', 'docx'],
    ['act.txt', 'PK is how the law begins', 'text'],
    ['act.bapta', 'Q\u004b\u0003\u0004manifest.json', 'bapta'],
  ])('R22: of %s with “%s” is told', (name, content, format) => {
    expect(told(name, content)).toBe(format)
  })

  it('R22: is told of UTF-16 too', () => {
    expect(told('act.txt', utf16('<html><p>Статья 1'))).toBe('html')
    expect(told('act.xml', utf16('<?xml version="1.0"?><akomaNtoso>'))).toBe('akn')
  })

  it.each([
    ['law.txt', '%PDF-1.7', /a PDF.*plain text file/u],
    ['law.doc', '\u00d0\u00cf\u0011\u00e0', /older Word.*\.docx/u],
    ['law.rtf', '{\\rtf1', /RTF.*\.docx/u],
    [
      'law.odt',
      'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text',
      /OpenDocument.*LibreOffice/u,
    ],
    ['law.zip', 'PK\u0003\u0004law.txt', /archive.*Unpack/u],
    ['law.png', '\u0089PNG', /a picture/u],
    ['law.jpg', '\u00ff\u00d8\u00ff', /a picture/u],
    ['law.xml', '<?xml version="1.0"?><list/>', /XML.*plain text/u],
    ['law.mht', 'MIME-Version: 1.0', /web archive.*\.html/u],
    ['law.txt', '', /is empty/u],
  ])('R23: %s that opens with “%s” is refused with a remedy', (name, content, says) => {
    const bytes = Uint8Array.from([...content].map((c) => c.charCodeAt(0)))
    expect(told(name, bytes)).toMatch(says)
    expect(told(name, bytes)).toContain('law.')
  })
})

describe('the profile wished for', () => {
  const detected = { tradition: 'kz', profile: 'law', language: 'ru' } as const

  it('R24: prevails, and the nearest is taken where the language has none such', () => {
    expect(chosenProfile(detected)).toEqual(detected)
    expect(chosenProfile(detected, { profile: 'code' }).profile).toBe('code')
    expect(chosenProfile(detected, { language: 'en', profile: 'act' }).tradition).toBe('plain')
    expect(chosenProfile({ ...detected, profile: 'code' }, { language: 'en' })).toEqual({
      tradition: 'kz',
      profile: 'constitution',
      language: 'en',
    })
    expect(chosenProfile(detected, { profile: 'novel' }).tradition).toBe('kz')
  })

  it('R24: is what the file is read under', () => {
    const file = { name: 'x.txt', bytes: utf8('Статья 1. Предмет\n1. Слова.') }
    const opened = openFile(file, { newId: () => 'x', wish: { profile: 'code' } })
    expect(opened.ok && opened.value.acts[0]?.act.attrs['profile']).toBe('code')
  })
})

import { describe, expect, it } from 'vitest'
import { readAkn } from '#shared/akn/read.ts'
import { openFile } from '#shared/open/open.ts'
import { document } from './documents.ts'

function refusal(source: string): string {
  let last = 0
  const result = readAkn(source, { newId: () => `n${last++}` })
  return result.ok ? 'read' : `${result.problem.code} ${result.problem.message}`
}

function opened(name: string, bytes: Uint8Array): string {
  let last = 0
  const result = openFile({ name, bytes }, { newId: () => `n${last++}` })
  return result.ok ? (result.value.acts[0]?.act.textContent ?? '') : result.problem.message
}

const AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'

describe('a hostile document', () => {
  it('A12: with a document type is refused before any entity of it is looked at', () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${AKN}&b;</akomaNtoso>`
    const file = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${AKN}&f;</akomaNtoso>`
    const remote = `<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">${AKN}</akomaNtoso>`
    for (const source of [bomb, file, remote]) expect(refusal(source)).toMatch(/^akn\/doctype /)
  })

  it('A12: with an entity that XML does not have is refused with its line', () => {
    expect(refusal(document('<article><content><p>&nbsp;</p></content></article>'))).toMatch(
      /^akn\/not-well-formed .*line 11/,
    )
  })

  it('A12: nested without end is refused, and not by the stack', () => {
    const deep = `${AKN}${'<section>'.repeat(100_000)}`
    expect(refusal(deep)).toMatch(/^akn\/too-deep /)
  })

  it('A12: with a million attributes is refused', () => {
    const many = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}="1"`).join('')
    expect(refusal(`${AKN}<act${many}></act></akomaNtoso>`)).toMatch(/^akn\/too-many-attributes /)
  })

  it('A12: longer than the bound is refused before it is looked at', () => {
    const result = readAkn(document('<article/>'), {
      newId: () => 'n',
      bounds: { length: 10, depth: 10, attributes: 10 },
    })
    expect(result.ok ? 'read' : result.problem.code).toBe('akn/too-large')
  })

  it.each(['', '<', `${AKN}<act><body>`, `${AKN}<act></body></akomaNtoso>`, `${AKN}<act a=b/>`])(
    'A12: cut off or broken is refused with the place: %s',
    (source) => {
      expect(refusal(source)).toMatch(/^akn\/not-well-formed .*get the whole file again/)
    },
  )

  it('A12: of another format is refused by its root', () => {
    expect(refusal('<html><body/></html>')).toMatch(/^akn\/other-format .*<html>/)
  })

  it('A12: of 100,000 sibling units is read in one pass', () => {
    const point = '<point><num>1)</num><content><p>а</p></content></point>'
    expect(refusal(document(`<article>${point.repeat(100_000)}</article>`))).toBe('read')
  }, 60_000)

  it('A12: a table cell over millions of rows and columns is bounded', () => {
    const cell = '<td colspan="99999999" rowspan="1e9"><p>а</p></td>'
    expect(
      refusal(document(`<article><content><table><tr>${cell}</tr></table></content></article>`)),
    ).toBe('read')
  })

  it('A12: instructions of ours in a document of others mean nothing', () => {
    const body =
      '<article><?bapta unit?><num>Статья 1.</num><content><?bapta block?><p>А.</p></content></article>'
    expect(refusal(document(body))).toBe('read')
  })
})

describe('the encoding of a document', () => {
  const source = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${AKN}<act><body><article><content><p>Суд решает по закону.</p></content></article></body></act></akomaNtoso>`
  const utf16 = (text: string) => {
    const bytes = new Uint8Array(2 + text.length * 2)
    bytes.set([0xff, 0xfe])
    for (let i = 0; i < text.length; i++) {
      bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2)
    }
    return bytes
  }
  const cp1251 = (text: string) =>
    Uint8Array.from(
      [...text].map((sign) => {
        const code = sign.charCodeAt(0)
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
      }),
    )

  it('A13: may be UTF-8, UTF-16 or windows-1251', () => {
    const words = 'Суд решает по закону.'
    expect(opened('a.xml', new TextEncoder().encode(source('UTF-8')))).toBe(words)
    expect(opened('a.akn', utf16(source('UTF-16')))).toBe(words)
    expect(opened('a.xml', cp1251(source('windows-1251')))).toBe(words)
  })

  it('A13: of another name is refused with that name, never guessed', () => {
    expect(opened('a.xml', cp1251(source('koi8-r')))).toContain('“koi8-r”')
  })

  it('A13: with bytes that are no UTF-8 is refused', () => {
    const bytes = new TextEncoder().encode(source('UTF-8'))
    const broken = Uint8Array.from([...bytes.subarray(0, 200), 0xff, 0xd0, ...bytes.subarray(200)])
    expect(opened('a.xml', broken)).not.toBe('Суд решает по закону.')
  })
})

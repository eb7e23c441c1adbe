import { strFromU8, strToU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { validateAkn } from '#desk/akn-validator.ts'
import { wordFile, wordParagraph } from '#test/builders/word-file.ts'
import { exported } from '../bridge/window-asks.ts'
import { desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { ended, hearing } from './hearing.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const BY = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
const TRACKED = `${wordParagraph('Статья 1. Срок')}<w:p><w:r><w:t xml:space="preserve">Срок — </w:t></w:r><w:del w:id="1" ${BY}><w:r><w:delText>два</w:delText></w:r></w:del><w:ins w:id="2" ${BY}><w:r><w:t>три</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> года.</w:t></w:r></w:p>`

function started() {
  const bench = desk(openLibrary(folder.dir))
  const window = bench.connect()
  const imported = async (name: string, bytes: Uint8Array): Promise<string> => {
    const { until } = hearing(window)
    value(await window.importFile({ name, bytes: new Uint8Array(bytes) }))
    const end = await until(ended)
    if (end.kind !== 'job' || end.state.kind !== 'done') throw new Error(JSON.stringify(end))
    return end.state.document
  }
  return { bench, window, imported }
}

describe('a redline as Akoma Ntoso', () => {
  it('J132: marked, is valid, and imported again proposes the same changes', async () => {
    const { bench, window, imported } = started()
    const document = await imported('Срок.docx', wordFile({ document: TRACKED }))
    const asked = { document, form: 'redline', format: 'xml' } as const
    const { name, mime, bytes } = value(await exported(window, asked))
    expect([name, mime]).toEqual([
      expect.stringMatching(/ \(правки\)\.xml$/),
      'application/akn+xml; charset=utf-8',
    ])
    expect(validateAkn(strFromU8(bytes))).toEqual([])
    expect(strFromU8(bytes)).toMatch(/Срок — <del[^>]*>два<\/del><ins[^>]*>три<\/ins> года\./)
    const again = await imported('again.xml', bytes)
    const seen = { document: again, form: 'redline', format: 'html' } as const
    const redline = strFromU8(value(await exported(window, seen)).bytes)
    expect(redline).toMatch(/<del[^>]*>.*два.*<ins[^>]*>.*три/s)
    await bench.close()
  })

  it('J132: as two texts, is both documents in one file, the changes told in the draft', async () => {
    const { bench, window, imported } = started()
    const document = await imported('Срок.docx', wordFile({ document: TRACKED }))
    const asked = { document, form: 'redline', format: 'zip' } as const
    const { name, mime, bytes } = value(await exported(window, asked))
    expect([name, mime]).toEqual([expect.stringMatching(/ \(правки\)\.zip$/), 'application/zip'])
    const entries = unzipSync(bytes)
    const texts = Object.entries(entries).filter(([file]) => file.endsWith('.xml'))
    const [base, draft] = ['base', 'draft'].map((text) => {
      const [, content] = texts.find(([file]) => file.endsWith(`.${text}.xml`)) ?? []
      return strFromU8(content ?? new Uint8Array())
    })
    expect(texts).toHaveLength(2)
    for (const text of [base, draft]) expect(validateAkn(text ?? '')).toEqual([])
    expect(base).toContain('Срок — два года.')
    expect(draft).toContain('Срок — три года.')
    for (const text of [base, draft]) await imported('text.xml', strToU8(text ?? ''))
    expect(value(await window.listDocuments()).length).toBe(3)
    expect(draft).toMatch(/type="substitution".*<bapta:words>два<.*<bapta:words>три</)
    await bench.close()
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { anchorToWords } from '#shared/review/anchor.ts'
import { openThread } from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { convert } from '../../cli/convert.ts'
import { redline } from '../../cli/redline.ts'
import { act, art, para } from '../builders/act.ts'
import { carriedFile } from '../builders/carried-file.ts'
import { value } from '../builders/library.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
const base = act(art('1', 'Срок', para('1', 'Срок два дня.'), para('2', 'Знак стоит.')))
const draft = act(art('1', 'Срок', para('1', 'Срок три дня.'), para('2', 'Знак стоит.')))
const P1 = unitId('article-1/paragraph-1')
const remark = (words: string, from: number, to: number) => ({
  unit: P1,
  words: { text: 0, from, to },
  comments: [{ author: 'Дана', date: BY.date, words }],
  isResolved: false,
})

let dir: string
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-comments-'))
  const about = aboutAct(draft, BY)
  write('base.docx', docxClean(base, about))
  write('said.docx', docxClean(draft, about, [remark('почему?', 5, 8)]))
  write('tracked.docx', docxRedline(compareActs(base, draft), about, [remark('почему?', 5, 8)]))
})
afterAll(() => rmSync(dir, { recursive: true }))

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(path.join(dir, name), bytes)
}

async function run(command: typeof convert, ...args: readonly string[]): Promise<string> {
  const out = path.join(dir, 'out.docx')
  const files = args.map((arg) => (arg.startsWith('--') ? arg : path.join(dir, arg)))
  expect(await command.run(files, { print: () => {}, tell: () => {} })).toBe(0)
  const parts = unzipSync(readFileSync(out))
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const words = text
    .replaceAll('<w:commentRangeStart w:id="0"/>', '‹')
    .replaceAll('<w:commentReference w:id="0"/>', '›')
    .replaceAll(/<w:delText[^>]*>.*?<\/w:delText>|<[^>]*>/g, '')
  const said = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
  return `${words.match(/‹.*›/)?.[0] ?? ''} ${said.replaceAll(/<[^>]*>/g, '').trim()}`
}

describe('--comments', () => {
  it('X99: writes what was said of a Word file into another, and nothing unasked', async () => {
    expect(await run(convert, 'said.docx', 'out.docx', '--comments')).toBe('‹три› почему?')
    expect(await run(convert, 'said.docx', 'out.docx')).toBe(' ')
    // The text without the tracked changes has other words there: the unit is what was spoken of.
    expect(await run(convert, 'tracked.docx', 'out.docx', '--comments')).toBe(
      '‹1. Срок два дня.› почему?',
    )
    const html = convert.run(
      [path.join(dir, 'said.docx'), path.join(dir, 'x.html'), '--comments'],
      { print: () => {}, tell: () => {} },
    )
    await expect(html).rejects.toThrow(/for \.docx/)
  })

  it('X99: writes into a redline what was said of its draft', async () => {
    const out = ['--out', 'out.docx', '--comments']
    expect(await run(redline, 'base.docx', 'said.docx', ...out)).toBe('‹три› почему?')
    expect(await run(redline, 'tracked.docx', ...out)).toBe('‹три› почему?')
  })

  it('X99: writes the threads of a carried draft', async () => {
    const text = seedDraft(draft)
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, text)
    const review = new Y.Doc()
    const anchor = present(anchorToWords(doc, { unit: P1, text: 0, from: 5, to: 8 }), 'words')
    const aida = { id: 'p1', name: 'Аида' }
    value(openThread(review, anchor, { id: 'c1', author: aida, at: 0, words: 'мало' }))
    const parts = { text, review: Y.encodeStateAsUpdate(review) }
    write('law.bapta', await carriedFile(base, parts))
    expect(await run(convert, 'law.bapta', 'out.docx', '--comments')).toBe('‹три› мало')
  })
})

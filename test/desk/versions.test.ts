import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { aboutAct } from '#shared/export/about.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { versionsIn } from '#shared/sync/versions.ts'
import { compact } from '#store/compact.ts'
import { asWriter, type Writer } from '#store/connection.ts'
import { findDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { MIGRATIONS, migrate } from '#store/migrate.ts'
import type { Store } from '#store/open.ts'
import { findPart } from '#store/parts.ts'
import { exported } from '../bridge/window-asks.ts'
import { act, art } from '../builders/act.ts'
import { addAct, desk, openLibrary, replica, tempFolder, value } from '../builders/library.ts'

const text = act(art('1', 'Срок', 'Срок — два дня.'), art('2', 'Место', 'Где угодно.'))
const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'a', text)
})
afterEach(() => folder.remove())

/** Removes an article from the draft, as a window would. */
async function removeArticle(window: Parameters<typeof replica>[0], article: string) {
  const doc = await replica(window, 'a')
  const before = Y.encodeStateVector(doc)
  value(applyEdit(doc, { kind: 'remove', unit: unitId(article) }))
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  value(await window.saveUpdate({ document: 'a', update }))
  doc.destroy()
}

async function page(window: Bridge, version: string): Promise<string> {
  const { act: bytes } = value(await window.readVersion({ document: 'a', version }))
  const named = schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(bytes)))
  return htmlClean(named, aboutAct(named, BY))
}

/** What a later program, whose library has more, finds of the versions. */
function versionsAfterUpgrade() {
  const db = asWriter(new Database(path.join(folder.dir, 'library.db')))
  const later = {
    version: MIGRATIONS.length + 1,
    up: (writer: Writer) => writer.exec('ALTER TABLE documents ADD COLUMN later TEXT'),
  }
  const copyTo = () => path.join(folder.dir, 'copy.db')
  expect(migrate(db, { copyTo, migrations: [...MIGRATIONS, later] }).ok).toBe(true)
  const { key } = present(findDocument(db, 'a'), 'a')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, present(findPart(db, key, 'versions'), 'versions')))
  db.close()
  return versionsIn(doc)
}

function compacted(): void {
  const { key } = present(findDocument(store.db, 'a'), 'a')
  const part = present(findPart(store.db, key, 'versions'), 'versions')
  for (const log of [key, part]) {
    for (let i = 0; i < 3; i++) compact(store.db, log, () => 1)
  }
}

describe('named versions on the desk', () => {
  it('V13: (T16 of the field) a version reads the same after edits, compaction, reopening and migration, and its hash is the same', async () => {
    const bench = desk(store)
    const window = bench.connect()
    await removeArticle(window, 'article-2')
    const { version } = value(await window.nameVersion({ document: 'a', name: ' в комитет ' }))
    const before = await page(window, version)
    const listed = value(await window.listVersions({ document: 'a' }))
    expect(listed).toMatchObject([{ hash: version, name: 'в комитет', state: 'whole' }])
    expect(before).not.toContain('Где угодно')
    await removeArticle(window, 'article-1')
    await bench.close()
    store = openLibrary(folder.dir)
    compacted()
    expect(isLibraryWhole(store.db)).toBe(true)
    const again = desk(store)
    const reader = again.connect()
    expect(await page(reader, version)).toBe(before)
    expect(value(await reader.listVersions({ document: 'a' }))).toEqual(listed)
    await again.close()
    expect(versionsAfterUpgrade()).toMatchObject(listed)
  })

  it('V14: two versions, or one and the draft or the law in force, are compared in a file', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const first = value(await window.nameVersion({ document: 'a', name: 'первая' })).version
    await removeArticle(window, 'article-2')
    const second = value(await window.nameVersion({ document: 'a', name: 'вторая' })).version
    await removeArticle(window, 'article-1')
    const redline = async (from: string, to: string) => {
      const between = { from, to }
      const asked = { document: 'a', form: 'redline', format: 'html', between } as const
      const { bytes } = value(await exported(window, asked))
      const gone = [...new TextDecoder().decode(bytes).matchAll(/<del[^>]*>(.*?)<\/del>/gs)]
      return gone.map(([, words]) => words).join(' ')
    }
    expect(await redline(first, second)).toContain('Где угодно')
    expect(await redline(first, second)).not.toContain('два дня')
    expect(await redline(second, 'draft')).toContain('два дня')
    expect(await redline(second, 'draft')).not.toContain('Где угодно')
    expect(await redline('base', first)).not.toMatch(/два дня|Где угодно/)
    for (const format of ['docx', 'pdf', 'xml'] as const) {
      const between = { from: first, to: second }
      const asked = { document: 'a', form: 'redline', format, between } as const
      expect(value(await exported(window, asked)).bytes.byteLength).toBeGreaterThan(1000)
    }
    const law = { document: 'a', form: 'law', format: 'txt', between: { from: first, to: 'draft' } }
    expect(await exported(window, { ...law, form: 'law', format: 'txt' })).toMatchObject({
      problem: { code: 'desk/no-such-export' },
    })
    await bench.close()
  })

  it('V13: versions stand in no list, and a removed document keeps them', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { version } = value(await window.nameVersion({ document: 'a', name: 'первая' }))
    expect(value(await window.listDocuments()).map(({ id }) => id)).toEqual(['a'])
    expect(await window.openDocument({ document: 'a/versions' })).toMatchObject({ ok: false })
    value(await window.removeDocument({ document: 'a' }))
    expect(await window.listVersions({ document: 'a' })).toMatchObject({ ok: false })
    value(await window.restoreDocument({ document: 'a' }))
    expect(await page(window, version)).toContain('Где угодно')
    await bench.close()
  })

  it('V13, P50: a version survives the repair of a damaged library', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { version } = value(await window.nameVersion({ document: 'a', name: 'первая' }))
    const before = await page(window, version)
    const { key } = present(findDocument(store.db, 'a'), 'a')
    store.db.prepare('UPDATE documents SET title = ? WHERE key = ?').run('испорчено', key)
    await bench.close()
    store = openLibrary(folder.dir)
    expect(store.health.map(({ code }) => code)).toContain('store/library-damaged')
    const again = desk(store)
    expect(await page(again.connect(), version)).toBe(before)
    await again.close()
  })
})

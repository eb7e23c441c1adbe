import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDesk } from '#desk/desk.ts'
import { fileName } from '#desk/exporting/file-name.ts'
import { present } from '#shared/base/assert.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import { draftFault } from '#shared/sync/gate.ts'
import type { Store } from '#store/open.ts'
import { wordFile, wordParagraph } from '#test/builders/word-file.ts'
import { exported } from '../bridge/window-asks.ts'
import { act, art } from '../builders/act.ts'
import {
  addAct,
  clock,
  counter,
  desk,
  mark,
  marksIn,
  openLibrary,
  replica,
  tempFolder,
  value,
} from '../builders/library.ts'
import { ended, hearing } from './hearing.ts'

const constitution = act(art('1', 'Республика', 'Народ есть источник власти.'))
let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'a', constitution)
})
afterEach(() => folder.remove())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const own = (update: Uint8Array) => new Uint8Array(update)

describe('drafts', () => {
  it('J1: answers a save when it is on disk, and gives the draft back whole', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const doc = await replica(window, 'a')
    const saved = value(await window.saveUpdate({ document: 'a', update: own(mark(doc, 'x')) }))
    expect(saved.seq).toBe(2)
    expect(marksIn(store.db, 'a')).toEqual(['x'])
    await bench.close()
    const again = openLibrary(folder.dir)
    expect(marksIn(again.db, 'a')).toEqual(['x'])
    again.close()
  })

  it('J2: commits updates that arrive together in one transaction', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const doc = await replica(window, 'a')
    store.db.exec(
      'CREATE TEMP TABLE seen (n); CREATE TEMP TRIGGER t AFTER INSERT ON updates BEGIN INSERT INTO seen VALUES (1); END',
    )
    const saves = Array.from({ length: 30 }, (_, i) =>
      window.saveUpdate({ document: 'a', update: own(mark(doc, `m${i}`)) }),
    )
    await Promise.resolve()
    expect(store.db.prepare('SELECT count(*) FROM seen').pluck().get()).toBe(0)
    const [first] = saves
    await present(first, 'a save')
    expect(store.db.prepare('SELECT count(*) FROM seen').pluck().get()).toBe(30)
    expect((await Promise.all(saves)).map(value).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 2),
    )
    await bench.close()
  })

  it('J3: tells the other windows of the same document, and only those', async () => {
    const bench = desk(store)
    addAct(store.db, 'b', constitution)
    const [one, two, three] = [bench.connect(), bench.connect(), bench.connect()]
    const doc = await replica(one, 'a')
    const other = await replica(two, 'a')
    await replica(three, 'b')
    const ears = [one, two, three].map((window) => hearing(window).heard)
    two.subscribe((event) => {
      if (event.kind === 'update') Y.applyUpdate(other, event.update)
    })
    value(await one.saveUpdate({ document: 'a', update: own(mark(doc, 'x')) }))
    expect(ears.map((heard) => heard.length)).toEqual([0, 1, 0])
    expect(other.getMap('probe').has('x')).toBe(true)
    await bench.close()
  })

  it('J4: refuses an update that is none, and the draft opens as before', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const refused = await window.saveUpdate({ document: 'a', update: bytesOf('no update at all') })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'desk/bad-update' } })
    expect(draftFault(value(await window.openDocument({ document: 'a' })).state)).toBeNull()
    await bench.close()
  })

  it('J5: (T2 of the field) a draft of a newer program opens read-only and takes no update', async () => {
    const doc = new Y.Doc()
    const bench = desk(store)
    const window = bench.connect()
    Y.applyUpdate(doc, value(await window.openDocument({ document: 'a' })).state)
    const before = Y.encodeStateVector(doc)
    doc.getMap('meta').set('schemaVersion', 99)
    const newer = own(Y.encodeStateAsUpdate(doc, before))
    value(await window.saveUpdate({ document: 'a', update: newer }))
    const opened = value(await window.openDocument({ document: 'a' }))
    expect(draftFault(opened.state)?.message).toContain('99')
    const refused = await window.saveUpdate({ document: 'a', update: own(mark(doc, 'x')) })
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'draft/newer', message: expect.stringContaining('99') },
    })
    expect(value(await window.openDocument({ document: 'a' })).state).toEqual(opened.state)
    await bench.close()
  })

  it('J6: (T5 of the field) a full disk is an answer; what was saved stays, and the same update goes in later', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const doc = await replica(window, 'a')
    value(await window.saveUpdate({ document: 'a', update: own(mark(doc, 'before')) }))
    const pages = Number(store.db.pragma('page_count', { simple: true }))
    store.db.pragma(`max_page_count = ${pages}`)
    const vector = Y.encodeStateVector(doc)
    doc.getMap('probe').set('large', 'x'.repeat(100_000))
    const large = own(Y.encodeStateAsUpdate(doc, vector))
    const refused = await window.saveUpdate({ document: 'a', update: large })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'store/disk-full' } })
    expect(marksIn(store.db, 'a')).toEqual(['before'])
    store.db.pragma('max_page_count = 1000000')
    value(await window.saveUpdate({ document: 'a', update: large }))
    expect(marksIn(store.db, 'a')).toEqual(['before', 'large'])
    await bench.close()
  })

  it('J7: compacts a grown log off the path of saves, and the draft is the same', async () => {
    const bench = desk(store, { compactAt: { rows: 20, bytes: 1_000_000 } })
    const window = bench.connect()
    const doc = await replica(window, 'a')
    for (let i = 0; i < 60; i++)
      value(await window.saveUpdate({ document: 'a', update: own(mark(doc, `m${i}`)) }))
    const upto = () => Number(store.db.prepare('SELECT max(upto) FROM snapshots').pluck().get())
    await expect.poll(upto).toBeGreaterThan(20)
    expect(marksIn(store.db, 'a')).toHaveLength(60)
    await bench.close()
  })
})

describe('the library', () => {
  it('J8: gives the samples once, those in the language of the settings on top', async () => {
    const dir = path.join(folder.dir, 'fresh')
    const options = { dir, now: clock(), newId: counter() }
    const first = await createDesk(options)
    const window = first.connect()
    const listed = value(await window.listDocuments())
    expect(listed).toHaveLength(SAMPLES.length)
    expect(listed.slice(0, 2).map(({ language }) => language)).toEqual(['en', 'en'])
    expect(listed.every(({ sample }) => sample)).toBe(true)
    const removed = present(listed[0], 'a sample').id
    value(await window.removeDocument({ document: removed }))
    await first.close()
    const second = await createDesk(options)
    const again = second.connect()
    expect(value(await again.listDocuments()).map(({ id }) => id)).not.toContain(removed)
    value(await again.restoreDocument({ document: removed }))
    expect(value(await again.listDocuments())).toHaveLength(SAMPLES.length)
    await second.close()
  })

  it('J9: a second desk over the same folder is refused with a sentence', async () => {
    const options = { dir: folder.dir, now: clock(), newId: counter() }
    await expect(createDesk(options)).rejects.toThrow('open in another Bapta')
    store.close()
  })

  it('J10, V1: keeps titles and settings, and the id of its person', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { heard } = hearing(window)
    value(await window.renameDocument({ document: 'a', title: ' Основной закон ' }))
    expect(heard).toEqual([{ kind: 'library' }])
    expect(await window.renameDocument({ document: 'a', title: ' ' })).toMatchObject({ ok: false })
    const { person } = value(await window.readSettings())
    const wanted = {
      language: 'kk',
      theme: 'dark',
      person: { ...person, name: 'Дана' },
      pdf: 'a-2a',
    } as const
    value(await window.writeSettings({ ...wanted, person: { id: 'another', name: 'Дана' } }))
    await bench.close()
    const next = desk(openLibrary(folder.dir))
    const again = next.connect()
    expect(value(await again.listDocuments())[0]?.title).toBe('Основной закон')
    expect(value(await again.readSettings())).toEqual(wanted)
    expect(person.id).not.toBe('')
    await next.close()
  })

  it('J11: answers what it cannot do as data, closed or asked wrongly', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const absent = await window.openDocument({ document: 'none' })
    expect(absent).toMatchObject({ ok: false, problem: { code: 'desk/no-document' } })
    const wrong = await window.openDocument(JSON.parse('{"document":7,"extra":1}'))
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'desk/invalid-input' } })
    window.close()
    const late = await window.listDocuments()
    expect(late).toMatchObject({ ok: false, problem: { code: 'desk/closed' } })
    await bench.close()
  })
})

describe('export', () => {
  it('J16: gives each form under a name that every file system takes', async () => {
    const bench = desk(store)
    const window = bench.connect()
    value(await window.renameDocument({ document: 'a', title: 'Закон: «О/б»' }))
    const redline = await exported(window, { document: 'a', form: 'redline', format: 'docx' })
    expect(value(redline).name).toBe('Закон «О б» (правки).docx')
    expect([...value(redline).bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
    const text = await exported(window, { document: 'a', form: 'clean', format: 'txt' })
    expect(new TextDecoder().decode(value(text).bytes)).toContain('Народ есть источник власти.')
    const none = await exported(window, { document: 'a', form: 'redline', format: 'txt' })
    expect(none).toMatchObject({ problem: { code: 'desk/no-such-export' } })
    expect(fileName({ title: 'CON', language: 'ru' }, 'clean', 'txt')).toBe('Bapta CON.txt')
    expect(fileName({ title: '...', language: 'ru' }, 'clean', 'txt')).toBe('Bapta.txt')
    expect(fileName({ title: 'ы'.repeat(400), language: 'ru' }, 'clean', 'txt')).toHaveLength(94)
    await bench.close()
  })

  it('J20 J120 U155: the tracked changes of a Word file are the draft, and are told as asked', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { until } = hearing(window)
    const by = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
    const document = `${wordParagraph('Статья 1. Срок')}<w:p><w:r><w:t xml:space="preserve">Срок — </w:t></w:r><w:del w:id="1" ${by}><w:r><w:delText>два</w:delText></w:r></w:del><w:ins w:id="2" ${by}><w:r><w:t>три</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> года.</w:t></w:r></w:p>`
    value(await window.importFile({ name: 'x.docx', bytes: own(wordFile({ document })) }))
    const end = await until(ended)
    if (end.kind !== 'job' || end.state.kind !== 'done') throw new Error(JSON.stringify(end))
    const given = { document: end.state.document, format: 'html' } as const
    const redline = value(await exported(window, { ...given, form: 'redline' }))
    expect(new TextDecoder().decode(redline.bytes)).toMatch(/<del[^>]*>.*два.*<ins[^>]*>.*три/s)
    const telling = { moves: 'moves', granularity: 'units' } as const
    const enacted = value(await exported(window, { ...given, form: 'redline', telling }))
    expect(new TextDecoder().decode(enacted.bytes)).toMatch(
      /<del[^>]*>(?:(?!<\/del>).)*года\..*<ins[^>]*>(?:(?!<\/ins>).)*три(?:(?!<\/ins>).)*года\./s,
    )
    const unmarked = { moves: 'moves', granularity: 'words', following: 'unmarked' } as const
    const asked = { ...given, form: 'redline', telling: unmarked } as const
    expect((await exported(window, asked)).ok).toBe(true)
    const inWord = await exported(window, { ...asked, format: 'docx' })
    expect(inWord).toMatchObject({ problem: { code: 'desk/no-such-export' } })
    await bench.close()
  })
})

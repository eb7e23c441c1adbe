import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { listBackups, rotated } from '#store/backup.ts'
import { readSources, resetSource } from '#store/citation-rows.ts'
import { compact } from '#store/compact.ts'
import { asWriter, transact, type Writer } from '#store/connection.ts'
import { type DocumentKey, findDocument } from '#store/documents.ts'
import { draftState, mergedUpdates } from '#store/draft-state.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { logFaults } from '#store/log-faults.ts'
import { MIGRATIONS, migrate, versionOf } from '#store/migrate.ts'
import { openStore } from '#store/open.ts'
import { readQuarantine } from '#store/quarantine.ts'
import { readSnapshots } from '#store/snapshots.ts'
import { appendUpdate, readHead, readUpdates } from '#store/updates.ts'
import { act, art } from '../builders/act.ts'
import {
  addAct,
  addOldAct,
  clock,
  mark,
  marksIn,
  openLibrary,
  tempFolder,
} from '../builders/library.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const now = clock()
const file = () => path.join(folder.dir, 'library.db')
const constitution = act(art('1', 'Республика', 'Народ есть источник власти.'))

/** A document with `count` marks `m0`… in its log. */
function marked(db: Writer, id: string, count: number, from = 0) {
  return marksInto(db, findDocument(db, id)?.key ?? addAct(db, id, constitution), count, from)
}

/** Likewise in a library of an older version, which has fewer columns. */
function oldMarked(db: Writer, id: string, count: number) {
  return marksInto(db, addOldAct(db, id, constitution), count)
}

function marksInto(db: Writer, key: DocumentKey, count: number, from = 0) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, key))
  for (let i = from; i < from + count; i++) {
    const bytes = mark(doc, `m${i}`)
    transact(db, () => appendUpdate(db, key, { bytes, at: now(), origin: 'window' }))
  }
  return key
}

const marks = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`).sort()

describe('the library', () => {
  it('P1: syncs the disk at each commit and keeps a log of writes', () => {
    const store = openLibrary(folder.dir)
    expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(store.db.pragma('synchronous', { simple: true })).toBe(2)
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1)
    const loose = store.db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(loose).toEqual([])
    store.close()
  })

  it('P2: is held by one process; a second is told in a sentence', () => {
    const store = openLibrary(folder.dir)
    const second = openStore({ path: file(), now })
    expect(second).toMatchObject({ ok: false, problem: { code: 'store/locked' } })
    store.close()
    openLibrary(folder.dir).close()
  })

  it('P3: numbers and seals each update behind the one before', () => {
    const store = openLibrary(folder.dir)
    const key = marked(store.db, 'a', 3)
    const rows = readUpdates(store.db, key, 0)
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(rows.slice(1).map(({ prev }) => prev)).toEqual(rows.slice(0, -1).map(({ hash }) => hash))
    expect(logFaults({ head: readHead(store.db, key), snapshots: [], rows })).toEqual([])
    store.close()
  })

  it('P4: keeps an update that came twice once', () => {
    const store = openLibrary(folder.dir)
    const key = addAct(store.db, 'a', constitution)
    const bytes = mark(new Y.Doc(), 'once')
    const first = appendUpdate(store.db, key, { bytes, at: 1, origin: 'window' })
    expect(appendUpdate(store.db, key, { bytes, at: 2, origin: 'window' })).toBe(first)
    expect(readUpdates(store.db, key, 0)).toHaveLength(2)
    store.close()
  })
})

describe('compaction', () => {
  it('V37: keeps what was deleted, so that a state before can be made again', () => {
    const store = openLibrary(folder.dir)
    const key = addAct(store.db, 'a', constitution)
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, draftState(store.db, key))
    doc.on('update', (bytes: Uint8Array) =>
      appendUpdate(store.db, key, { bytes, at: 1, origin: 'window' }),
    )
    doc.getText('probe').insert(0, 'words that went')
    const before = Y.snapshot(doc)
    doc.getText('probe').delete(0, 15)
    expect(compact(store.db, key, now)).toMatchObject({ kind: 'done' })
    const compacted = new Y.Doc({ gc: false })
    Y.applyUpdate(compacted, present(readSnapshots(store.db, key)[0], 'a snapshot').state)
    const made = Y.createDocFromSnapshot(compacted, before)
    expect(made.getText('probe').toString()).toBe('words that went')
    store.close()
  })

  it('P5: makes the state that the log replays to, and keeps the rows since the snapshot before', () => {
    const store = openLibrary(folder.dir)
    const key = marked(store.db, 'a', 40)
    expect(compact(store.db, key, now)).toMatchObject({ kind: 'done', upto: 41 })
    expect(readUpdates(store.db, key, 0)).toHaveLength(41)
    marked(store.db, 'a', 10, 40)
    expect(compact(store.db, key, now)).toMatchObject({ kind: 'done', upto: 51 })
    expect(readUpdates(store.db, key, 0).map(({ seq }) => seq)[0]).toBe(42)
    marked(store.db, 'a', 10, 50)
    expect(compact(store.db, key, now)).toMatchObject({ kind: 'done', upto: 61 })
    expect(readSnapshots(store.db, key).map(({ upto }) => upto)).toEqual([61, 51])
    expect(compact(store.db, key, now)).toEqual({ kind: 'nothing' })
    expect(marksIn(store.db, 'a')).toEqual(marks(60))
    expect(isLibraryWhole(store.db)).toBe(true)
    store.close()
  })

  it('P6: drops nothing when a row is damaged or waits for one that is missing', () => {
    const store = openLibrary(folder.dir)
    const key = marked(store.db, 'a', 3)
    const doc = new Y.Doc()
    mark(doc, 'unsent')
    const bytes = mark(doc, 'sent')
    appendUpdate(store.db, key, { bytes, at: 1, origin: 'window' })
    expect(compact(store.db, key, now)).toEqual({ kind: 'refused', reason: 'incomplete' })
    store.db.prepare('UPDATE updates SET bytes = zeroblob(4) WHERE seq = 2').run()
    expect(compact(store.db, key, now)).toEqual({ kind: 'refused', reason: 'damaged' })
    expect(readUpdates(store.db, key, 0)).toHaveLength(5)
    store.close()
  })

  it('P6: (T5 of the field) rolls back whole when the disk refuses a part of it', () => {
    const store = openLibrary(folder.dir)
    const key = marked(store.db, 'a', 5)
    compact(store.db, key, now)
    marked(store.db, 'a', 5, 5)
    store.db.exec(
      "CREATE TRIGGER fault BEFORE DELETE ON updates BEGIN SELECT RAISE(ABORT, 'fault'); END",
    )
    expect(() => compact(store.db, key, now)).toThrow('fault')
    store.db.exec('DROP TRIGGER fault')
    expect(readSnapshots(store.db, key)).toHaveLength(1)
    expect(readUpdates(store.db, key, 0)).toHaveLength(11)
    expect(isLibraryWhole(store.db)).toBe(true)
    store.close()
  })

  it('P7: merges many updates in groups to the state of one by one', () => {
    const doc = new Y.Doc()
    const updates = Array.from({ length: 200 }, (_, i) => mark(doc, `m${i}`))
    const merged = new Y.Doc()
    Y.applyUpdate(merged, mergedUpdates(updates))
    expect(merged.getMap('probe').toJSON()).toEqual(doc.getMap('probe').toJSON())
  })
})

describe('migrations', () => {
  it.each(MIGRATIONS.slice(1).map(({ version }) => version))(
    'P8: version %i takes over the rows of the one before',
    (version) => {
      const old = asWriter(new Database(file()))
      const copy = path.join(folder.dir, 'copy.db')
      const copyTo = () => copy
      migrate(old, { copyTo, migrations: MIGRATIONS.slice(0, version - 1) })
      const key = oldMarked(old, 'a', 5)
      expect(versionOf(old)).toBe(version - 1)
      const rows = readUpdates(old, key, 0)
      expect(migrate(old, { copyTo, migrations: MIGRATIONS.slice(0, version) })).toEqual({
        ok: true,
        value: { from: version - 1 },
      })
      expect(versionOf(old)).toBe(version)
      expect(readUpdates(old, key, 0)).toEqual(rows)
      expect(isLibraryWhole(old)).toBe(true)
      expect(existsSync(copy)).toBe(true)
      old.close()
    },
  )

  it('P32: version 3 puts the reference index in the place of what version 2 kept of citations', () => {
    const old = asWriter(new Database(file()))
    const copyTo = () => path.join(folder.dir, 'copy.db')
    migrate(old, { copyTo, migrations: MIGRATIONS.slice(0, 2) })
    const key = oldMarked(old, 'a', 1)
    old.prepare("INSERT INTO citation_sources VALUES (?, 'seen')").run(key)
    old
      .prepare(
        "INSERT INTO citations (document, from_unit, from_place, to_document, to_unit, sentence) VALUES (?, 'u', 'p', 'b', 'v', 's')",
      )
      .run(key)
    expect(migrate(old, { copyTo, migrations: MIGRATIONS.slice(0, 3) }).ok).toBe(true)
    expect(readSources(old)).toEqual([])
    expect(old.prepare('SELECT * FROM citations').all()).toEqual([])
    resetSource(old, { document: key, seq: 1, recognizer: 1, names: '' })
    expect(readSources(old)).toHaveLength(1)
    old.prepare('DELETE FROM documents WHERE key = ?').run(key)
    expect(readSources(old)).toEqual([])
    old.close()
  })

  it('P9: (T5 of the field) a fault in a migration leaves the database as it was, with a copy beside it', () => {
    const old = asWriter(new Database(file()))
    const copy = path.join(folder.dir, 'copy.db')
    migrate(old, { copyTo: () => copy, migrations: MIGRATIONS.slice(0, 1) })
    oldMarked(old, 'a', 2)
    const faulty = {
      version: 2,
      up(db: Writer) {
        db.exec('CREATE TABLE half (id INTEGER) STRICT; DROP TABLE snapshots')
        throw new Error('power cut')
      },
    }
    const migrations = [...MIGRATIONS.slice(0, 1), faulty]
    expect(() => migrate(old, { copyTo: () => copy, migrations })).toThrow('power cut')
    expect(versionOf(old)).toBe(1)
    expect(isLibraryWhole(old)).toBe(true)
    expect(existsSync(copy)).toBe(true)
    old.close()
  })

  it('P10: refuses the library of a newer program and the database of another, byte for byte untouched', () => {
    const store = openLibrary(folder.dir)
    store.db.exec("PRAGMA user_version = 99; UPDATE settings SET value = 99 WHERE name = 'version'")
    store.close()
    const newer = readFileSync(file())
    expect(openStore({ path: file(), now })).toMatchObject({ problem: { code: 'store/newer' } })
    expect(readFileSync(file()).equals(newer)).toBe(true)

    const other = path.join(folder.dir, 'other.db')
    const foreign = new Database(other)
    foreign.exec('CREATE TABLE recipes (id)')
    foreign.close()
    const before = readFileSync(other)
    expect(openStore({ path: other, now })).toMatchObject({ problem: { code: 'store/foreign' } })
    expect(readFileSync(other).equals(before)).toBe(true)
  })
})

describe('backups', () => {
  it('P11: (T8 of the field) a backup made while the library is written to opens as a library', async () => {
    const store = openLibrary(folder.dir)
    marked(store.db, 'a', 50)
    const making = store.backUp()
    marked(store.db, 'a', 50, 50)
    const made = await making
    store.close()
    const restored = tempFolder()
    copyFileSync(made, path.join(restored.dir, 'library.db'))
    const copy = openLibrary(restored.dir)
    expect(copy.health).toEqual([])
    expect(marksIn(copy.db, 'a')).toEqual(expect.arrayContaining([...marks(50)]))
    copy.close()
    restored.remove()
  })

  it('P12: keeps the latest three, one a day for a week and one a week for four', () => {
    const hour = 3_600_000
    const start = Date.UTC(2026, 0, 1)
    const times = Array.from({ length: 24 * 60 }, (_, i) => start + i * hour)
    const kept = [...rotated(times)]
    expect(kept.length).toBeLessThanOrEqual(14)
    expect(kept).toEqual(expect.arrayContaining(times.slice(-3)))
    expect(Math.min(...kept)).toBeLessThan(start + (60 - 14) * 24 * hour)
  })

  it('P13: a file that is no database is kept aside and the last backup takes its place', async () => {
    const store = openLibrary(folder.dir)
    marked(store.db, 'a', 5)
    await store.backUp()
    store.close()
    writeFileSync(file(), Buffer.alloc(9000, 'x'))
    const again = openLibrary(folder.dir)
    expect(again.health.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['store/library-damaged', 'store/backup-used']),
    )
    expect(marksIn(again.db, 'a')).toEqual(marks(5))
    const kept = readdirSync(folder.dir).find((name) => name.startsWith('library.damaged-')) ?? ''
    expect(readFileSync(path.join(folder.dir, kept)).equals(Buffer.alloc(9000, 'x'))).toBe(true)
    again.close()
    expect(listBackups(file())).toHaveLength(1)
  })
})

describe('damaged rows', () => {
  it('P14: the newest snapshot damaged: the one before and the log make the same draft', () => {
    const store = openLibrary(folder.dir)
    const key = marked(store.db, 'a', 5)
    compact(store.db, key, now)
    marked(store.db, 'a', 5, 5)
    compact(store.db, key, now)
    marked(store.db, 'a', 5, 10)
    store.db.prepare('UPDATE snapshots SET state = zeroblob(50) WHERE upto = 11').run()
    store.close()
    const again = openLibrary(folder.dir)
    expect(marksIn(again.db, 'a')).toEqual(marks(15))
    expect(again.health.map(({ code }) => code)).toContain('store/draft-repaired')
    expect(readQuarantine(again.db)).toMatchObject([{ noun: 'snapshots', seq: 11 }])
    again.close()
  })

  it('P15: a damaged update comes from the backup', async () => {
    const store = openLibrary(folder.dir)
    marked(store.db, 'a', 9)
    await store.backUp()
    store.db.prepare('UPDATE updates SET bytes = zeroblob(9) WHERE seq = 5').run()
    store.close()
    const again = openLibrary(folder.dir)
    expect(marksIn(again.db, 'a')).toEqual(marks(9))
    expect(again.health.map(({ code }) => code)).toContain('store/draft-repaired')
    expect(readQuarantine(again.db)).toMatchObject([{ noun: 'updates', seq: 5 }])
    again.close()
  })

  it('P16: without a backup the loss is told by number, and the damaged row is kept', () => {
    const store = openLibrary(folder.dir)
    marked(store.db, 'a', 9)
    marked(store.db, 'b', 3)
    store.db.prepare('UPDATE updates SET bytes = zeroblob(9) WHERE document = 1 AND seq = 5').run()
    store.close()
    const again = openLibrary(folder.dir)
    const told = again.health.find(({ code }) => code === 'store/draft-incomplete')
    expect(told?.message).toContain('1 of its 10 saved changes')
    expect(marksIn(again.db, 'b')).toEqual(marks(3))
    expect(readQuarantine(again.db)).toMatchObject([{ noun: 'updates', seq: 5 }])
    expect(isLibraryWhole(again.db)).toBe(true)
    again.close()
  })

  it('P16: rows that vanished from the end of a log are noticed', () => {
    const store = openLibrary(folder.dir)
    marked(store.db, 'a', 9)
    store.db.prepare('DELETE FROM updates WHERE seq > 8').run()
    store.close()
    const again = openLibrary(folder.dir)
    const told = again.health.find(({ code }) => code === 'store/draft-incomplete')
    expect(told?.message).toContain('2 of its 10')
    again.close()
  })
})

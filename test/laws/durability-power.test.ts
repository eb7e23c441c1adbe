import {
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compact } from '#store/compact.ts'
import { asWriter, transact, type Writer } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { MIGRATIONS, migrate, versionOf } from '#store/migrate.ts'
import type { Store } from '#store/open.ts'
import { appendUpdate } from '#store/updates.ts'
import { act, art } from '../builders/act.ts'
import { Chance } from '../builders/chance.ts'
import { addAct, mark, marksIn, openLibrary, tempFolder } from '../builders/library.ts'

/** Bytes before the first frame of a log of writes, and of each frame before its page (SQLite, "WAL file format"). */
const [HEAD, FRAME_HEAD] = [32, 24]

let live: ReturnType<typeof tempFolder>
beforeEach(() => {
  live = tempFolder()
})
afterEach(() => live.remove())

const at = (dir: string, end = '') => path.join(dir, `library.db${end}`)
const sizeOfLog = () => statSync(at(live.dir, '-wal')).size
const chance = new Chance(6)

/** A library whose log of writes is never emptied while it is open. */
function unemptied(): Store {
  const store = openLibrary(live.dir)
  store.db.pragma('wal_autocheckpoint = 0')
  return store
}

function saveMarks(
  db: Writer,
  key: DocumentKey,
  count: number,
  saved: () => void = () => {},
): void {
  const doc = new Y.Doc()
  for (let i = 0; i < count; i++) {
    const bytes = mark(doc, `m${i}`)
    transact(db, () => appendUpdate(db, key, { bytes, at: i, origin: 'window' }))
    saved()
  }
}

const marks = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`).sort()

/** The sizes at which a log may be found after a power cut: each end of a frame from `from` on, and one within each. */
function cuts(db: Writer, from: number): readonly number[] {
  const frame = FRAME_HEAD + Number(db.pragma('page_size', { simple: true }))
  const sizes: number[] = []
  for (let end = HEAD; end <= sizeOfLog(); end += frame) {
    if (end < from) continue
    sizes.push(end)
    if (end < sizeOfLog()) sizes.push(end + 1 + chance.below(frame - 1))
  }
  return sizes
}

/** The library as it is found with a damaged copy of the files of the live one. */
function found<T>(harm: (dir: string) => void, look: (store: Store) => T): T {
  const copy = tempFolder()
  for (const end of ['', '-wal'])
    if (existsSync(at(live.dir, end))) copyFileSync(at(live.dir, end), at(copy.dir, end))
  harm(copy.dir)
  const store = openLibrary(copy.dir)
  try {
    return look(store)
  } finally {
    store.close()
    copy.remove()
  }
}

const cutAt = (size: number) => (dir: string) => truncateSync(at(dir, '-wal'), size)

it('P19: (T6 of the field) power cut at any frame of the log of writes, or within one, takes only what was not acknowledged', () => {
  const store = unemptied()
  const key = addAct(store.db, 'a', act(art('1', 'Статья', 'Норма.')))
  const acknowledged: number[] = []
  const start = sizeOfLog()
  saveMarks(store.db, key, 12, () => acknowledged.push(sizeOfLog()))
  const sizes = cuts(store.db, start)
  expect(sizes.length).toBeGreaterThan(24)
  for (const size of sizes) {
    const count = acknowledged.filter((end) => end <= size).length
    found(cutAt(size), ({ db, health }) => {
      expect(marksIn(db, 'a'), `cut at ${size}`).toEqual(marks(count))
      expect(health).toEqual([])
    })
  }
  store.close()
})

it('P19, P5: (T6 of the field) power cut at any frame of a compaction, or within one, takes nothing', () => {
  const store = unemptied()
  const key = addAct(store.db, 'a', act(art('1', 'Статья', 'Норма.')))
  saveMarks(store.db, key, 30)
  const start = sizeOfLog()
  for (const time of [1, 2]) compact(store.db, key, () => time)
  for (const size of cuts(store.db, start)) {
    found(cutAt(size), ({ db, health }) => {
      expect(marksIn(db, 'a'), `cut at ${size}`).toEqual(marks(30))
      expect(health).toEqual([])
      expect(isLibraryWhole(db)).toBe(true)
    })
  }
  store.close()
})

it('P9: (T5, T6 of the field) power cut at any frame of a migration, or within one, leaves one version or the other, whole', () => {
  const old = asWriter(new Database(at(live.dir)))
  old.pragma('journal_mode = WAL')
  const copyTo = () => path.join(live.dir, 'copy.db')
  migrate(old, { copyTo, migrations: MIGRATIONS.slice(0, 3) })
  const insert = old.prepare(
    `INSERT INTO documents (id, title, language, profile, source, units, sample, created_at, crc)
     VALUES ('a', 'Law', 'en', 'law', 'a.txt', 1, 0, 0, 0)`,
  )
  saveMarks(old, Number(insert.run().lastInsertRowid) as DocumentKey, 9)
  old.pragma('wal_checkpoint(TRUNCATE)')
  old.pragma('wal_autocheckpoint = 0')
  expect(migrate(old, { copyTo }).ok).toBe(true)
  const versions = new Set<number>()
  for (const size of cuts(old, HEAD).filter((_, index) => index % 3 === 0)) {
    const copy = tempFolder()
    for (const end of ['', '-wal']) copyFileSync(at(live.dir, end), at(copy.dir, end))
    cutAt(size)(copy.dir)
    const db = asWriter(new Database(at(copy.dir)))
    versions.add(versionOf(db))
    expect(migrate(db, { copyTo: () => path.join(copy.dir, 'copy.db') }).ok).toBe(true)
    expect(versionOf(db)).toBe(MIGRATIONS.length)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(marksIn(db, 'a')).toEqual(marks(9))
    db.close()
    copy.remove()
  }
  expect(versions.has(3)).toBe(true)
  old.close()
})

/** Places of a log that are damaged, each by a flipped bit and by zeros. */
const PLACES = 30

it(`P19: (T7 of the field) a log of writes damaged at ${PLACES} places, bit or zeros, gives what was saved before, in order`, () => {
  const store = unemptied()
  const key = addAct(store.db, 'a', act(art('1', 'Статья', 'Норма.')))
  const start = sizeOfLog()
  saveMarks(store.db, key, 12)
  for (let n = 0; n < PLACES; n++) {
    const place = start + chance.below(sizeOfLog() - start)
    const flip = (byte: number) => byte ^ (1 << (n % 8))
    for (const [length, harm] of [
      [1, flip],
      [64, () => 0],
    ] as const) {
      found(
        (dir) => spoil(at(dir, '-wal'), place, length, harm),
        ({ db }) => {
          const there = marksIn(db, 'a')
          expect(there, `damaged at ${place}`).toEqual(marks(there.length))
          expect(isLibraryWhole(db)).toBe(true)
        },
      )
    }
  }
  store.close()
})

it(`P19: (T7 of the field) an index of the log of writes damaged at ${PLACES} places is made anew`, () => {
  const store = unemptied()
  const key = addAct(store.db, 'a', act(art('1', 'Статья', 'Норма.')))
  saveMarks(store.db, key, 12)
  for (let n = 0; n < PLACES; n++) {
    found(
      (dir) => {
        copyFileSync(at(live.dir, '-shm'), at(dir, '-shm'))
        const place = chance.below(statSync(at(dir, '-shm')).size)
        spoil(at(dir, '-shm'), place, 1 + chance.below(200), (byte) => byte ^ 255)
      },
      ({ db, health }) => {
        expect(marksIn(db, 'a')).toEqual(marks(12))
        expect(health).toEqual([])
      },
    )
  }
  store.close()
})

function spoil(file: string, from: number, length: number, harm: (byte: number) => number): void {
  const bytes = readFileSync(file)
  for (let i = from; i < Math.min(from + length, bytes.length); i++) bytes[i] = harm(bytes[i] ?? 0)
  writeFileSync(file, bytes)
}

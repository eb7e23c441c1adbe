import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asWriter, transact, type Writer } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { MIGRATIONS, migrate, versionOf } from '#store/migrate.ts'
import { appendUpdate } from '#store/updates.ts'
import { act, art } from '../builders/act.ts'
import { Chance } from '../builders/chance.ts'
import { addOldAct, mark, marksOf, openLibrary, tempFolder } from '../builders/library.ts'

const MIGRATOR = path.join(import.meta.dirname, 'durability-migrator.ts')
const NEWEST = MIGRATIONS.length
/** Kills in the migrations of a library, over all the versions that there were. */
const ROUNDS = 10 * (NEWEST - 1)
const MARKS = 300
const SAVED = Array.from({ length: MARKS }, (_, i) => `m${i}`).sort()

const chance = new Chance(9)
const olds: ReturnType<typeof tempFolder>[] = []
const cache = tempFolder()

beforeAll(() => {
  for (let version = 1; version < NEWEST; version++) olds.push(libraryOf(version))
})
afterAll(() => {
  for (const { remove } of [...olds, cache]) remove()
})

/** A library that was closed by the program of that version. */
function libraryOf(version: number): ReturnType<typeof tempFolder> {
  const folder = tempFolder()
  const db = asWriter(new Database(path.join(folder.dir, 'library.db')))
  db.pragma('journal_mode = WAL')
  migrate(db, { copyTo: () => '', migrations: MIGRATIONS.slice(0, version) })
  const key = addOldAct(db, 'a', act(art('1', 'Республика', 'Народ есть источник власти.')))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, key))
  for (let i = 0; i < MARKS; i++) {
    const bytes = mark(doc, `m${i}`)
    transact(db, () => appendUpdate(db, key, { bytes, at: i, origin: 'window' }))
  }
  db.close()
  return folder
}

it(`P25: (T5 of the field) kill -9 at ${ROUNDS} moments of migrations leaves a whole library, before or after each`, async () => {
  const seen: string[] = []
  /** Milliseconds among which the moment of a kill is drawn: fewer when the migrations ended before it. */
  let span = 40
  let next = load(1)
  for (let round = 0; round < ROUNDS; round++) {
    const { version, dir, child, printed, remove } = next
    next = load(1 + ((round + 1) % (NEWEST - 1)))
    await expect.poll(printed, { timeout: 60_000 }).toContain('ready')
    child.stdin.write('begin\n')
    await after(chance.below(Math.ceil(span)))
    await kill(child)
    span = printed().includes('opened') ? Math.max(4, span * 0.8) : span * 1.2
    const found = versionIn(dir)
    expect(found).toBeGreaterThanOrEqual(version)
    seen.push(found === version ? 'before' : 'after')
    expectWhole(dir)
    remove()
  }
  await kill(next.child)
  next.remove()
  expect(new Set(seen)).toEqual(new Set(['before', 'after']))
}, 600_000)

interface Migrator {
  readonly version: number
  readonly dir: string
  readonly child: ChildProcessWithoutNullStreams
  readonly printed: () => string
  remove(): void
}

/** A program that waits to be told to open a library of the version: it loads while the one before is killed. */
function load(version: number): Migrator {
  const { dir, remove } = tempFolder()
  cpSync(olds[version - 1]?.dir ?? '', dir, { recursive: true })
  const child = spawn(process.execPath, [MIGRATOR, dir], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache.dir },
  })
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  return { version, dir, child, printed: () => printed, remove }
}

async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'close')
}

/** The version that the library is found in, whole. */
function versionIn(dir: string): number {
  return looked(path.join(dir, 'library.db'), (db) => {
    expect(isLibraryWhole(db)).toBe(true)
    return versionOf(db)
  })
}

/** Opened again the library is the newest, and each copy that was made before is whole. */
function expectWhole(dir: string): void {
  const store = openLibrary(dir)
  expect(store.health).toEqual([])
  expect(versionOf(store.db)).toBe(NEWEST)
  expect(marksOf(draftState(store.db, KEY))).toEqual(SAVED)
  store.close()
  const backups = path.join(dir, 'library.backups')
  for (const name of existsSync(backups) ? readdirSync(backups) : [])
    if (name.endsWith('.db'))
      looked(path.join(backups, name), (db) => expect(isLibraryWhole(db), name).toBe(true))
}

const KEY = 1 as DocumentKey

function looked<T>(file: string, look: (db: Writer) => T): T {
  const db = asWriter(new Database(file))
  try {
    expect(marksOf(draftState(db, KEY)), file).toEqual(SAVED)
    return look(db)
  } finally {
    db.close()
  }
}

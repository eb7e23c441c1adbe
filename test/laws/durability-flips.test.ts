import { copyFileSync, cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { readBase } from '#store/bases.ts'
import { compact } from '#store/compact.ts'
import { transact } from '#store/connection.ts'
import { findDocument, type ListedDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { openStore, type Store } from '#store/open.ts'
import { appendUpdate } from '#store/updates.ts'
import { act, art, para } from '../builders/act.ts'
import {
  addAct,
  clock,
  mark,
  marksIn,
  marksOf,
  openLibrary,
  tempFolder,
} from '../builders/library.ts'

const IDS = ['a', 'b', 'c']
/** Damaged copies opened in each law. */
const RUNS = 120
/** A share of the file, everywhere as likely: numbers of the library's own choice crowd about the ends. */
const PLACE = fc.noBias(fc.nat(99_999)).map((n) => n / 100_000)
const whole = tempFolder()
const backedUp = tempFolder()
let expected: ReadonlyMap<string, string>

beforeAll(async () => {
  const store = openLibrary(whole.dir)
  const now = clock()
  for (const id of IDS) {
    const articles = Array.from({ length: 20 }, (_, i) =>
      art(`${i + 1}`, `Статья ${id}`, para('1', `Норма ${i}.`)),
    )
    const key = addAct(store.db, id, act(...articles))
    const doc = new Y.Doc()
    for (let i = 0; i < 60; i++) {
      const bytes = mark(doc, `m${i}`)
      transact(store.db, () => appendUpdate(store.db, key, { bytes, at: now(), origin: 'window' }))
      if (id !== 'c' && i % 20 === 19 && i < 59) compact(store.db, key, now)
    }
  }
  expected = new Map(IDS.map((id) => [id, facts(store, id)]))
  store.close()
  cpSync(whole.dir, backedUp.dir, { recursive: true })
  const copy = openLibrary(backedUp.dir)
  await copy.backUp()
  copy.close()
})

afterAll(() => {
  whole.remove()
  backedUp.remove()
})

/** Everything of a document that a damage must not change unseen. */
function facts(store: Store, id: string): string {
  const row = findDocument(store.db, id)
  if (!row) return 'lost'
  const { title, language, profile }: ListedDocument = row
  const base = Buffer.from(readBase(store.db, row.key) ?? []).toString('base64')
  return JSON.stringify([title, language, profile, base, marksOf(draftState(store.db, row.key))])
}

it('P17: (T7 of the field) a flipped bit anywhere in the file is repaired from the backup, or harmless', () => {
  fc.assert(
    fc.property(PLACE, fc.nat(7), (at, bit) => {
      const opened = openFlipped(backedUp.dir, at, bit)
      for (const id of IDS) expect(facts(opened.store, id)).toBe(expected.get(id))
      expect(isLibraryWhole(opened.store.db)).toBe(true)
      opened.end()
    }),
    {
      numRuns: RUNS,
      examples: knownPlaces(backedUp.dir),
    },
  )
})

it('P18: (T7 of the field) without a backup nothing changes unseen: a document is whole, or the damage is told', () => {
  fc.assert(
    fc.property(PLACE, fc.nat(7), (at, bit) => {
      const opened = openFlipped(whole.dir, at, bit)
      const told = opened.store.health.map(({ message }) => message).join('\n')
      for (const id of IDS)
        if (facts(opened.store, id) !== expected.get(id)) expect(told).toMatch(/damaged/)
      expect(isLibraryWhole(opened.store.db)).toBe(true)
      opened.end()
    }),
    {
      numRuns: RUNS,
      examples: knownPlaces(whole.dir),
    },
  )
})

it('P19: (T6 of the field) a log of writes torn at any byte opens; only what was written behind the tear is missing', () => {
  const live = tempFolder()
  const store = openLibrary(live.dir)
  store.db.pragma('wal_autocheckpoint = 0')
  const key = addAct(store.db, 'a', act(art('1', 'Статья', 'Норма.')))
  const doc = new Y.Doc()
  const wal = path.join(live.dir, 'library.db-wal')
  const sizes: number[] = []
  for (let i = 0; i < 20; i++) {
    const bytes = mark(doc, `m${i}`)
    transact(store.db, () => appendUpdate(store.db, key, { bytes, at: i, origin: 'window' }))
    sizes.push(statSync(wal).size)
  }
  fc.assert(
    fc.property(
      fc.integer({ min: present(sizes[0], 'first'), max: present(sizes.at(-1), 'last') }),
      (size) => {
        const torn = tempFolder()
        copyFileSync(path.join(live.dir, 'library.db'), path.join(torn.dir, 'library.db'))
        copyFileSync(wal, path.join(torn.dir, 'library.db-wal'))
        truncateSync(path.join(torn.dir, 'library.db-wal'), size)
        const again = openLibrary(torn.dir)
        const synced = sizes.filter((end) => end <= size).length
        const marks = Array.from({ length: synced }, (_, i) => `m${i}`).sort()
        expect(marksIn(again.db, 'a')).toEqual(marks)
        expect(again.health).toEqual([])
        again.close()
        torn.remove()
      },
    ),
    { numRuns: 40 },
  )
  store.close()
  live.remove()
})

/** Places that once were not mended, by what stands there, with the bit. */
function knownPlaces(from: string): [number, number][] {
  const bytes = readFileSync(path.join(from, 'library.db'))
  const at = (words: string, behind: number) =>
    (bytes.lastIndexOf(words) + behind + 0.5) / bytes.length
  return [
    [at('title TEXT NOT NULL', 0), 0],
    // SQLite reads on through a name in a check, and refuses to write.
    [at('sample INTEGER NOT NULL CHECK', 1), 1],
    // In a check it reads on through any change of words.
    [at("CHECK (origin IN ('seed', 'window'", 24), 0],
    // In the head of a row: the bytes of an act become a text; the sum of an act is lost.
    [at('{"type":"act"', -2), 0],
    [at('{"type":"act"', -1), 6],
  ]
}

function openFlipped(from: string, at: number, bit: number): { store: Store; end(): void } {
  const damaged = tempFolder()
  cpSync(from, damaged.dir, { recursive: true })
  const file = path.join(damaged.dir, 'library.db')
  const bytes = readFileSync(file)
  const place = Math.floor(at * bytes.length)
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
  writeFileSync(file, bytes)
  const opened = openStore({ path: file, now: clock() })
  if (!opened.ok) throw new Error(`bit ${bit} of byte ${place}: ${opened.problem.message}`)
  return {
    store: opened.value,
    end() {
      opened.value.close()
      damaged.remove()
    },
  }
}

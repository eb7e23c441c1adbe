import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBase } from '#store/bases.ts'
import { transact } from '#store/connection.ts'
import { findDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import type { Store } from '#store/open.ts'
import { appendUpdate } from '#store/updates.ts'
import { act, art, para } from '../builders/act.ts'
import { addAct, clock, mark, marksOf, openLibrary, tempFolder } from '../builders/library.ts'

const IDS = ['a', 'b']
const PAGE = 4096
const now = clock()

/** Closed in order, with a backup and without, and as the power left it: what was saved last is in the log of writes alone. */
const [backedUp, bare, cut] = [tempFolder(), tempFolder(), tempFolder()]
let facts: ReadonlyMap<string, string>

beforeAll(async () => {
  const store = openLibrary(backedUp.dir)
  for (const id of IDS) {
    const articles = Array.from({ length: 12 }, (_, i) =>
      art(`${i + 1}`, `Статья ${id}`, para('1', `Норма ${i}.`)),
    )
    addAct(store.db, id, act(...articles))
    save(store, id, 'm', 20)
  }
  facts = factsIn(store)
  store.close()
  cpSync(backedUp.dir, bare.dir, { recursive: true })
  const again = openLibrary(backedUp.dir)
  await again.backUp()
  for (const id of IDS) save(again, id, 'n', 10)
  cpSync(backedUp.dir, cut.dir, { recursive: true })
  again.close()
})

afterAll(() => {
  for (const each of [backedUp, bare, cut]) each.remove()
})

function save({ db }: Store, id: string, name: string, count: number): void {
  const key = findDocument(db, id)?.key
  if (key === undefined) throw new Error(id)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, key))
  for (let i = 0; i < count; i++) {
    const bytes = mark(doc, `${name}${i}`)
    transact(db, () => appendUpdate(db, key, { bytes, at: now(), origin: 'window' }))
  }
}

function factsIn(store: Store): ReadonlyMap<string, string> {
  return new Map(IDS.map((id) => [id, factsOf(store, id)]))
}

function factsOf({ db }: Store, id: string): string {
  const row = findDocument(db, id)
  if (!row) return 'lost'
  const base = Buffer.from(readBase(db, row.key) ?? []).toString('base64')
  return JSON.stringify([row.title, row.language, base, marksOf(draftState(db, row.key))])
}

type Harm = readonly [what: string, (file: string) => void]

const WHOLE: readonly Harm[] = [
  ['zeroed whole', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  ['truncated to half', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['truncated within its first page', (file) => truncateSync(file, 1000)],
  ['truncated to nothing', (file) => truncateSync(file, 0)],
  ['replaced by other bytes', (file) => writeFileSync(file, 'Not a library. '.repeat(5000))],
  ['gone', (file) => rmSync(file)],
]

/** Zeroed in each of its pages, one at a time. */
function pageHarms(dir: string): readonly Harm[] {
  const pages = statSync(path.join(dir, 'library.db')).size / PAGE
  return Array.from({ length: pages }, (_, page) => [
    `zeroed in page ${page + 1} of ${pages}`,
    (file) => {
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.fill(0, page * PAGE, (page + 1) * PAGE))
    },
  ])
}

interface Found {
  readonly store: Store
  readonly told: readonly string[]
  readonly codes: readonly string[]
}

/** Opens a damaged copy, and looks at what must be so whatever the harm. */
function opened(from: string, [what, harm]: Harm, look: (found: Found) => void): void {
  const copy = tempFolder()
  cpSync(from, copy.dir, { recursive: true })
  const file = path.join(copy.dir, 'library.db')
  harm(file)
  const damaged = existsSync(file) ? readFileSync(file) : undefined
  const backups = contentsOf(path.join(copy.dir, 'library.backups'))
  const store = openLibrary(copy.dir)
  const codes = store.health.map(({ code }) => code)
  const told = store.health.map(({ message }) => message)
  look({ store, told, codes })
  expect(isLibraryWhole(store.db), what).toBe(true)
  if (codes.length > 0) {
    expect(codes[0], what).toBe('store/library-damaged')
    if (damaged) expect(keptIn(copy.dir).equals(damaged), what).toBe(true)
  }
  expect(contentsOf(path.join(copy.dir, 'library.backups')), what).toEqual(backups)
  const after = factsIn(store)
  store.close()
  const again = openLibrary(copy.dir)
  expect(again.health, what).toEqual([])
  expect(factsIn(again), what).toEqual(after)
  again.close()
  copy.remove()
}

function keptIn(dir: string): Buffer {
  const [kept = ''] = readdirSync(dir).filter((name) => /^library\.damaged-.*\.db$/.test(name))
  return readFileSync(path.join(dir, kept))
}

function contentsOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  return new Map(
    readdirSync(folder).map((name) => [
      name,
      readFileSync(path.join(folder, name)).toString('base64'),
    ]),
  )
}

/** All that is gone but `gone`: without a log or a backup, that is a first start. */
const BARE = WHOLE.filter(([what]) => what !== 'gone')

describe('P23: (T7 of the field) a library file that is', () => {
  it.each(WHOLE)('%s is told, kept aside, and taken from the backup', (...harm) => {
    opened(backedUp.dir, harm, ({ store, codes }) => {
      expect(codes[0]).toBe('store/library-damaged')
      for (const id of IDS)
        expect(marksIn(store, id)).toEqual(expect.arrayContaining(marksOfFacts(facts.get(id))))
    })
  })

  it.each(BARE)('%s without a backup is told with what is lost', (...harm) => {
    opened(bare.dir, harm, ({ told, codes }) => {
      expect(codes[0]).toBe('store/library-damaged')
      if (codes.includes('store/library-lost')) return
      for (const id of IDS) expect(told.some((each) => each.includes(titleOf(id)))).toBe(true)
    })
  })

  it.each(WHOLE)(
    '%s after a power cut is mended by the backup and the log of writes',
    (...harm) => {
      opened(cut.dir, harm, ({ store, codes }) => {
        expect(codes[0]).toBe('store/library-damaged')
        for (const id of IDS)
          expect(marksIn(store, id)).toEqual(expect.arrayContaining(marksOfFacts(facts.get(id))))
      })
    },
  )

  it('zeroed in any one of its pages changes no document unseen, and its first page none at all', () => {
    for (const [page, harm] of pageHarms(bare.dir).entries())
      opened(bare.dir, harm, ({ store, told, codes }) => {
        expect(codes, harm[0]).not.toContain('store/library-lost')
        for (const id of IDS) {
          if (factsOf(store, id) === facts.get(id)) continue
          expect(page, harm[0]).toBeGreaterThan(0)
          expect(told.join('\n'), harm[0]).toContain(titleOf(id))
        }
      })
  }, 200_000)
})

function marksIn(store: Store, id: string): readonly string[] {
  return marksOfFacts(factsOf(store, id))
}

function marksOfFacts(found: string | undefined): string[] {
  return found === undefined || found === 'lost' ? [] : JSON.parse(found)[3]
}

function titleOf(id: string): string {
  return JSON.parse(facts.get(id) ?? '[]')[0]
}

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { deskOver } from '#desk/desk.ts'
import { addDocument } from '#desk/library.ts'
import { makeAct, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { compact } from '#store/compact.ts'
import { openStore } from '#store/open.ts'

/** Saved changes a second beside bare SQLite, and the opening of a draft of 10,000 units. */
const UPDATES = 3_000
const UNITS = 10_000
const dir = mkdtempSync(path.join(tmpdir(), 'bapta-bench-'))
const store = opened()
const key = addDocument(store.db, { act: largeAct(), source: 'bench', sample: 0, at: Date.now() })
let ids = 0
const desk = deskOver(store, {
  now: Date.now,
  newId: () => `bench-${++ids}`,
  compactAt: { rows: 1e9, bytes: 1e12 },
})
const window = desk.connect()

const opening = await median(5, () => window.openDocument({ document: 'bench' }))
console.log(`open ${UNITS} units from the seed: ${opening.toFixed(0)} ms`)

const doc = new Y.Doc()
const state = await window.openDocument({ document: 'bench' })
if (state.ok) Y.applyUpdate(doc, state.value.state)
const updates = Array.from({ length: UPDATES * 2 }, (_, i) => typed(i))
const sizeBefore = statSync(path.join(dir, 'library.db')).size

const bare = rate(UPDATES, bareInserts(updates.slice(0, UPDATES)))
const alone = rate(
  UPDATES,
  await timed(async () => {
    for (const update of updates.slice(0, UPDATES))
      await window.saveUpdate({ document: 'bench', update })
  }),
)
const together = rate(
  UPDATES,
  await timed(async () => {
    for (let i = UPDATES; i < UPDATES * 2; i += 50)
      await Promise.all(
        updates.slice(i, i + 50).map((update) => window.saveUpdate({ document: 'bench', update })),
      )
  }),
)
console.log(`bare insert, FULL, one a commit:  ${bare.toFixed(0)}/s`)
console.log(
  `desk, one at a time:              ${alone.toFixed(0)}/s (${(alone / bare).toFixed(2)} of bare)`,
)
console.log(
  `desk, 50 at a time:               ${together.toFixed(0)}/s (${(together / bare).toFixed(2)} of bare)`,
)

store.db.pragma('wal_checkpoint(TRUNCATE)')
const grown = statSync(path.join(dir, 'library.db')).size - sizeBefore
const bytes = updates.reduce((sum, { byteLength }) => sum + byteLength, 0)
console.log(
  `log: ${(grown / updates.length).toFixed(0)} bytes on disk a change of ${(bytes / updates.length).toFixed(0)} bytes`,
)
const tail = await median(3, () => window.openDocument({ document: 'bench' }))
console.log(`open with ${updates.length} changes behind the seed: ${tail.toFixed(0)} ms`)
const compaction = await timed(async () => compact(store.db, key, Date.now))
console.log(`compact them: ${compaction.toFixed(0)} ms`)
const after = await median(5, () => window.openDocument({ document: 'bench' }))
console.log(`open after compaction: ${after.toFixed(0)} ms`)
await desk.close()
const library = await timed(async () => opened().close())
console.log(
  `open and check the library file (${(statSync(path.join(dir, 'library.db')).size / 1e6).toFixed(1)} MB): ${library.toFixed(0)} ms`,
)
rmSync(dir, { recursive: true })

function opened() {
  const result = openStore({ path: path.join(dir, 'library.db'), now: Date.now })
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

function largeAct() {
  const articles = Array.from({ length: UNITS / 10 }, (_, i) => {
    const parts = Array.from({ length: 9 }, (_, j) =>
      makeUnit(
        { id: unitId(`u${i}-${j}`), kind: 'paragraph', label: `${j + 1}` },
        {
          body: [
            makeParagraph('Государственная власть осуществляется на основе закона. '.repeat(2)),
          ],
        },
      ),
    )
    const head = { id: unitId(`u${i}`), kind: 'article', label: `${i + 1}` } as const
    return makeUnit(head, { heading: `Статья о предмете ${i}`, units: parts })
  })
  const attrs = { id: 'bench', language: 'ru', tradition: 'kz', profile: 'law' } as const
  return makeAct(attrs, articles)
}

/** One letter typed, as a window sends it. */
function typed(i: number): Uint8Array<ArrayBuffer> {
  const before = Y.encodeStateVector(doc)
  const text = doc.getText('typing')
  text.insert(Math.min(text.length, i), 'а')
  return new Uint8Array(Y.encodeStateAsUpdate(doc, before))
}

function bareInserts(rows: readonly Uint8Array[]): number {
  const db = new Database(path.join(dir, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE log (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO log (bytes) VALUES (?)')
  const start = performance.now()
  for (const row of rows) insert.run(row)
  const took = performance.now() - start
  db.close()
  return took
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await timed(work))
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

function rate(count: number, milliseconds: number): number {
  return (count / milliseconds) * 1000
}

/**
 * Compacting a room of 10,000 units with 50,000 updates behind them: how long it takes, and how long
 * the other rooms of the server wait meanwhile; in its thread, and on the server's own loop beside it.
 * `node bench/sync-compaction.ts [--postgres URL]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { compactRoom } from '#server/sync/room-compactor.ts'
import { makeSnapshot } from '#server/sync/room-snapshot.ts'
import { createSnapshotThread, type SnapshotThread } from '#server/sync/snapshot-thread.ts'
import { openSyncDatabase } from '#server/sync/sync-database.ts'
import { present } from '#shared/base/assert.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { headingText, unitMaps } from '#shared/sync/shape.ts'
import { appendUpdates, isSnapshotWhole } from '#store/sync/room-log.ts'
import { longAct, sentence } from './long-act.ts'

const UPDATES = 50_000
const PEOPLE = 5

const { values } = parseArgs({ options: { postgres: { type: 'string' } } })
const dir = mkdtempSync(path.join(tmpdir(), 'bapta-compaction-'))
const { postgres } = values
const opened = await openSyncDatabase(postgres ? { postgres } : { dir, use: 'server' })
if (!opened.ok) throw new Error(opened.problem.message)
const db = opened.value

const updates = typing()
const onTheLoop: SnapshotThread = {
  make: (room) => makeSnapshot(db, room),
  isWhole: (snapshot) => isSnapshotWhole(db, snapshot),
  stop: async () => {},
}
const rows: Record<string, Record<string, string | number>> = {}
for (const [name, snapshots] of [
  ['on the loop', onTheLoop],
  ['in its thread', createSnapshotThread(db.reader)],
] as const) {
  const room = `${name.replaceAll(' ', '-')}-${process.pid}/text`
  await appendUpdates(
    db,
    updates.map((bytes) => ({ room, bytes, member: 'load', at: 0 })),
  )
  await pause(100)
  const loop = watchLoop()
  // The first turn is what the next ones are measured from.
  await pause(50)
  const started = performance.now()
  const outcome = await compactRoom({ db, snapshots, now: Date.now }, room)
  rows[`${name}: ${outcome}`] = { ms: Math.round(performance.now() - started), ...loop() }
  await snapshots.stop()
}
console.log(`${updates.length} updates, ${db.kind}`)
console.table(rows)
await db.close()
rmSync(dir, { recursive: true })

/** A draft of 10,000 units that five people type in, as the updates that reach its room. */
function typing(): readonly Uint8Array[] {
  const seed = seedDraft(longAct({ articles: 1000, paragraphs: 9, words: () => sentence(20) }))
  const taken = [seed]
  const docs = Array.from({ length: PEOPLE }, () => {
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, seed)
    doc.on('update', (bytes: Uint8Array) => taken.push(bytes))
    return doc
  })
  for (let n = 0; taken.length <= UPDATES; n++) {
    const units = unitMaps(present(docs[n % PEOPLE], 'a writer'))
    // A person writes some sixty letters in one article, and goes on to another.
    const article = present(units.get(`a${((n / PEOPLE / 60) | 0) % 1000}`), 'an article')
    const text = present(headingText(article), 'its heading')
    if (n % 7 === 6) text.delete(text.length - 1, 1)
    else text.insert(text.length, 'w')
  }
  return taken
}

/** The longest wait of the loop, and the longest work between two turns, which a busy machine hardly changes. */
function watchLoop(): () => Record<string, number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let work = 0
  let before = process.threadCpuUsage()
  const turns = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    work = Math.max(work, (user + system) / 1000)
    before = process.threadCpuUsage()
  }, 1)
  return () => {
    clearInterval(turns)
    delay.disable()
    return { 'longest wait ms': Math.round(delay.max / 1e6), 'longest work ms': Math.round(work) }
  }
}

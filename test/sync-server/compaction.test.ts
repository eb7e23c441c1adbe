import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compactRoom } from '#server/sync/room-compactor.ts'
import { createSnapshotThread, type SnapshotThread } from '#server/sync/snapshot-thread.ts'
import { openSyncDatabase } from '#server/sync/sync-database.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { appendUpdates, readRoom, type StoredRoom } from '#store/sync/room-log.ts'
import { tempFolder, value } from '../builders/library.ts'
import { type Services, startServices } from './services.ts'

const ROOM = 'law/text'
/** More than are marked or dropped between two turns. */
const UPDATES = 600

let services: Services
beforeAll(async () => {
  services = await startServices()
})
afterAll(() => services.end())

describe.each(['SQLite', 'Postgres'] as const)('on %s', (kind) => {
  let db: SyncDatabase
  let snapshots: SnapshotThread
  let clean = () => {}
  beforeAll(async () => {
    const { dir, remove } = tempFolder()
    clean = remove
    const place = kind === 'SQLite' ? { dir, use: 'server' as const } : services
    db = value(await openSyncDatabase(place))
    snapshots = createSnapshotThread(db.reader)
  })
  afterAll(async () => {
    await snapshots.stop()
    await db.close()
    clean()
  })

  it('G4: a compaction that ends at any of its steps loses nothing, and the next one finishes it', async () => {
    const doc = new Y.Doc()
    let steps = 0
    for (let cut = 0; ; cut++) {
      await write(db, doc, cut === 0 ? UPDATES : 5)
      const faulty = { db: failingAt(db, cut), snapshots, now: Date.now }
      const outcome = await compactRoom(faulty, ROOM).catch((fault: Error) => fault.message)
      expect(wordsIn(await readRoom(db, ROOM))).toBe(doc.getText('words').toString())
      if (outcome === 'done') break
      expect(outcome).toBe(`cut at ${cut}`)
      steps++
      await db.run(
        'UPDATE sync_snapshots SET sha256 = state WHERE id = (SELECT max(id) FROM sync_snapshots)',
      )
      expect(wordsIn(await readRoom(db, ROOM))).toBe(doc.getText('words').toString())
      await write(db, doc, 1)
      expect(await compactRoom({ db, snapshots, now: Date.now }, ROOM)).toBe('done')
      expect(wordsIn(await readRoom(db, ROOM))).toBe(doc.getText('words').toString())
      await write(db, doc, UPDATES)
    }
    expect(steps).toBeGreaterThan(4)
  })

  it('D17: the loop turns while a snapshot is made, and between what is written of it', async () => {
    await write(db, new Y.Doc(), UPDATES, 'turns/text')
    let turn = 0
    let turning = setImmediate(function next() {
      turn++
      turning = setImmediate(next)
    })
    let made = 0
    const watching = {
      ...snapshots,
      make: async (room: string) => {
        const before = turn
        const snapshot = await snapshots.make(room)
        made += turn - before
        return snapshot
      },
    }
    const written: number[] = []
    const counting: SyncDatabase = {
      ...db,
      run(sql, values) {
        if (sql.startsWith('UPDATE sync_updates')) written.push(turn)
        return db.run(sql, values)
      },
    }
    const parts = { db: counting, snapshots: watching, now: Date.now }
    // A single answer may come before the loop has turned once.
    for (let times = 0; times < 20; times++) await watching.make('turns/text')
    expect(await compactRoom(parts, 'turns/text')).toBe('done')
    clearImmediate(turning)
    expect(made).toBeGreaterThan(0)
    expect(written).toHaveLength(2)
    expect(new Set(written).size).toBe(2)
  })

  it('G4: of two that compact one room at once, one does', async () => {
    const doc = new Y.Doc()
    await write(db, doc, 3, 'twice/text')
    const made = await snapshots.make('twice/text')
    const same = { ...snapshots, make: async () => made }
    const parts = { db, snapshots: same, now: Date.now }
    const outcomes = await Promise.all([0, 1].map(() => compactRoom(parts, 'twice/text')))
    expect(outcomes.toSorted()).toEqual(['done', 'overtaken'])
  })

  it('P6: a snapshot that does not read back as written goes, and nothing else', async () => {
    const doc = new Y.Doc()
    await write(db, doc, 3, 'bad/text')
    const before = await readRoom(db, 'bad/text')
    const doubting = { ...snapshots, isWhole: async () => false }
    const parts = { db, snapshots: doubting, now: Date.now }
    await expect(compactRoom(parts, 'bad/text')).rejects.toThrow('did not read back')
    expect(await readRoom(db, 'bad/text')).toEqual(before)
  })
})

/** A database whose `cut`th statement fails, and with it its transaction. */
function failingAt(db: SyncDatabase, cut: number): SyncDatabase {
  let count = 0
  const failing =
    (run: SyncDatabase['run']): SyncDatabase['run'] =>
    (sql, values) =>
      count++ === cut ? Promise.reject(new Error(`cut at ${cut}`)) : run(sql, values)
  return {
    ...db,
    run: failing(db.run),
    transact: (work) => db.transact((inside) => work({ run: failing(inside.run) })),
  }
}

async function write(db: SyncDatabase, doc: Y.Doc, count: number, room = ROOM): Promise<void> {
  const updates: Uint8Array[] = []
  const take = (bytes: Uint8Array) => updates.push(bytes)
  doc.on('update', take)
  for (let n = 0; n < count; n++) doc.getText('words').insert(0, 'w')
  doc.off('update', take)
  await appendUpdates(
    db,
    updates.map((bytes) => ({ room, bytes, member: 'a', at: 0 })),
  )
}

function wordsIn({ state, updates }: StoredRoom): string {
  const doc = new Y.Doc()
  for (const update of [...(state ? [state] : []), ...updates.map(({ bytes }) => bytes)])
    Y.applyUpdate(doc, update)
  return doc.getText('words').toString()
}

import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSnapshotThread } from '#server/sync/snapshot-thread.ts'
import { openSyncDatabase } from '#server/sync/sync-database.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { tempFolder, value } from '../builders/library.ts'

let db: SyncDatabase
let clean = () => {}
beforeEach(async () => {
  const { dir, remove } = tempFolder()
  clean = remove
  db = value(await openSyncDatabase({ dir, use: 'server' }))
})
afterEach(async () => {
  await db.close()
  clean()
})

it('G39: a program that waits for nothing but the end of the thread goes on behind it', () => {
  const script = `
    import { createSnapshotThread } from '#server/sync/snapshot-thread.ts'
    const thread = createSnapshotThread(${JSON.stringify(db.reader)})
    await thread.isWhole(0)
    const made = thread.make('law/text').catch(({ message }) => message)
    await thread.stop()
    console.log(await made)`
  const cwd = path.resolve(import.meta.dirname, '../..')
  const told = execFileSync(process.execPath, ['-e', script], { cwd })
  expect(String(told)).toBe('the thread of snapshots was stopped\n')
})

it('G39: a thread that was stopped starts for no order', async () => {
  const thread = createSnapshotThread(db.reader)
  await thread.stop()
  await expect(thread.make('law/text')).rejects.toThrow('was stopped')
  await expect(thread.isWhole(0)).rejects.toThrow('was stopped')
})

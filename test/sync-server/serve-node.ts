import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { openSyncDatabase, type SyncPlace } from '#server/sync/sync-database.ts'
import { startSyncServer } from '#server/sync/sync-server.ts'

/**
 * Sync servers in a process of their own, for tests that kill it: one over each place named. Says
 * nothing until a line comes, so that it may be loaded ahead; then where each serves, a line each.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    postgres: { type: 'string' },
    redis: { type: 'string' },
    port: { type: 'string', default: '0' },
    rows: { type: 'string', default: '500' },
  },
})
const { data, postgres, redis } = values
const places: readonly SyncPlace[] = [
  ...(data === undefined ? [] : [{ dir: data, use: 'server' as const }]),
  ...(postgres === undefined ? [] : [{ postgres }]),
]
process.stdin.once('data', async () => {
  for (const place of places) {
    const db = await openSyncDatabase(place)
    if (!db.ok) throw new Error(db.problem.message)
    const { address } = await startSyncServer({
      db: db.value,
      host: '127.0.0.1',
      port: Number(values.port),
      redis,
      now: Date.now,
      newId: randomUUID,
      log: () => {},
      compactAt: { rows: Number(values.rows), bytes: 1_000_000 },
    })
    process.stdout.write(`${address}\n`)
  }
})
// The test is gone: nobody would end it.
process.stdin.once('end', () => process.exit(1))

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { openSyncDatabase } from './sync-database.ts'
import { startSyncServer } from './sync-server.ts'

/** The sync server that a desk starts for its network; it ends with the desk. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '.' }, port: { type: 'string' } },
})

try {
  const db = await openSyncDatabase({ dir: values.data, use: 'server' })
  if (!db.ok) throw new Error(db.problem.message)
  const server = await startSyncServer({
    db: db.value,
    host: '0.0.0.0',
    port: values.port === undefined ? undefined : Number(values.port),
    now: Date.now,
    newId: randomUUID,
    log: (where, fault) => process.stderr.write(`${where}: ${String(fault)}\n`),
  })
  process.once('disconnect', async () => {
    await server.close()
    await db.value.close()
    process.exit(0)
  })
  const port = Number(new URL(server.address).port)
  process.send?.({ address: server.address, port, token: server.ownerToken ?? null })
} catch (fault) {
  process.send?.({ fault: fault instanceof Error ? fault.message : String(fault) })
  process.exitCode = 1
  process.disconnect?.()
}

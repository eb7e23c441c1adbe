import pg from 'pg'
import type { Statements, SyncDatabase, Value } from './database.ts'
import { createTables } from './tables.ts'

/** Postgres' number of the type `int8`, which the client would give as text. */
const INT8 = 20

/** Milliseconds that a connection or a statement may take before it counts as lost. */
const PATIENCE = 5000

/**
 * Opens a Postgres database by its `postgres://` address; `synchronous_commit` is forced, so that a
 * commit is on the disk. Rejects where it cannot be reached.
 */
export async function openPostgres(url: string): Promise<SyncDatabase> {
  const pool = poolOf(url, 8)
  const db: SyncDatabase = {
    kind: 'postgres',
    reader: { kind: 'postgres', url },
    ...statements(pool),
    async transact(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      const handleLoss = () => {}
      client.on('error', handleLoss)
      try {
        await client.query('BEGIN')
        const done = await work(statements(client))
        await client.query('COMMIT')
        return done
      } catch (fault) {
        await client.query('ROLLBACK').catch((lost: Error) => {
          broken = lost
        })
        throw fault
      } finally {
        client.off('error', handleLoss)
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
  try {
    await createTables(db)
  } catch (fault) {
    await pool.end()
    throw fault
  }
  return db
}

/** One connection of another thread, which only reads. */
export function readPostgres(url: string): Statements {
  return statements(poolOf(url, 1))
}

function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE * 2,
    options: '-c synchronous_commit=on',
    types: {
      getTypeParser: (type, format) =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format ?? 'text'),
    },
  })
  // A connection that breaks while idle is replaced at the next statement, which tells if it cannot be.
  pool.on('error', () => {})
  return pool
}

function statements(client: Pick<pg.ClientBase, 'query'>): Statements {
  return {
    async run<Row>(sql: string, values: readonly Value[] = []) {
      let at = 0
      const text = sql.replace(/\?/g, () => `$${++at}`)
      const { rows } = await client.query(text, values.map(sendable))
      return rows as readonly Row[]
    },
  }
}

/** A view of a larger buffer, which the client takes for an array of numbers otherwise. */
function sendable(value: Value): Value {
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value
}

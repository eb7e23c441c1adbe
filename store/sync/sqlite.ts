import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { type Reader, statement } from '../connection.ts'
import { lockLibrary } from '../lock.ts'
import { connect } from '../open.ts'
import type { Statements, SyncDatabase, Value } from './database.ts'
import { createTables } from './tables.ts'

/** `server`: for the one process that serves; `aside`: for a command beside it. */
export type SyncUse = 'server' | 'aside'

/** Opens `sync.db` in `dir`, made when it is not there. */
export async function openSqlite(dir: string, use: SyncUse): Promise<Result<SyncDatabase>> {
  mkdirSync(dir, { recursive: true })
  const file = path.join(dir, 'sync.db')
  const lock = use === 'server' ? lockLibrary(file) : undefined
  if (lock && !lock.ok) return fail(problem('store/locked:server', { dir }))
  const db = connect(file)
  const opened = serialized(db, file, () => {
    db.close()
    lock?.value.release()
  })
  try {
    await createTables(opened)
  } catch (fault) {
    await opened.close()
    throw fault
  }
  return ok(opened)
}

/** One connection for all: what is asked during a transaction waits for its end. */
function serialized(db: Reader, file: string, close: () => void): SyncDatabase {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }
  const inside: Statements = { run: async (sql, values = []) => rowsOf(db, sql, values) }
  return {
    kind: 'sqlite',
    reader: { kind: 'sqlite', file },
    run: (sql, values) => inTurn(() => inside.run(sql, values)),
    transact: (work) =>
      inTurn(async () => {
        db.exec('BEGIN IMMEDIATE')
        try {
          const done = await work(inside)
          db.exec('COMMIT')
          return done
        } catch (fault) {
          if (db.inTransaction) db.exec('ROLLBACK')
          throw fault
        }
      }),
    close: () => inTurn(async () => close()),
  }
}

/** The rows of one statement. */
export function rowsOf<Row>(db: Reader, sql: string, values: readonly Value[]): readonly Row[] {
  const prepared = statement<Value[], Row>(db, sql)
  if (prepared.reader) return prepared.all(...values)
  prepared.run(...values)
  return []
}

import Database from 'better-sqlite3'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { sqliteCode } from './connection.ts'

/** Holds a library for this process until it is released or the process ends, however it ends. */
export interface Lock {
  release(): void
}

/**
 * Takes the library at `path` for this process. The lock is the operating system's, on a file beside
 * the library, so none is left behind by a process that was killed.
 */
export function lockLibrary(path: string): Result<Lock> {
  let db: Database.Database | undefined
  try {
    db = new Database(`${path}.lock`, { timeout: 0 })
    db.exec('BEGIN EXCLUSIVE')
  } catch (fault) {
    db?.close()
    const code = sqliteCode(fault)
    if (code === undefined) throw fault
    return fail(
      code.startsWith('SQLITE_BUSY')
        ? problem('store/locked')
        : problem('store/unreachable', { path }),
    )
  }
  const held = db
  return ok({ release: () => held.close() })
}

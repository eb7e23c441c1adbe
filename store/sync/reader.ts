import Database from 'better-sqlite3'
import { asReader } from '../connection.ts'
import type { ReaderPlace, Statements } from './database.ts'
import { rowsOf } from './sqlite.ts'

/** A connection of another thread, which only reads. */
export async function openSyncReader(place: ReaderPlace): Promise<Statements> {
  if (place.kind === 'postgres') {
    const { readPostgres } = await import('./postgres.ts')
    return readPostgres(place.url)
  }
  const db = asReader(new Database(place.file, { readonly: true, fileMustExist: true }))
  db.pragma('busy_timeout = 5000')
  return { run: async (sql, values = []) => rowsOf(db, sql, values) }
}

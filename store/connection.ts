import type Database from 'better-sqlite3'

/** A connection that answers questions. */
export type Reader = Database.Database & { readonly __reads: true }

/** The one connection of a library that changes it. */
export type Writer = Reader & { readonly __writes: true }

/** Brands a connection; only the code that opens one may call this. */
export function asWriter(db: Database.Database): Writer {
  return db as Writer
}

export function asReader(db: Database.Database): Reader {
  return db as Reader
}

const prepared = new WeakMap<Reader, Map<string, Database.Statement>>()

/**
 * The statement of `sql` on this connection, prepared once. `Row` is what the columns of the STRICT
 * tables it reads promise.
 */
export function statement<Parameters extends unknown[], Row = never>(
  db: Reader,
  sql: string,
): Database.Statement<Parameters, Row> {
  const known = prepared.get(db) ?? new Map<string, Database.Statement>()
  prepared.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql)
  known.set(sql, found)
  return found as unknown as Database.Statement<Parameters, Row>
}

/** Runs `work` in one transaction that is committed and synced when this returns, or undone whole. */
export function transact<T>(db: Writer, work: () => T): T {
  return db.transaction(work).immediate()
}

/** SQLite's own name of a fault, `SQLITE_FULL`; undefined for any other error. */
export function sqliteCode(fault: unknown): string | undefined {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined
}

/** Faults of the disk or of other programs, which say nothing of what the file holds. */
const OUTSIDE = /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|PERM|NOMEM|INTERRUPT)/

/**
 * Whether a question that a whole library answers shows the file to be damaged: a table or column
 * that is missing counts, since the schema lies in the file too.
 */
export function isDamage(fault: unknown): boolean {
  const code = sqliteCode(fault)
  return code !== undefined && !OUTSIDE.test(code)
}

/**
 * Bytes of their own: a Buffer, or a view of a larger buffer, means something else to some carriers.
 * They are copied only out of a larger buffer: a long law is megabytes, and a window waits for it.
 */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes)
}

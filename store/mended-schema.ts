import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { asReader, asWriter, type Reader } from './connection.ts'
import { makeLibrary } from './migrate.ts'
import { readableRows } from './remains.ts'

/** A table or index as the schema of a file tells it, with the page that it begins on. */
export interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly rootpage: number
  readonly sql: string | null
}

const PAGE = 4096

/** More tables and indexes than a library has. */
const MOST_ROWS = 127

/** The schema that a file tells, as far as it can be read. */
export function schemaIn(file: string): readonly SchemaRow[] {
  const db = openUnsafe(file)
  try {
    return schemaOf(asReader(db))
  } finally {
    db.close()
  }
}

/** The schema of a library that was just made: where it lays its tables is where each such library has them. */
export function newSchema(): readonly SchemaRow[] {
  const db = asWriter(new Database(':memory:'))
  try {
    makeLibrary(db)
    return schemaOf(db)
  } finally {
    db.close()
  }
}

function schemaOf(db: Reader): readonly SchemaRow[] {
  return readableRows<SchemaRow>(db, 'sqlite_schema', MOST_ROWS).filter(
    ({ type, name, rootpage }) =>
      (type === 'table' || type === 'index') && typeof name === 'string' && rootpage > 1,
  )
}

/**
 * Writes the bytes of the header that every library of ours has, by the SQLite file format; a size of
 * 0 pages means that the file's own size counts.
 */
export function mendHeader(file: string): void {
  const header = Buffer.alloc(24)
  header.write('SQLite format 3\0', 'latin1')
  header.writeUInt16BE(PAGE, 16)
  header.set([2, 2, 0, 64, 32, 32], 18)
  overwrite(file, [
    [0, header],
    [28, Buffer.alloc(4)],
    [44, Buffer.from([0, 0, 0, 4])],
    [56, Buffer.from([0, 0, 0, 1])],
  ])
}

/** Has a file tell `schema` in the place of its own, on pages behind all that it has. */
export function writeSchema(file: string, schema: readonly SchemaRow[]): void {
  // What the log of writes holds of the first page would come over what is written there.
  const logged = openUnsafe(file)
  try {
    logged.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    logged.close()
  }
  mendHeader(file)
  // The first page as that of a table without rows, of a file without free pages.
  const empty = Buffer.alloc(PAGE - 100)
  empty.set([13, 0, 0, 0, 0, PAGE >> 8, 0])
  overwrite(file, [
    [32, Buffer.alloc(8)],
    [100, empty],
  ])
  growTo(file, Math.max(...schema.map(({ rootpage }) => rootpage)) * PAGE)
  const db = openUnsafe(file)
  try {
    const insert = db.prepare(
      'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (@type, @name, @tbl_name, @rootpage, @sql)',
    )
    // An index before its table would be a damaged schema again.
    for (const row of schema.toSorted(
      (a, b) => Number(b.type === 'table') - Number(a.type === 'table'),
    ))
      insert.run(row)
  } finally {
    db.close()
  }
}

/** A connection that bears with a schema which is not whole, and may write to it. */
function openUnsafe(file: string): Database.Database {
  const db = new Database(file)
  db.unsafeMode()
  db.pragma('writable_schema = ON')
  return db
}

function overwrite(file: string, places: readonly (readonly [at: number, bytes: Buffer])[]): void {
  const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT)
  try {
    for (const [at, bytes] of places) writeSync(descriptor, bytes, 0, bytes.length, at)
  } finally {
    closeSync(descriptor)
  }
}

/** To whole pages, and at least to `size`. */
function growTo(file: string, size: number): void {
  const descriptor = openSync(file, 'r+')
  try {
    const whole = Math.ceil(fstatSync(descriptor).size / PAGE) * PAGE
    ftruncateSync(descriptor, Math.max(whole, size))
  } finally {
    closeSync(descriptor)
  }
}

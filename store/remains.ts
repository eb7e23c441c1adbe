import Database from 'better-sqlite3'
import type { BaseRow } from './bases.ts'
import { sameBytes, sha256 } from './checksum.ts'
import { asReader, asWriter, isDamage, type Reader, sqliteCode } from './connection.ts'
import { type DocumentRow, sealOf } from './documents.ts'
import { makeLibrary } from './migrate.ts'
import type { QuarantinedRow } from './quarantine.ts'
import type { SnapshotRow } from './snapshots.ts'
import type { Head, UpdateRow } from './updates.ts'

/** What can still be read of a library file, whole or not. */
export interface Remains {
  readonly documents: readonly DocumentRow[]
  readonly bases: readonly BaseRow[]
  readonly heads: readonly Head[]
  readonly updates: readonly UpdateRow[]
  readonly snapshots: readonly SnapshotRow[]
  readonly settings: readonly SettingRow[]
  readonly quarantine: readonly QuarantinedRow[]
}

export interface SettingRow {
  readonly name: string
  readonly value: string
}

/** Reads every row that the file still gives; undefined if it gives none. */
export function readRemains(file: string): Remains | undefined {
  let db: Database.Database | undefined
  try {
    // Who only reads is shown more of a damaged schema.
    db = new Database(file, { readonly: true, fileMustExist: true })
    db.pragma('cell_size_check = ON')
    const reader = asReader(db)
    const remains = {
      documents: rowsOf<DocumentRow>(reader, 'documents'),
      bases: rowsOf<BaseRow>(reader, 'bases'),
      heads: rowsOf<Head>(reader, 'heads'),
      updates: rowsOf<UpdateRow>(reader, 'updates'),
      snapshots: rowsOf<SnapshotRow>(reader, 'snapshots'),
      settings: rowsOf<SettingRow>(reader, 'settings'),
      quarantine: rowsOf<QuarantinedRow>(reader, 'quarantine'),
    }
    const { documents, bases, updates, settings } = remains
    return [documents, bases, updates, settings].some((rows) => rows.length > 0)
      ? remains
      : undefined
  } catch (fault) {
    if (sqliteCode(fault) === undefined) throw fault
    return undefined
  } finally {
    db?.close()
  }
}

/** Whether the row's facts are as they were written. */
export function isSealedDocument(row: DocumentRow): boolean {
  return sealOf(row) === row.crc
}

export function isWholeBase(row: BaseRow): boolean {
  return sameBytes(sha256(row.act), row.sha256)
}

/** Rows beyond which none is looked for when a table does not tell its last. */
const FAR = 2 ** 24

/** Reads of one table at most: a damaged page costs some 2 log₂ of its rows. */
const MOST_PROBES = 50_000

/** Reads after which a table that gave no row gives none: no page holds so many rows that one damaged page hides the rest. */
const FRUITLESS = 1000

/**
 * The rows of a table with the columns that a library of this program has, each value of its column's
 * type: damage to names or to types of values is not to be met further on, where checksums find it.
 */
function rowsOf<Row extends object>(db: Reader, table: string): readonly Row[] {
  const columns = columnsOf(table)
  return readableRows<Row>(db, table).map((row) => {
    const isNamed = Object.keys(row).every((name) => columns.some((column) => column.name === name))
    const entries = Object.entries(row).map(([name, value], i) => {
      const column = columns.find((one) => (isNamed ? one.name === name : one === columns[i]))
      return column ? [column.name, ofType(column, value)] : [name, value]
    })
    return Object.fromEntries(entries) as Row
  })
}

interface Column {
  readonly name: string
  readonly type: 'INTEGER' | 'TEXT' | 'BLOB'
  readonly notnull: 0 | 1
}

function ofType({ type, notnull }: Column, value: unknown): unknown {
  if (value === null && !notnull) return null
  const text = typeof value === 'string' || Buffer.isBuffer(value) ? value.toString() : ''
  switch (type) {
    case 'INTEGER':
      return typeof value === 'number' ? value : 0
    case 'TEXT':
      return text
    case 'BLOB':
      return Buffer.isBuffer(value) ? value : Buffer.from(text)
  }
}

const known = new Map<string, readonly Column[]>()

/** In the order of the table. */
function columnsOf(table: string): readonly Column[] {
  const remembered = known.get(table)
  if (remembered) return remembered
  const db = asWriter(new Database(':memory:'))
  try {
    makeLibrary(db)
    const columns = db
      .prepare<[], Column>(`SELECT name, type, "notnull" FROM pragma_table_info('${table}')`)
      .all()
    known.set(table, columns)
    return columns
  } finally {
    db.close()
  }
}

/** In the order of their rowid, around pages that cannot be read. */
export function readableRows<Row>(db: Reader, table: string, far = FAR): readonly Row[] {
  const all = attempt(() =>
    db.prepare<[], Row>(`SELECT * FROM ${table} NOT INDEXED ORDER BY rowid`).all(),
  )
  if (all) return all
  const range = attempt(() =>
    db.prepare<[number, number], Row>(
      `SELECT * FROM ${table} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
    ),
  )
  if (!range) return []
  const last = attempt(() => db.prepare(`SELECT max(rowid) FROM ${table}`).pluck().get())
  const rows: Row[] = []
  let probes = 0
  const read = (from: number, to: number): void => {
    if (from > to || ++probes > (rows.length > 0 ? MOST_PROBES : FRUITLESS)) return
    const found = attempt(() => range.all(from, to))
    if (found) rows.push(...found)
    else if (from < to) {
      const middle = Math.floor((from + to) / 2)
      read(from, middle)
      read(middle + 1, to)
    }
  }
  read(0, typeof last === 'number' ? last : far)
  return rows
}

/** Undefined: the page that it needs is damaged. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (fault) {
    if (isDamage(fault)) return undefined
    throw fault
  }
}

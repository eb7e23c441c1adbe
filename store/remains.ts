import Database from 'better-sqlite3'
import type { BaseRow } from './bases.ts'
import { sameBytes, sha256 } from './checksum.ts'
import { asReader, isDamage, type Reader, sqliteCode } from './connection.ts'
import { type DocumentRow, sealOf } from './documents.ts'
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
    db = new Database(file, { fileMustExist: true })
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

/** The rows of a table in the order of their rowid, around pages that cannot be read. */
function rowsOf<Row>(db: Reader, table: string): readonly Row[] {
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
    if (from > to || ++probes > MOST_PROBES) return
    const found = attempt(() => range.all(from, to))
    if (found) rows.push(...found)
    else if (from < to) {
      const middle = Math.floor((from + to) / 2)
      read(from, middle)
      read(middle + 1, to)
    }
  }
  read(0, typeof last === 'number' ? last : FAR)
  return rows
}

/** Undefined: the page that it needs is damaged. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (fault) {
    if (isDamage(fault)) return undefined
    throw fault
  }
}

import { createHash } from 'node:crypto'
import { crcOf, sameBytes } from './checksum.ts'
import { type Reader, statement, type Writer } from './connection.ts'
import type { DocumentKey } from './documents.ts'

/**
 * Where an update came from: the fork of the base, a window, another person's desk, the repair of a damaged library; `lost`
 * marks the place of one that could not be repaired.
 */
export type UpdateOrigin = 'seed' | 'window' | 'remote' | 'recovered' | 'lost'

/** One row of a draft's log. `seq` runs from 1 without gaps; `hash` seals the row and all before it. */
export interface UpdateRow {
  readonly document: DocumentKey
  readonly seq: number
  readonly at: number
  readonly origin: UpdateOrigin
  readonly bytes: Uint8Array
  readonly crc: number
  readonly prev: Uint8Array
  readonly hash: Uint8Array
}

export interface Head {
  readonly document: DocumentKey
  readonly seq: number
  readonly hash: Uint8Array
  readonly changed_at: number
}

export interface NewUpdate {
  readonly bytes: Uint8Array
  readonly at: number
  readonly origin: UpdateOrigin
}

/** What the first row of a log follows. */
export const GENESIS: Uint8Array = new Uint8Array(32)

/** Appends to the log; an update that it holds already keeps the number it has. */
export function appendUpdate(db: Writer, document: DocumentKey, update: NewUpdate): number {
  const crc = crcOf(update.bytes)
  const known = seqOf(db, document, update.bytes, crc)
  if (known !== undefined) return known
  const head = readHead(db, document)
  const prev = head?.hash ?? GENESIS
  const seq = (head?.seq ?? 0) + 1
  insertRow(db, sealed({ document, seq, ...update }, prev))
  return seq
}

/** Writes a row as it is, and makes it the head. */
export function insertRow(db: Writer, row: UpdateRow): void {
  statement<[UpdateRow]>(
    db,
    `INSERT INTO updates (document, seq, at, origin, bytes, crc, prev, hash)
     VALUES (@document, @seq, @at, @origin, @bytes, @crc, @prev, @hash)`,
  ).run(row)
  writeHead(db, { document: row.document, seq: row.seq, hash: row.hash, changed_at: row.at })
}

export function writeHead(db: Writer, head: Head): void {
  statement<[Head]>(
    db,
    `INSERT INTO heads (document, seq, hash, changed_at) VALUES (@document, @seq, @hash, @changed_at)
     ON CONFLICT (document) DO UPDATE SET seq = @seq, hash = @hash, changed_at = @changed_at`,
  ).run(head)
}

export function readHead(db: Reader, document: DocumentKey): Head | undefined {
  return statement<[DocumentKey], Head>(db, 'SELECT * FROM heads WHERE document = ?').get(document)
}

/** The rows behind `after`, in order. */
export function readUpdates(
  db: Reader,
  document: DocumentKey,
  after: number,
): readonly UpdateRow[] {
  return statement<[DocumentKey, number], UpdateRow>(
    db,
    `SELECT document, seq, at, origin, bytes, crc, prev, hash FROM updates
     WHERE document = ? AND seq > ? ORDER BY seq`,
  ).all(document, after)
}

/** Rows and bytes of the log behind `after`. */
export function logSize(
  db: Reader,
  document: DocumentKey,
  after: number,
): { readonly rows: number; readonly bytes: number } {
  const size = statement<[DocumentKey, number], { rows: number; bytes: number }>(
    db,
    `SELECT count(*) AS rows, coalesce(sum(length(bytes)), 0) AS bytes FROM updates
     WHERE document = ? AND seq > ?`,
  ).get(document, after)
  return size ?? { rows: 0, bytes: 0 }
}

export function dropUpdates(db: Writer, document: DocumentKey, upto: number): void {
  statement<[DocumentKey, number]>(db, 'DELETE FROM updates WHERE document = ? AND seq <= ?').run(
    document,
    upto,
  )
}

/** The row with its checksum and its seal behind `prev`. */
export function sealed(row: Omit<UpdateRow, 'crc' | 'prev' | 'hash'>, prev: Uint8Array): UpdateRow {
  return { ...row, crc: crcOf(row.bytes), prev, hash: sealHash(row, prev) }
}

/** SHA-256 over the row before and everything in this one. */
export function sealHash(
  row: Pick<UpdateRow, 'document' | 'seq' | 'at' | 'origin' | 'bytes'>,
  prev: Uint8Array,
): Uint8Array {
  return createHash('sha256')
    .update(prev)
    .update(`${row.document} ${row.seq} ${row.at} ${row.origin}\n`)
    .update(row.bytes)
    .digest()
}

function seqOf(
  db: Reader,
  document: DocumentKey,
  bytes: Uint8Array,
  crc: number,
): number | undefined {
  const rows = statement<[DocumentKey, number], Pick<UpdateRow, 'seq' | 'bytes'>>(
    db,
    'SELECT seq, bytes FROM updates WHERE document = ? AND crc = ?',
  ).all(document, crc)
  return rows.find((row) => sameBytes(row.bytes, bytes))?.seq
}

import { sameBytes, sha256 } from './checksum.ts'
import { type Reader, statement, type Writer } from './connection.ts'
import type { DocumentKey } from './documents.ts'

/** The state of a draft after row `upto` of its log, as one Yjs update. */
export interface SnapshotRow {
  readonly document: DocumentKey
  readonly upto: number
  readonly at: number
  readonly state: Uint8Array
  readonly sha256: Uint8Array
  /** The seal of row `upto`. */
  readonly chain: Uint8Array
}

/** Snapshots kept of a draft: when the newest is damaged, the one before and the log rebuild it. */
export const KEPT_SNAPSHOTS = 2

export function insertSnapshot(db: Writer, row: SnapshotRow): void {
  statement<[SnapshotRow]>(
    db,
    `INSERT INTO snapshots (document, upto, at, state, sha256, chain)
     VALUES (@document, @upto, @at, @state, @sha256, @chain)`,
  ).run(row)
}

/** The snapshots of a draft, the newest first. */
export function readSnapshots(db: Reader, document: DocumentKey): readonly SnapshotRow[] {
  return statement<[DocumentKey], SnapshotRow>(
    db,
    `SELECT document, upto, at, state, sha256, chain FROM snapshots
     WHERE document = ? ORDER BY upto DESC`,
  ).all(document)
}

export function newestSnapshot(db: Reader, document: DocumentKey): SnapshotRow | undefined {
  return statement<[DocumentKey], SnapshotRow>(
    db,
    `SELECT document, upto, at, state, sha256, chain FROM snapshots
     WHERE document = ? ORDER BY upto DESC LIMIT 1`,
  ).get(document)
}

/** The last row of the log that the newest snapshot covers; 0: none. */
export function snapshotSeq(db: Reader, document: DocumentKey): number {
  const row = statement<[DocumentKey], { upto: number | null }>(
    db,
    'SELECT max(upto) AS upto FROM snapshots WHERE document = ?',
  ).get(document)
  return row?.upto ?? 0
}

export function isWhole(row: SnapshotRow): boolean {
  return sameBytes(sha256(row.state), row.sha256)
}

export function dropSnapshot(db: Writer, document: DocumentKey, upto: number): void {
  statement<[DocumentKey, number]>(db, 'DELETE FROM snapshots WHERE document = ? AND upto = ?').run(
    document,
    upto,
  )
}

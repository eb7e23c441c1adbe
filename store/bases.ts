import { sameBytes, sha256 } from './checksum.ts'
import { type Reader, statement, type Writer } from './connection.ts'
import type { DocumentKey } from './documents.ts'

export interface BaseRow {
  readonly document: DocumentKey
  readonly act: Uint8Array
  readonly sha256: Uint8Array
}

/** Keeps the law in force of a document, as ProseMirror JSON in UTF-8. It never changes. */
export function insertBase(db: Writer, document: DocumentKey, act: Uint8Array): void {
  statement<[DocumentKey, Uint8Array, Uint8Array]>(
    db,
    'INSERT INTO bases (document, act, sha256) VALUES (?, ?, ?)',
  ).run(document, act, sha256(act))
}

/** The law in force as it was put in; undefined if it is not there or not whole. */
export function readBase(db: Reader, document: DocumentKey): Uint8Array | undefined {
  const row = baseRow(db, document)
  return row && sameBytes(sha256(row.act), row.sha256) ? row.act : undefined
}

export function baseRow(db: Reader, document: DocumentKey): BaseRow | undefined {
  return statement<[DocumentKey], BaseRow>(db, 'SELECT * FROM bases WHERE document = ?').get(
    document,
  )
}

import { type Reader, statement, type Writer } from './connection.ts'
import type { DocumentKey } from './documents.ts'

/** A damaged row, kept as it was found. */
export interface QuarantinedRow {
  readonly document: number | null
  /** The table that it stood in. */
  readonly noun: string
  readonly seq: number | null
  readonly bytes: Uint8Array | null
  /** Its other columns, as JSON. */
  readonly detail: string
  readonly reason: string
  readonly at: number
}

export function setAside(db: Writer, row: QuarantinedRow): void {
  statement<[QuarantinedRow]>(
    db,
    `INSERT INTO quarantine (document, noun, seq, bytes, detail, reason, at)
     VALUES (@document, @noun, @seq, @bytes, @detail, @reason, @at)`,
  ).run(row)
}

export function readQuarantine(db: Reader): readonly QuarantinedRow[] {
  return statement<[], QuarantinedRow>(
    db,
    'SELECT document, noun, seq, bytes, detail, reason, at FROM quarantine ORDER BY id',
  ).all()
}

const LOST_BASE = { noun: 'bases', detail: JSON.stringify({ lost: true }) }

/** The record that a document's base is lost, with what was left of it. */
export function lostBase(
  document: DocumentKey,
  bytes: Uint8Array | null,
  at: number,
): QuarantinedRow {
  return { ...LOST_BASE, document, seq: null, bytes, reason: 'checksum', at }
}

export function isBaseLost(db: Reader, document: DocumentKey): boolean {
  const found = statement<[string, string, DocumentKey], unknown>(
    db,
    'SELECT 1 FROM quarantine WHERE noun = ? AND detail = ? AND document = ?',
  ).get(LOST_BASE.noun, LOST_BASE.detail, document)
  return found !== undefined
}

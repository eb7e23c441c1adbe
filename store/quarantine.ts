import { type Reader, statement, type Writer } from './connection.ts'

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

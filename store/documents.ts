import type { Language } from '#shared/schema/act.ts'
import { crcOf } from './checksum.ts'
import { type Reader, statement, type Writer } from './connection.ts'

/** The number of a document inside its library; `id` is its name everywhere else. */
export type DocumentKey = number & { readonly __brand: 'DocumentKey' }

export interface DocumentRow {
  readonly key: DocumentKey
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly profile: string
  /** The name of the file it was read from. */
  readonly source: string
  readonly units: number
  readonly sample: 0 | 1
  readonly created_at: number
  /** When it was moved out of the library; null: it stands in it. */
  readonly removed_at: number | null
  /** The document that this is a part of; null: it is a document. */
  readonly part_of: DocumentKey | null
  readonly part: string | null
  readonly crc: number
}

export type DocumentFacts = Omit<DocumentRow, 'key' | 'crc'>

export interface ListedDocument extends DocumentRow {
  readonly changed_at: number
  readonly seq: number
}

const LISTED = `SELECT documents.*, heads.changed_at, heads.seq FROM documents
  JOIN heads ON heads.document = documents.key`

/** The documents that stand in the library, the latest changed first. */
export function listDocuments(db: Reader): readonly ListedDocument[] {
  return statement<[], ListedDocument>(
    db,
    `${LISTED} WHERE removed_at IS NULL AND part_of IS NULL ORDER BY changed_at DESC, key DESC`,
  ).all()
}

export function findDocument(db: Reader, id: string): ListedDocument | undefined {
  return statement<[string], ListedDocument>(db, `${LISTED} WHERE id = ? AND part_of IS NULL`).get(
    id,
  )
}

/** Every document and part, those moved out too. */
export function allDocuments(db: Reader): readonly DocumentRow[] {
  return statement<[], DocumentRow>(db, 'SELECT * FROM documents ORDER BY key').all()
}

/** Adds a document without text; its base and first update follow in the same transaction. */
export function insertDocument(db: Writer, facts: DocumentFacts): DocumentKey {
  const { lastInsertRowid } = statement<[Record<string, unknown>]>(
    db,
    `INSERT INTO documents (id, title, language, profile, source, units, sample, created_at, removed_at, part_of, part, crc)
     VALUES (@id, @title, @language, @profile, @source, @units, @sample, @created_at, @removed_at, @part_of, @part, @crc)`,
  ).run({ ...facts, crc: sealOf(facts) })
  return Number(lastInsertRowid) as DocumentKey
}

export function renameDocument(db: Writer, key: DocumentKey, title: string): void {
  statement<[string, DocumentKey]>(db, 'UPDATE documents SET title = ? WHERE key = ?').run(
    title,
    key,
  )
  sealDocument(db, key)
}

export function setRemoved(db: Writer, key: DocumentKey, removedAt: number | null): void {
  statement<[number | null, DocumentKey]>(
    db,
    'UPDATE documents SET removed_at = ? WHERE key = ?',
  ).run(removedAt, key)
  sealDocument(db, key)
}

/** Makes the row's checksum true again after its facts were changed on purpose. */
export function sealDocument(db: Writer, key: DocumentKey): void {
  const row = statement<[DocumentKey], DocumentRow>(
    db,
    'SELECT * FROM documents WHERE key = ?',
  ).get(key)
  if (!row) return
  statement<[number, DocumentKey]>(db, 'UPDATE documents SET crc = ? WHERE key = ?').run(
    sealOf(row),
    key,
  )
}

/** The checksum of everything else in the row; a library from before there were parts has the same. */
export function sealOf(row: DocumentFacts): number {
  const { id, title, language, profile, source, units, sample, created_at, removed_at } = row
  const facts = [id, title, language, profile, source, units, sample, created_at, removed_at]
  const { part_of, part } = row
  return crcOf(JSON.stringify(part_of == null ? facts : [...facts, part_of, part]))
}

import * as Y from 'yjs'
import type { DraftPart } from '#shared/sync/part.ts'
import { type Reader, statement, type Writer } from './connection.ts'
import { type DocumentKey, type DocumentRow, insertDocument } from './documents.ts'
import { draftState } from './draft-state.ts'
import { appendUpdate } from './updates.ts'

/** A part beside the text, which is the document itself. */
export type BesidePart = Exclude<DraftPart, 'text'>

/** The log of a part of a document; undefined: nothing was ever written to it. */
export function findPart(
  db: Reader,
  document: DocumentKey,
  part: BesidePart,
): DocumentKey | undefined {
  return statement<[DocumentKey, BesidePart], { key: DocumentKey }>(
    db,
    'SELECT key FROM documents WHERE part_of = ? AND part = ?',
  ).get(document, part)?.key
}

/** The state of a part of a document; that of an empty one where nothing was ever written to it. */
export function partState(db: Reader, document: DocumentKey, part: DraftPart): Uint8Array {
  const log = part === 'text' ? document : findPart(db, document, part)
  return log === undefined ? Y.encodeStateAsUpdate(new Y.Doc()) : draftState(db, log)
}

/** What a log is of. */
export interface LogFacts {
  /** Id of the whole document. */
  readonly document: string
  readonly part: DraftPart
}

export function readLogFacts(db: Reader, log: DocumentKey): LogFacts | undefined {
  return statement<[DocumentKey], LogFacts>(
    db,
    `SELECT coalesce(whole.id, log.id) AS document, coalesce(log.part, 'text') AS part
     FROM documents AS log LEFT JOIN documents AS whole ON whole.key = log.part_of
     WHERE log.key = ?`,
  ).get(log)
}

/** The log of a part; where it is not there it is made, with nothing in it. */
export function partOf(
  db: Writer,
  document: DocumentKey,
  part: BesidePart,
  at: number,
): DocumentKey {
  const known = findPart(db, document, part)
  if (known !== undefined) return known
  const whole = statement<[DocumentKey], DocumentRow>(
    db,
    'SELECT * FROM documents WHERE key = ?',
  ).get(document)
  if (!whole) throw new Error(`no document ${document} to have a part`)
  const { title, language, profile } = whole
  const key = insertDocument(db, {
    id: `${whole.id}/${part}`,
    title,
    language,
    profile,
    source: '',
    units: 0,
    sample: 0,
    created_at: at,
    removed_at: null,
    part_of: document,
    part,
  })
  const bytes = Y.encodeStateAsUpdate(new Y.Doc())
  appendUpdate(db, key, { bytes, at, origin: 'seed' })
  return key
}

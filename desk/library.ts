import { fail, ok, type Result } from '#shared/base/result.ts'
import type { DocumentSummary } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import { insertBase } from '#store/bases.ts'
import { transact, type Writer } from '#store/connection.ts'
import {
  type DocumentKey,
  findDocument,
  insertDocument,
  type ListedDocument,
} from '#store/documents.ts'
import { partOf } from '#store/parts.ts'
import { appendUpdate } from '#store/updates.ts'
import { noDocument } from './problems.ts'
import { type PreparedDocument, prepared } from './reading/prepared.ts'

/** What the library notes of a document beside its text. */
export interface Provenance {
  /** The name of its file. */
  readonly source: string
  readonly sample: 0 | 1
  readonly at: number
}

/** What is known of an act before it enters the library. */
export interface NewDocument extends Provenance {
  readonly act: Act
  /** The act as its file proposes to change it. */
  readonly draft?: Act | undefined
}

/** Puts an act into the library as the law in force, with a draft forked from it. */
export function addDocument(db: Writer, { act, draft, ...provenance }: NewDocument): DocumentKey {
  return keepDocument(db, prepared({ act, draft }, provenance), provenance)
}

/** Puts a document into the library. All of it is on disk when this returns, or none. */
export function keepDocument(
  db: Writer,
  { base, seed, proposed, review, remarks: _, ...facts }: PreparedDocument,
  { source, sample, at }: Provenance,
): DocumentKey {
  return transact(db, () => {
    const row = {
      ...facts,
      source,
      sample,
      created_at: at,
      removed_at: null,
      part_of: null,
      part: null,
    }
    const document = insertDocument(db, row)
    insertBase(db, document, base)
    appendUpdate(db, document, { bytes: seed, at, origin: 'seed' })
    if (proposed) appendUpdate(db, document, { bytes: proposed, at, origin: 'seed' })
    if (review) {
      const log = partOf(db, document, 'review', at)
      appendUpdate(db, log, { bytes: review, at, origin: 'seed' })
    }
    return document
  })
}

/** A document that stands in the library. */
export function standing(db: Writer, id: string): Result<ListedDocument> {
  const found = findDocument(db, id)
  return found && found.removed_at === null ? ok(found) : fail(noDocument())
}

export function summaryOf(row: ListedDocument): DocumentSummary {
  const { id, title, language, profile, units } = row
  return {
    id,
    title,
    language,
    profile,
    changedAt: row.changed_at,
    units,
    sample: row.sample === 1,
  }
}

import { fail, ok, type Result } from '#shared/base/result.ts'
import type { DocumentSummary } from '#shared/bridge/contract.ts'
import { type Act, actAttrs, titleOf, walkUnits } from '#shared/schema/act.ts'
import { proposedChanges } from '#shared/sync/proposed-changes.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { insertBase } from '#store/bases.ts'
import { transact, type Writer } from '#store/connection.ts'
import {
  type DocumentKey,
  findDocument,
  insertDocument,
  type ListedDocument,
} from '#store/documents.ts'
import { appendUpdate } from '#store/updates.ts'
import { encodeBase } from './acts.ts'
import { noDocument } from './problems.ts'

/** What is known of an act before it enters the library. */
export interface NewDocument {
  readonly act: Act
  /** The act as its file proposes to change it. */
  readonly draft?: Act | undefined
  /** The name of its file, which is its title where the text has none. */
  readonly source: string
  readonly sample: 0 | 1
  readonly at: number
}

/**
 * Puts an act into the library as the law in force, with a draft forked from it. All of it is on disk
 * when this returns, or none.
 */
export function addDocument(db: Writer, added: NewDocument): DocumentKey {
  const { act, draft, source, sample, at } = added
  const { id, language, profile } = actAttrs(act)
  const title = titleOf(act).trim() || source.replace(/\.[^.]*$/, '')
  const seed = seedDraft(act)
  const facts = { id, title, language, profile, source, units: countUnits(act), sample }
  return transact(db, () => {
    const document = insertDocument(db, { ...facts, created_at: at, removed_at: null })
    insertBase(db, document, encodeBase(act))
    appendUpdate(db, document, { bytes: seed, at, origin: 'seed' })
    if (draft) {
      const bytes = proposedChanges(seed, act, draft)
      appendUpdate(db, document, { bytes, at, origin: 'seed' })
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

export function countUnits(act: Act): number {
  let count = 0
  walkUnits(act, () => count++)
  return count
}

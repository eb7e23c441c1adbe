import type { Act } from '#shared/schema/act.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey, ListedDocument } from '#store/documents.ts'
import { draftOf } from './acts.ts'

/** Drafts as acts, each kept until an update is appended to it. */
export interface DraftCache {
  actOf(document: ListedDocument): Act
}

export function createDraftCache(db: Reader): DraftCache {
  const known = new Map<DocumentKey, { readonly seq: number; readonly act: Act }>()
  return {
    actOf({ key, seq }) {
      const kept = known.get(key)
      if (kept?.seq === seq) return kept.act
      const act = draftOf(db, key)
      known.set(key, { seq, act })
      return act
    },
  }
}

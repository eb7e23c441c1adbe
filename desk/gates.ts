import type { Problem } from '#shared/base/problem.ts'
import type { DocumentKey, ListedDocument } from '#store/documents.ts'
import type { DraftCache } from './draft-cache.ts'

/** Which drafts take updates: one that a newer program wrote would be destroyed by ours. */
export interface Gates {
  /** Why updates of this draft are refused, if so: judged at the first that comes. */
  refusal(document: Pick<ListedDocument, 'key' | 'seq'>): Problem | undefined
  /** The draft is to be judged anew. */
  forget(document: DocumentKey): void
}

export function createGates(drafts: DraftCache): Gates {
  const judged = new Map<DocumentKey, Problem | undefined>()
  return {
    refusal(document) {
      if (!judged.has(document.key)) {
        const { fault } = drafts.replicaOf(document)
        judged.set(document.key, fault ?? undefined)
      }
      return judged.get(document.key)
    },
    forget: (document) => void judged.delete(document),
  }
}

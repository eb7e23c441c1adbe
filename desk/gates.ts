import * as Y from 'yjs'
import type { Problem } from '#shared/base/problem.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { isIncomplete } from '#store/compact.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { deskProblem } from './problems.ts'

/** Which drafts take updates: one that a newer program wrote would be destroyed by ours. */
export interface Gates {
  /** Why the draft in `state` may be read but not edited, in a sentence; null: it may. */
  judge(document: DocumentKey, state: Uint8Array): string | null
  /** Why updates of this draft are refused, if so. */
  refusal(document: DocumentKey): Problem | undefined
}

export function createGates(db: Reader): Gates {
  const judged = new Map<DocumentKey, Problem | undefined>()
  return {
    judge,
    refusal(document) {
      if (!judged.has(document)) judge(document, draftState(db, document))
      return judged.get(document)
    },
  }

  function judge(document: DocumentKey, state: Uint8Array): string | null {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const fault = draftFault(doc)
    // What an incomplete draft lacks may be the next update: a window sends again what was refused.
    const shut = fault !== null && !isIncomplete(doc)
    judged.set(document, shut ? deskProblem('read-only', fault) : undefined)
    doc.destroy()
    return fault
  }
}

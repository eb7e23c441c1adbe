import * as Y from 'yjs'
import type { Act } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { seedDraft } from '#shared/sync/seed.ts'

/** A shared draft of the act. */
export function draftOf(act: Act): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDraft(act))
  return doc
}

export function edited(doc: Y.Doc, edit: UnitEdit): void {
  const done = applyEdit(doc, edit)
  if (!done.ok) throw new Error(done.problem.message)
}

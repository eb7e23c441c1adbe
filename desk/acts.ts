import * as Y from 'yjs'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { projectAct } from '#shared/sync/project.ts'
import { readBase } from '#store/bases.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { deskProblem } from './problems.ts'

/** The law in force of a document as JSON. */
export function baseJson(db: Reader, document: DocumentKey): Result<unknown> {
  const bytes = readBase(db, document)
  if (!bytes)
    return fail(
      deskProblem(
        'base-damaged',
        'The base text of this document is damaged and no backup has it. Its draft is kept; import the text anew.',
      ),
    )
  return ok(JSON.parse(new TextDecoder().decode(bytes)))
}

export function encodeBase(act: Act): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(act.toJSON()))
}

export interface Texts {
  readonly base: Act
  readonly draft: Act
}

/** The law in force and the draft as it stands on disk. */
export function textsOf(db: Reader, document: DocumentKey): Result<Texts> {
  const base = baseJson(db, document)
  if (!base.ok) return base
  return ok({ base: schema.nodeFromJSON(base.value), draft: draftOf(db, document) })
}

/** The draft as it stands on disk, as an act. */
export function draftOf(db: Reader, document: DocumentKey): Act {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, document))
  return projectAct(doc)
}

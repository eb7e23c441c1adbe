import * as Y from 'yjs'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { justificationsIn } from '#shared/sync/justifications.ts'
import { projectAct } from '#shared/sync/project.ts'
import { readBase } from '#store/bases.ts'
import { ownBytes, type Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'

/** The law in force of a document, as {@link encodeBase} wrote it. */
export function baseBytes(db: Reader, document: DocumentKey): Result<Uint8Array<ArrayBuffer>> {
  const bytes = readBase(db, document)
  if (!bytes) return fail(problem('desk/base-damaged'))
  return ok(ownBytes(bytes))
}

/** An act as ProseMirror JSON in UTF-8; `json` is the act as JSON, where it is known. */
export function encodeBase(act: Act, json = JSON.stringify(act)): Uint8Array {
  return new TextEncoder().encode(json)
}

export interface Texts {
  readonly base: Act
  readonly draft: Act
}

/** With the shared document in which the draft stands. */
export interface DraftTexts extends Texts {
  readonly doc: Y.Doc
}

/** The law in force of a document. */
export function baseOf(db: Reader, document: DocumentKey): Result<Act> {
  const bytes = baseBytes(db, document)
  if (!bytes.ok) return bytes
  return ok(schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(bytes.value))))
}

/** The law in force and the draft as it stands on disk. */
export function textsOf(db: Reader, document: DocumentKey): Result<DraftTexts> {
  const base = baseOf(db, document)
  if (!base.ok) return base
  const doc = draftDoc(db, document)
  return ok({ base: base.value, draft: projectAct(doc), doc })
}

/** What the drafters wrote of why units are changed, as it stands on disk. */
export function justificationsOf(db: Reader, document: DocumentKey): ReadonlyMap<UnitId, string> {
  return justificationsIn(draftDoc(db, document))
}

/** The shared document of a draft as it stands on disk. */
export function draftDoc(db: Reader, document: DocumentKey): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, document))
  return doc
}

import * as Y from 'yjs'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { projectAct } from '#shared/sync/project.ts'
import { addVersion, readVersion, versionsIn } from '#shared/sync/versions.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { partState } from '#store/parts.ts'
import { encodeBase, type Texts, textsOf } from './acts.ts'
import { saveBeside } from './beside-part.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import { deskSettings } from './settings.ts'

/** Keeps the draft as it stands on disk under a name; answers when that is on disk too. */
export async function nameVersion(
  ctx: DeskContext,
  { document, name }: Input<'nameVersion'>,
): Promise<Result<Output<'nameVersion'>>> {
  const { store, commits } = ctx
  commits.flush()
  const found = standing(store.db, document)
  if (!found.ok) return found
  const { key } = found.value
  const said = name.trim()
  if (said === '') return fail(problem('desk/no-name'))
  const refused = ctx.shares.refusal(document)
  if (refused) return fail(refused)
  const draft = new Y.Doc()
  Y.applyUpdate(draft, draftState(store.db, key))
  const fault = draftFault(draft)
  if (fault) return fail(fault)
  const at = ctx.now()
  const doc = versionsDoc(store.db, key)
  const before = Y.encodeStateVector(doc)
  const head = { name: said, person: deskSettings(store.db).person, at }
  const version = addVersion(doc, head, projectAct(draft))
  const bytes = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  const saved = await saveBeside(ctx, found.value, 'versions', { bytes, origin: 'window' })
  return saved.ok ? ok({ version }) : saved
}

export function listVersions(
  { store, commits }: DeskContext,
  { document }: Input<'listVersions'>,
): Result<Output<'listVersions'>> {
  commits.flush()
  const found = standing(store.db, document)
  if (!found.ok) return found
  const versions = versionsIn(versionsDoc(store.db, found.value.key))
  return ok(
    versions.map(({ hash, name, person, at, state }) => ({ hash, name, person, at, state })),
  )
}

export function readNamedVersion(
  { store, commits }: DeskContext,
  { document, version }: Input<'readVersion'>,
): Result<Output<'readVersion'>> {
  commits.flush()
  const found = standing(store.db, document)
  if (!found.ok) return found
  const act = versionAct(store.db, found.value.key, version)
  return act.ok ? ok({ act: new Uint8Array(encodeBase(act.value)) }) : act
}

/** Two texts of a document: versions, the law in force, the draft. */
export function textsBetween(
  db: Reader,
  document: DocumentKey,
  { from, to }: NonNullable<Input<'exportDocument'>['between']>,
): Result<Texts> {
  const texts = textsOf(db, document)
  if (!texts.ok) return texts
  const textOf = (key: string) => {
    if (key === 'base') return ok(texts.value.base)
    return key === 'draft' ? ok(texts.value.draft) : versionAct(db, document, key)
  }
  const base = textOf(from)
  if (!base.ok) return base
  const draft = textOf(to)
  return draft.ok ? ok({ base: base.value, draft: draft.value }) : draft
}

function versionAct(db: Reader, document: DocumentKey, version: string): Result<Act> {
  const read = readVersion(versionsDoc(db, document), version)
  return read.ok ? ok(read.value.act) : read
}

function versionsDoc(db: Reader, document: DocumentKey): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, partState(db, document, 'versions'))
  return doc
}

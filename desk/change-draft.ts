import * as Y from 'yjs'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { createSignature, signerIn } from '#shared/sync/people.ts'
import type { Person } from '#shared/sync/person.ts'
import { draftState } from '#store/draft-state.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import { deskSettings } from './settings.ts'

interface Signed {
  readonly doc: Y.Doc
  readonly person: Person
  readonly at: number
}

/**
 * Changes a draft as it stands on disk in the name of the person, windows or none; every window that
 * shows it hears. Fails, and writes nothing, where the draft takes no changes or `change` fails.
 */
export async function changeDraft<T>(
  ctx: DeskContext,
  document: string,
  change: (signed: Signed) => Result<T>,
): Promise<Result<T>> {
  const { store, commits, gates, windows, compactor, references, shares } = ctx
  commits.flush()
  const found = standing(store.db, document)
  if (!found.ok) return found
  const { key } = found.value
  const refused = gates.refusal(found.value) ?? shares.refusal(document)
  if (refused) return fail(refused)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(store.db, key))
  const before = Y.encodeStateVector(doc)
  const way = shares.summary(document)?.member
  const person = signerIn(doc, deskSettings(store.db).person, way)
  const at = ctx.now()
  createSignature(
    doc,
    () => person,
    () => way,
  )(at)
  const done = change({ doc, person, at })
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  doc.destroy()
  if (!done.ok) return done
  const saved = await commits.save({
    document: key,
    bytes: update,
    origin: 'window',
    committed() {
      windows.tellReaders(document, { kind: 'update', document, update })
      compactor.grew(key, update.byteLength)
      references.changed()
    },
  })
  return saved.ok ? ok(done.value) : saved
}

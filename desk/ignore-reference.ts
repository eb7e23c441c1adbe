import * as Y from 'yjs'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input } from '#shared/bridge/contract.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { unitId } from '#shared/schema/act.ts'
import { setIgnored } from '#shared/sync/ignored.ts'
import { createSignature } from '#shared/sync/people.ts'
import { draftState } from '#store/draft-state.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import { deskSettings } from './settings.ts'

/** Leaves a reference alone, or heeds it again; its draft remembers, and every window that shows it hears. */
export async function ignoreReference(
  ctx: DeskContext,
  { document, unit, text, as }: Input<'ignoreReference'>,
): Promise<Result<void>> {
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
  createSignature(doc, () => deskSettings(store.db).person)(ctx.now())
  setIgnored(doc, ignoreKey({ from: unitId(unit), text }), as)
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  doc.destroy()
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
  return saved.ok ? ok(undefined) : saved
}

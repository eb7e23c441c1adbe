import type { DraftPart } from '#shared/sync/part.ts'
import type { ListedDocument } from '#store/documents.ts'
import { saveBeside } from '../beside-part.ts'
import type { DeskContext } from '../context.ts'
import { standing } from '../library.ts'

/** Takes what another person wrote into the log of its part; windows get it once it is on disk. */
export async function receiveUpdate(
  ctx: DeskContext,
  document: string,
  part: DraftPart,
  update: Uint8Array,
): Promise<void> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return
  const written = { bytes: new Uint8Array(update), origin: 'remote' } as const
  const saved = await (part === 'text'
    ? saveText(ctx, found.value, written.bytes)
    : saveBeside(ctx, found.value, part, written))
  // The server has it; the next connection brings it again.
  if (!saved.ok) ctx.log('remote update', saved.problem.message)
}

function saveText(ctx: DeskContext, { id, key }: ListedDocument, bytes: Uint8Array<ArrayBuffer>) {
  return ctx.commits.save({
    document: key,
    bytes,
    origin: 'remote',
    committed() {
      ctx.windows.tellReaders(id, { kind: 'update', document: id, update: bytes })
      ctx.compactor.grew(key, bytes.byteLength)
      ctx.references.changed()
    },
  })
}

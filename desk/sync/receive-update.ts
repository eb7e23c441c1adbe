import type { DeskContext } from '../context.ts'
import { standing } from '../library.ts'

/** Takes what another person wrote into the log; windows get it once it is on disk. */
export function receiveUpdate(ctx: DeskContext, document: string, update: Uint8Array): void {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return
  const { key } = found.value
  const bytes = new Uint8Array(update)
  void ctx.commits
    .save({
      document: key,
      bytes,
      origin: 'remote',
      committed() {
        ctx.windows.tellReaders(document, { kind: 'update', document, update: bytes })
        ctx.compactor.grew(key, bytes.byteLength)
        ctx.references.changed()
      },
    })
    .then((saved) => {
      // The server has it; the next connection brings it again.
      if (!saved.ok) ctx.log('remote update', saved.problem.message)
    })
}

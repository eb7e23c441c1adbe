import type { Result } from '#shared/base/result.ts'
import { transact } from '#store/connection.ts'
import type { ListedDocument } from '#store/documents.ts'
import { type BesidePart, partOf } from '#store/parts.ts'
import type { PendingUpdate } from './commit-group.ts'
import type { DeskContext } from './context.ts'
import type { Window } from './windows.ts'

interface PartUpdate extends Pick<PendingUpdate, 'origin'> {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The window that wrote it, and so has it. */
  readonly from?: Window
}

/** Takes an update of a part beside the text into its log, and tells the windows that show the part. */
export function saveBeside(
  { store, now, commits, windows, compactor }: DeskContext,
  { id, key }: Pick<ListedDocument, 'id' | 'key'>,
  part: BesidePart,
  { bytes, origin, from }: PartUpdate,
): Promise<Result<{ readonly seq: number }>> {
  const log = transact(store.db, () => partOf(store.db, key, part, now()))
  return commits.save({
    document: log,
    bytes,
    origin,
    committed() {
      if (part === 'versions') windows.tellReaders(id, { kind: 'versions', document: id })
      else windows.tellOthers(from, id, { kind: 'review', document: id, update: bytes })
      compactor.grew(log, bytes.byteLength)
    },
  })
}

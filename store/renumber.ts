import type { BaseRow } from './bases.ts'
import type { DocumentKey, DocumentRow } from './documents.ts'
import { isSealedDocument, isWholeBase, type Remains } from './remains.ts'

/**
 * What remains, with entries and bases under the numbers that they had. No seal covers the number of
 * either; the id in the base tells which entry it belongs to, and where their numbers differ the log
 * tells which is damaged: its rows are sealed with their document's.
 */
export function underTrueNumbers(remains: Remains): Remains {
  const bases = remains.bases.filter(isWholeBase).map((row) => ({ row, id: actIdOf(row) }))
  const entries = new Map<DocumentRow, DocumentKey>()
  const moved = new Map<BaseRow, DocumentKey>()
  for (const entry of remains.documents.filter(isSealedDocument)) {
    const own = bases.filter(({ id }) => id === entry.id)
    if (own.length === 0 || own.some(({ row }) => row.document === entry.key)) continue
    const [base] = own
    if (!base) continue
    const key = isOwn(entry) ? entry.key : base.row.document
    entries.set(entry, key)
    moved.set(base.row, key)
  }
  return {
    ...remains,
    documents: remains.documents.map((row) => ({ ...row, key: entries.get(row) ?? row.key })),
    bases: remains.bases.map((row) => ({ ...row, document: moved.get(row) ?? row.document })),
  }

  /** Whether a log, and no entry of another id, stands under the entry's number. */
  function isOwn({ key, id }: DocumentRow): boolean {
    const hasLog = [remains.updates, remains.snapshots].some((rows) =>
      rows.some(({ document }) => document === key),
    )
    const isOthers =
      bases.some((base) => base.row.document === key && base.id !== id) &&
      remains.documents.some((row) => row.key === key && row.id !== id)
    return hasLog && !isOthers
  }
}

function actIdOf({ act }: BaseRow): unknown {
  const json: { readonly attrs?: { readonly id?: unknown } } = JSON.parse(
    new TextDecoder().decode(act),
  )
  return json.attrs?.id
}

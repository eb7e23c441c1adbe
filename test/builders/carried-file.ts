import { writeCarried } from '#shared/carried/write.ts'
import { type Act, actAttrs } from '#shared/schema/act.ts'
import type { DraftPart } from '#shared/sync/part.ts'

/** A `.bapta` file of a draft of `base`, which nobody signed. */
export function carriedFile(
  base: Act,
  parts: Readonly<Partial<Record<DraftPart, Uint8Array>>>,
): Promise<Uint8Array> {
  const { id, language, tradition, profile } = actAttrs(base)
  const head = {
    document: id,
    title: 'Закон',
    language,
    tradition,
    profile,
    exchange: 'x',
    person: { id: 'p', name: '' },
    at: Date.UTC(2026, 0, 1),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(base.toJSON()))
  return writeCarried(head, { base: bytes, parts }, async () => ({}))
}

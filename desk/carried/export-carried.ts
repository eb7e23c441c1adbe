import type { Result } from '#shared/base/result.ts'
import { ok } from '#shared/base/result.ts'
import type { Carried } from '#shared/carried/write.ts'
import { writeCarried } from '#shared/carried/write.ts'
import { actAttrs, isLanguage } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { ListedDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { findPart } from '#store/parts.ts'
import { baseBytes } from '../acts.ts'
import type { DeskContext } from '../context.ts'
import { deskSettings } from '../settings.ts'
import { signBytes } from './signing-key.ts'

/** A document with its draft and all parts as a `.bapta` file, signed by this library. */
export async function exportCarried(
  { store: { db }, newId, now }: DeskContext,
  { key, id, title }: Pick<ListedDocument, 'key' | 'id' | 'title'>,
): Promise<Result<Uint8Array>> {
  const base = baseBytes(db, key)
  if (!base.ok) return base
  const act = schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(base.value)))
  const { language, tradition, profile } = actAttrs(act)
  const parts: { -readonly [P in keyof Carried['parts']]: Carried['parts'][P] } = {
    text: draftState(db, key),
  }
  for (const part of ['review', 'versions'] as const) {
    const beside = findPart(db, key, part)
    if (beside !== undefined) parts[part] = draftState(db, beside)
  }
  const head = {
    document: id,
    title,
    language: isLanguage(language) ? language : 'en',
    tradition,
    profile,
    exchange: newId(),
    person: deskSettings(db).person,
    at: now(),
  } as const
  return ok(
    await writeCarried(head, { base: base.value, parts }, (manifest) => signBytes(db, manifest)),
  )
}

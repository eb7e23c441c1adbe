import * as Y from 'yjs'
import type { OpenedAct } from '#shared/open/open.ts'
import { type Act, actAttrs, type Language, titleOf, walkUnits } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { proposedChanges } from '#shared/sync/proposed-changes.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { encodeBase } from '../acts.ts'
import { anchorOf, takeRemarks } from '../comments/take-remarks.ts'

/** A document as the library keeps it, worked out before the library is touched. */
export interface PreparedDocument {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly profile: string
  readonly units: number
  /** The law in force. */
  readonly base: Uint8Array
  /** The draft forked from it, as its first update. */
  readonly seed: Uint8Array
  /** What the file proposes to change, as the update behind the seed. */
  readonly proposed: Uint8Array | undefined
  /** What was said of the text in its file, and the same as the first update of its comments. */
  readonly remarks: readonly Remark[]
  readonly review: Uint8Array | undefined
}

/** An act as a document; `source` is the name of its file, and its title where the text has none; `at` is now. */
export function prepared(
  { act, draft, remarks = [] }: Pick<OpenedAct, 'act' | 'draft' | 'remarks'>,
  { source, at }: { readonly source: string; readonly at: number },
): PreparedDocument {
  const { id, language, profile } = actAttrs(act)
  const json = JSON.stringify(act)
  const seed = seedDraft(act, json)
  const proposed = draft && proposedChanges(seed, act, draft)
  return {
    id,
    title: titleOf(act).trim() || source.replace(/\.[^.]*$/, ''),
    language,
    profile,
    units: countUnits(act),
    base: encodeBase(act, json),
    seed,
    proposed,
    remarks,
    review: remarks.length === 0 ? undefined : reviewOf(seed, proposed, remarks, at),
  }
}

function reviewOf(
  seed: Uint8Array,
  proposed: Uint8Array | undefined,
  remarks: readonly Remark[],
  at: number,
): Uint8Array {
  const base = new Y.Doc({ gc: false })
  Y.applyUpdate(base, seed)
  const draft = new Y.Doc({ gc: false })
  Y.applyUpdate(draft, seed)
  if (proposed) Y.applyUpdate(draft, proposed)
  const review = new Y.Doc()
  const anchored = remarks.map((remark) => ({ anchor: anchorOf(draft, base, remark), remark }))
  takeRemarks(review, anchored, { at })
  return Y.encodeStateAsUpdate(review)
}

function countUnits(act: Act): number {
  let count = 0
  walkUnits(act, () => count++)
  return count
}

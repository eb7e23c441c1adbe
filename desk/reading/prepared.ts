import type { OpenedAct } from '#shared/open/open.ts'
import { type Act, actAttrs, type Language, titleOf, walkUnits } from '#shared/schema/act.ts'
import { proposedChanges } from '#shared/sync/proposed-changes.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { encodeBase } from '../acts.ts'

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
}

/** An act as a document; `source` is the name of its file, and its title where the text has none. */
export function prepared(
  { act, draft }: Pick<OpenedAct, 'act' | 'draft'>,
  source: string,
): PreparedDocument {
  const { id, language, profile } = actAttrs(act)
  const seed = seedDraft(act)
  return {
    id,
    title: titleOf(act).trim() || source.replace(/\.[^.]*$/, ''),
    language,
    profile,
    units: countUnits(act),
    base: encodeBase(act),
    seed,
    proposed: draft && proposedChanges(seed, act, draft),
  }
}

function countUnits(act: Act): number {
  let count = 0
  walkUnits(act, () => count++)
  return count
}

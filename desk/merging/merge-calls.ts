import * as Y from 'yjs'
import { ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import type { MergeEntry } from '#shared/bridge/merges.ts'
import { mergeReview, type ReviewEntry, type UnitVersion } from '#shared/merge/review.ts'
import type { Touch } from '#shared/sync/attribution.ts'
import { transact } from '#store/connection.ts'
import { draftState } from '#store/draft-state.ts'
import type { DeskContext } from '../context.ts'
import { standing } from '../library.ts'
import { closeMerge, openMerges } from './merges.ts'

/** The open reviews of a document, against its draft as it stands on disk. */
export function listMerges(
  { store: { db }, commits }: DeskContext,
  { document }: Input<'listMerges'>,
): Result<Output<'listMerges'>> {
  commits.flush()
  const found = standing(db, document)
  if (!found.ok) return found
  const open = openMerges(db, document)
  if (open.length === 0) return ok([])
  const draft = new Y.Doc({ gc: false })
  Y.applyUpdate(draft, draftState(db, found.value.key))
  return ok(
    open.map(({ id, at, from, sides }) => ({
      id,
      at,
      from,
      entries: mergeReview(draft, sides).map(entryTold),
    })),
  )
}

export function endMerge(
  { store: { db }, windows }: DeskContext,
  { document, merge }: Input<'closeMerge'>,
): Result<void> {
  transact(db, () => closeMerge(db, document, merge))
  windows.tellReaders(document, { kind: 'merge', document })
  return ok(undefined)
}

function entryTold(entry: ReviewEntry): MergeEntry {
  const { common, mine, theirs } = entry
  return {
    ...entry,
    clashes: [...entry.clashes],
    mineDid: [...entry.mineDid],
    theirsDid: [...entry.theirsDid],
    common: versionTold(common),
    mine: versionTold(mine),
    theirs: versionTold(theirs),
    mineBy: entry.mineBy.map(touchTold),
    theirsBy: entry.theirsBy.map(touchTold),
  }
}

function versionTold(version: UnitVersion | undefined): MergeEntry['common'] {
  return version ? { ...version, unit: version.unit.toJSON(), after: [...version.after] } : null
}

function touchTold({ person, at }: Touch): MergeEntry['mineBy'][number] {
  return { person: person ?? null, at: at ?? null }
}

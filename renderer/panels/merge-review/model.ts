import type { Output } from '#shared/bridge/contract.ts'
import type { MergeEntry } from '#shared/bridge/merges.ts'
import { blockSegments, type PreviewSegment } from '#shared/diff/changes.ts'
import { ownRedline } from '#shared/diff/own-redline.ts'
import type { ReviewEntry, UnitVersion } from '#shared/merge/review.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { Touch } from '#shared/sync/attribution.ts'

type MergeTold = Output<'listMerges'>[number]

/** A merge to be looked at, with the units of its review. */
export interface OpenMerge {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Who brought the other side; empty where nobody is named. */
  readonly from: string
  readonly cards: readonly ReviewCard[]
}

export interface ReviewCard {
  /** Names the card among all of the document: what was looked at is kept by it. */
  readonly key: string
  readonly entry: ReviewEntry
  readonly texts: readonly SideText[]
}

export interface SideText {
  readonly side: 'common' | 'mine' | 'theirs'
  /** Block by block, marked against what both had; undefined: that side has no such unit. */
  readonly blocks: readonly (readonly PreviewSegment[])[] | undefined
}

export function openMerge({ id, at, from, entries }: MergeTold): OpenMerge {
  return {
    id,
    at,
    from,
    cards: entries.map((told) => {
      const entry = reviewEntry(told)
      return { key: `merge ${id} ${entry.key}`, entry, texts: sideTexts(entry) }
    }),
  }
}

export function hasClashes({ cards }: OpenMerge): boolean {
  return cards.some(isClash)
}

export function isClash({ entry }: ReviewCard): boolean {
  return entry.clashes.length > 0
}

/** How many cards nobody has looked at. */
export function toReview(merges: readonly OpenMerge[], reviewed: ReadonlySet<string>): number {
  return merges.flatMap(({ cards }) => cards).filter(({ key }) => !reviewed.has(key)).length
}

/** The card to go to from one, or from none; round at the ends. */
export function nextCard(
  merges: readonly OpenMerge[],
  from: string | undefined,
  direction: 'next' | 'previous',
): string | undefined {
  const keys = merges.flatMap(({ cards }) => cards.map(({ key }) => key))
  const here = from === undefined ? -1 : keys.indexOf(from)
  if (direction === 'next') return keys[(here + 1) % keys.length]
  return keys.at(here <= 0 ? -1 : here - 1)
}

/** Where an entry is shown: its unit, or the nearest to where that stood. */
export function unitToShow(
  { unit, other, common, mine, theirs }: ReviewEntry,
  stands: (unit: UnitId) => boolean,
): UnitId | undefined {
  const stood = common ?? mine ?? theirs
  const near = [unit, other, ...(stood?.after ?? []), stood?.parent ?? null]
  return near.find((one): one is UnitId => one !== null && stands(one))
}

function reviewEntry(told: MergeEntry): ReviewEntry {
  return {
    ...told,
    unit: unitId(told.unit),
    other: told.other === null ? null : unitId(told.other),
    common: versionOf(told.common),
    mine: versionOf(told.mine),
    theirs: versionOf(told.theirs),
    mineBy: told.mineBy.map(touchOf),
    theirsBy: told.theirsBy.map(touchOf),
  }
}

function versionOf(told: MergeEntry['common']): UnitVersion | undefined {
  if (!told) return undefined
  return {
    unit: schema.nodeFromJSON(told.unit),
    place: told.place,
    parent: told.parent === null ? null : unitId(told.parent),
    after: told.after.map((each) => unitId(each)),
  }
}

function touchOf({ person, at }: MergeEntry['mineBy'][number]): Touch {
  return { person: person ?? undefined, at: at ?? undefined }
}

/**
 * What both had and what became of it; mine is left out where only others were. Texts of another unit
 * than mine have nothing in common to be marked against.
 */
function sideTexts({ common, mine, theirs, other, clashes }: ReviewEntry): readonly SideText[] {
  const ours = { side: 'mine', blocks: blocksOf(common, mine) } as const
  return [
    { side: 'common', blocks: blocksOf(common, common) },
    ...(clashes.length > 0 ? [ours] : []),
    { side: 'theirs', blocks: blocksOf(other === null ? common : theirs, theirs) },
  ]
}

function blocksOf(from: UnitVersion | undefined, to: UnitVersion | undefined): SideText['blocks'] {
  if (!to) return undefined
  const { heading, body } = ownRedline(from?.unit, to.unit)
  return [...(heading ? [heading] : []), ...body].map(blockSegments)
}

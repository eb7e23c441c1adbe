import * as Y from 'yjs'
import { placeInWords } from '../citation/place.ts'
import { type Unit, type UnitId, unitAttrs, unitsOf } from '../schema/act.ts'
import { attributionOf, type Touch } from '../sync/attribution.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Clash, clashesIn } from './clash.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { clashingPairs } from './pairs.ts'
import { type Side, sideOf } from './side.ts'
import { type ThreeStates, type TwoSides, threeStates } from './three-states.ts'

/** A unit as one state of the draft has it. */
export interface UnitVersion {
  /** Without the units in it. */
  readonly unit: Unit
  /** Where it stands, in the words by which law cites it. */
  readonly place: string
  readonly parent: UnitId | null
  /** The units before it, the nearest first. */
  readonly after: readonly UnitId[]
}

/** What is to be looked at after a merge. */
export interface ReviewEntry {
  /** Names the entry in its review: the same on every replica. */
  readonly key: string
  readonly unit: UnitId
  /** The unit of others that mine clashes with, if that is another. */
  readonly other: UnitId | null
  /** The gravest first; empty: others changed the unit, and nobody here did. */
  readonly clashes: readonly Clash[]
  /** What I did to `unit`. */
  readonly mineDid: readonly Deed[]
  /** What others did, to `other` where there is one. */
  readonly theirsDid: readonly Deed[]
  readonly common: UnitVersion | undefined
  readonly mine: UnitVersion | undefined
  /** Of `other` where there is one. */
  readonly theirs: UnitVersion | undefined
  readonly mineBy: readonly Touch[]
  readonly theirsBy: readonly Touch[]
}

/**
 * What the merge of two states did: the units that both sides changed, units that clash though each
 * was changed by one, then what others changed meanwhile. Each list is in the order of the draft.
 * `merged` keeps what was deleted (`gc: false`).
 */
export function mergeReview(merged: Y.Doc, sides: TwoSides): readonly ReviewEntry[] {
  const states = threeStates(merged, sides)
  const review = new Review(states, sideOf(merged))
  const entries = review.entries()
  for (const doc of [states.common, states.mine, states.theirs]) doc.destroy()
  return entries
}

/** The two ends of a merge, for {@link mergeReview}: what a replica had, and what it got. */
export function twoSides(mine: Y.Doc, theirs: Y.Doc): TwoSides {
  return { mine: Y.snapshot(mine), theirs: Y.snapshot(theirs) }
}

class Review {
  private readonly common: Side
  private readonly mine: Side
  private readonly theirs: Side
  private readonly merged: Side
  private readonly mineDeeds: ReturnType<typeof deedsOf>
  private readonly theirDeeds: ReturnType<typeof deedsOf>
  private readonly touches: Record<'common' | 'mine' | 'theirs', ReturnType<typeof attributionOf>>

  constructor(states: ThreeStates, merged: Side) {
    this.common = sideOf(states.common)
    this.mine = sideOf(states.mine)
    this.theirs = sideOf(states.theirs)
    this.merged = merged
    this.mineDeeds = deedsOf(this.common, this.mine)
    this.theirDeeds = deedsOf(this.common, this.theirs)
    this.touches = {
      common: attributionOf(states.common),
      mine: attributionOf(states.mine),
      theirs: attributionOf(states.theirs),
    }
  }

  entries(): readonly ReviewEntry[] {
    const clashing: ReviewEntry[] = []
    const others: ReviewEntry[] = []
    for (const id of this.inOrder(this.theirDeeds.keys())) {
      if (this.mineDeeds.has(id)) clashing.push(this.clashing(id))
      else if (!this.isCarried(id)) others.push(this.entry(id, null, []))
    }
    const pairs = clashingPairs(
      this.common,
      { side: this.mine, deeds: this.mineDeeds },
      { side: this.theirs, deeds: this.theirDeeds },
      this.merged,
    )
    for (const { clash, mine, theirs } of pairs) clashing.push(this.entry(mine, theirs, [clash]))
    return [...clashing, ...others]
  }

  private clashing(id: UnitId): ReviewEntry {
    const clashes = clashesIn(
      id,
      { side: this.mine, deeds: this.mineDeeds.get(id) ?? NONE },
      { side: this.theirs, deeds: this.theirDeeds.get(id) ?? NONE },
    )
    return this.entry(id, null, clashes)
  }

  private entry(unit: UnitId, other: UnitId | null, clashes: readonly Clash[]): ReviewEntry {
    const there = other ?? unit
    return {
      key: [unit, ...(other === null ? [] : [other]), ...clashes].join(' '),
      unit,
      other,
      clashes,
      mineDid: [...(this.mineDeeds.get(unit) ?? NONE)],
      theirsDid: [...(this.theirDeeds.get(there) ?? NONE)],
      common: versionIn(this.common, unit),
      mine: versionIn(this.mine, unit),
      theirs: versionIn(this.theirs, there),
      mineBy: this.mineDeeds.has(unit) ? this.since('mine', unit) : [],
      theirsBy: this.since('theirs', there),
    }
  }

  /** Whether the unit came or went within one that others brought or took: that one speaks for it. */
  private isCarried(id: UnitId): boolean {
    const deeds = this.theirDeeds.get(id)
    const deed = (['inserted', 'restored', 'removed'] as const).find((each) => deeds?.has(each))
    if (!deed) return false
    const side = deed === 'removed' ? this.common : this.theirs
    const parent = side.standing.get(id)?.parents.at(-1)
    return parent !== undefined && this.theirDeeds.get(unitAttrs(parent).id)?.has(deed) === true
  }

  /** Who changed a unit after both had the same; minutes are the finest that a draft tells. */
  private since(side: 'mine' | 'theirs', unit: UnitId): readonly Touch[] {
    const before = new Map(
      this.touches.common.touches(unit).map(({ person, at }) => [person?.id, at ?? 0]),
    )
    const all = this.touches[side].touches(unit)
    const later = all.filter(({ person, at }) => {
      const known = before.get(person?.id)
      return known === undefined || (at ?? 0) > known
    })
    return later.length > 0 ? later : all.slice(0, 1)
  }

  /** As the merged draft has them; what does not stand there, where it stood, behind the rest. */
  private inOrder(ids: Iterable<UnitId>): readonly UnitId[] {
    const order = new Map<UnitId, number>()
    for (const side of [this.merged, this.theirs, this.mine, this.common]) {
      for (const id of side.standing.keys()) if (!order.has(id)) order.set(id, order.size)
    }
    return [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  }
}

const NONE: ReadonlySet<Deed> = new Set()

/** Siblings told of: a place is found again by the nearest that stands. */
const MOST_NEIGHBORS = 20

function versionIn({ act, standing }: Side, id: UnitId): UnitVersion | undefined {
  const placed = standing.get(id)
  if (!placed) return undefined
  const parent = placed.parents.at(-1)
  const siblings = unitsOf(parent ?? act).map((unit) => unitAttrs(unit).id)
  const before = siblings.slice(0, siblings.indexOf(id))
  return {
    unit: placed.unit.type.create(
      placed.unit.attrs,
      placed.unit.children.filter(({ type }) => type !== placed.unit.type),
    ),
    place: placeInWords(profileOf(act), placed),
    parent: parent ? unitAttrs(parent).id : null,
    after: before.reverse().slice(0, MOST_NEIGHBORS),
  }
}

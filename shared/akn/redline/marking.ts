import type { Node } from 'prosemirror-model'
import type { Reference } from '../../citation/reference.ts'
import type { ChangedBy, Segment } from '../../diff/redline.ts'
import type { Unit, UnitAttrs, UnitId } from '../../schema/act.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { Told } from '../told.ts'

/** How an act that holds both texts of a redline is written with its changes marked. */
export interface Marking {
  /** Ids of the draft's units. */
  readonly eids: ReadonlyMap<UnitId, string>
  /** The id of any unit of both texts; those of the draft have the draft's. */
  eid(unit: Unit): string
  /** Whether the unit stands in the base alone, or stands there for the second time. */
  isGone(unit: Unit): boolean
  /** The number as printed in each text. */
  numsOf(unit: Unit): PrintedNums
  /** What the base says of a changed unit that both texts have in its place. */
  baseOf(unit: Unit): { readonly attrs: UnitAttrs; readonly profile: Profile } | undefined
  /** What a unit, block or row that one text alone has says of that. */
  attributesOf(node: Node): Readonly<Record<string, string | null>>
  /** The words of a changed block; `undefined` where both texts have it as it is. */
  segmentsOf(block: Node): MarkedWords | undefined
  /** The draft's references, in the blocks that both texts have as they are. */
  referencesOf(unit: Unit): readonly Reference[]
  told(): Told
}

export interface PrintedNums {
  readonly base: string | undefined
  readonly draft: string | undefined
}

export interface MarkedWords {
  readonly segments: readonly Segment[]
  /** Each text of the block alone, for what white space in it tells. */
  readonly texts: readonly Node[]
}

/** The element that marks the words of a segment, if any. */
export function markOfSegment({ kind }: Pick<Segment, 'kind'>): 'ins' | 'del' | undefined {
  switch (kind) {
    case 'inserted':
      return 'ins'
    case 'deleted':
      return 'del'
    case 'kept':
      return undefined
  }
}

/** Who made a change and when, for which Akoma Ntoso has no attribute. */
export function byAttributes(by: ChangedBy | undefined): Readonly<Record<string, string>> {
  return by ? { 'bapta:by': by.author, 'bapta:at': by.date } : {}
}

import type { Fragment, Node } from 'prosemirror-model'
import type { Unit } from '../schema/act.ts'
import type { Profile } from '../tradition/tradition.ts'

/** Who made a change, where that is known, and when: ISO 8601 in UTC. */
export interface ChangedBy {
  readonly author: string
  readonly date: string
}

/**
 * A run of inline content: `deleted` is base only, `inserted` draft only. Deletion precedes insertion.
 * Words whose marks alone changed are deleted with the old marks and inserted with the new.
 */
export interface Segment {
  readonly kind: 'kept' | 'inserted' | 'deleted'
  readonly content: Fragment
  readonly by?: ChangedBy | undefined
}

/**
 * One block of a unit, or its heading, base (A) against draft (B). A block that came or went whole has
 * segments where they are known to be of several authors.
 */
export type BlockRedline = (
  | { readonly kind: 'kept'; readonly blockA: Node; readonly blockB: Node }
  | { readonly kind: 'inserted'; readonly blockB: Node; readonly segments?: readonly Segment[] }
  | { readonly kind: 'deleted'; readonly blockA: Node; readonly segments?: readonly Segment[] }
  | {
      readonly kind: 'words'
      readonly blockA: Node
      readonly blockB: Node
      readonly segments: readonly Segment[]
    }
  | {
      readonly kind: 'table'
      readonly blockA: Node
      readonly blockB: Node
      readonly rows: readonly RowRedline[]
    }
) & { readonly by?: ChangedBy | undefined }

/**
 * One row of a table. Rows are `changed` only where both have cells of the same shape (headers, spans);
 * a row divided otherwise is deleted and inserted.
 */
export interface RowRedline {
  readonly kind: 'kept' | 'inserted' | 'deleted' | 'changed'
  readonly rowA?: Node
  readonly rowB?: Node
  /** One entry a cell; empty unless the row changed. */
  readonly cells: readonly (readonly BlockRedline[])[]
}

/**
 * One unit, base (A) against draft (B). `kept` and `changed` speak of the unit's own number, kind,
 * state, heading and body; the units in it speak for themselves.
 *
 * A moved unit appears twice: as `movedFrom` where it stood and as `movedTo` where it stands. Both
 * carry the same redline of its own words. Inside `movedFrom`, `units` are the base's units only;
 * inside `movedTo`, the draft's only. A unit moved out of a moved unit is again a move of its own.
 */
export interface UnitRedline {
  readonly kind: 'kept' | 'changed' | 'inserted' | 'deleted' | 'movedFrom' | 'movedTo'
  readonly unitA?: Unit | undefined
  readonly unitB?: Unit | undefined
  /** Printed numbers; absent on a side without unit or number. */
  readonly numA?: string | undefined
  readonly numB?: string | undefined
  /** Pairs the two places of a move; unique in the redline. */
  readonly move?: string | undefined
  readonly heading?: BlockRedline | undefined
  readonly body: readonly BlockRedline[]
  /** Who changed the unit, and its words where they say nothing of their own. */
  readonly by?: ChangedBy | undefined
  /** The draft's order, with deleted and moved-away units where the base had them. */
  readonly units: readonly UnitRedline[]
}

export interface Redline {
  readonly units: readonly UnitRedline[]
  /** Numbers that changed and are told as unchanged: the redline says so, and no longer holds the base. */
  readonly unmarkedNumbers?: number
}

/** The redline of two acts. */
export interface ActRedline extends Redline {
  /** Of the draft: by it places are said in words. */
  readonly profile: Profile
}

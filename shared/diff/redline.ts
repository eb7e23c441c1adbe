import type { Fragment, Node } from 'prosemirror-model'
import type { Unit } from '../schema/act.ts'

/** A run of inline content: `deleted` is base only, `inserted` draft only. Deletion precedes insertion. */
export interface Segment {
  readonly kind: 'kept' | 'inserted' | 'deleted'
  readonly content: Fragment
}

/** One block of a unit, or its heading, base (A) against draft (B). */
export type BlockRedline =
  | { readonly kind: 'kept'; readonly blockA: Node; readonly blockB: Node }
  | { readonly kind: 'inserted'; readonly blockB: Node }
  | { readonly kind: 'deleted'; readonly blockA: Node }
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

export interface RowRedline {
  readonly kind: 'kept' | 'inserted' | 'deleted' | 'changed'
  readonly rowA?: Node
  readonly rowB?: Node
  /** One entry a cell; empty unless the row changed. */
  readonly cells: readonly (readonly BlockRedline[])[]
}

/**
 * One unit, base (A) against draft (B). A moved unit appears twice: as `movedFrom` where it stood
 * and as `movedTo` where it stands; both carry the same redline of its own words.
 */
export interface UnitRedline {
  readonly kind: 'kept' | 'changed' | 'inserted' | 'deleted' | 'movedFrom' | 'movedTo'
  readonly unitA?: Unit
  readonly unitB?: Unit
  /** Printed numbers; absent on a side without unit or number. */
  readonly numA?: string
  readonly numB?: string
  /** Pairs the two places of a move; unique in the redline. */
  readonly move?: string
  readonly heading?: BlockRedline
  readonly body: readonly BlockRedline[]
  /** The draft's order, with deleted and moved-away units where the base had them. */
  readonly units: readonly UnitRedline[]
}

export interface Redline {
  readonly units: readonly UnitRedline[]
}

import type { UnitId } from '../schema/act.ts'

/**
 * What the projection had to decide, or words that stand nowhere, because drafters worked apart: for
 * a person to look at. Computed from the shared document alone, so alike on every replica.
 */
export type Conflict =
  /** The unit's parent was removed by another drafter; it stands in the nearest one that remains. */
  | { readonly kind: 'detached'; readonly unit: UnitId; readonly parent: UnitId }
  /** Two moves put units into each other; this unit stands at the end of the act instead. */
  | { readonly kind: 'cycle'; readonly unit: UnitId; readonly parent: UnitId }
  /** Words were typed into a unit while it was joined to another; it stands, with those words. */
  | { readonly kind: 'joined-with-text'; readonly unit: UnitId; readonly into: UnitId }
  /** The unit was removed by one drafter and changed by another: `restore` brings its words back. */
  | { readonly kind: 'edited-and-removed'; readonly unit: UnitId; readonly words: string }

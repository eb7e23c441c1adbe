import type { Node } from 'prosemirror-model'
import type { Unit, UnitId } from '../schema/act.ts'
import type { UnitKind, UnitState } from '../schema/kind.ts'

/** Where a unit stands: in `parent` (`null`: the act itself), behind `after` (`null`: first of its units). */
export interface Place {
  readonly parent: UnitId | null
  readonly after: UnitId | null
}

/**
 * One edit of an act's structure or of one unit's text, as a value: what commands make, what a revert
 * is, what the journal keeps. An edit names units by id and never by position.
 */
export type UnitEdit =
  /** Puts a unit, with the units in it, at a place; their ids must be new to the draft. */
  | { readonly kind: 'insert'; readonly unit: Unit; readonly at: Place }
  /** Takes a unit out of the draft with all units in it. */
  | { readonly kind: 'remove'; readonly unit: UnitId }
  /** Brings a removed unit back where it stood, with the units that were removed with it. */
  | { readonly kind: 'restore'; readonly unit: UnitId }
  | { readonly kind: 'move'; readonly unit: UnitId; readonly to: Place }
  /** Cuts a unit's text at a place in one of its blocks; the rest becomes `newUnit`, right behind it. */
  | {
      readonly kind: 'split'
      readonly unit: UnitId
      /** Index among the unit's own blocks. */
      readonly block: number
      /** UTF-16 units into that block's inline content. */
      readonly offset: number
      readonly newUnit: UnitId
      readonly newLabel: string | null
    }
  /** Appends a unit's text and units to `into`; the emptied unit is gone. */
  | { readonly kind: 'join'; readonly unit: UnitId; readonly into: UnitId }
  | {
      readonly kind: 'setText'
      readonly unit: UnitId
      readonly heading: Node | null
      readonly body: readonly Node[]
    }
  | {
      readonly kind: 'setLabel'
      readonly unit: UnitId
      readonly label: string | null
      readonly num: string | null
    }
  | { readonly kind: 'setKind'; readonly unit: UnitId; readonly to: UnitKind }
  | { readonly kind: 'setState'; readonly unit: UnitId; readonly state: UnitState }

/** New words for one unit. */
export type TextEdit = Extract<UnitEdit, { kind: 'setText' }>

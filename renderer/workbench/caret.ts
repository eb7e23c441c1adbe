import type { EditorState } from 'prosemirror-state'
import { type Unit, type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { unitsAround } from '../editor/queries/unit-at.ts'

/** The units that hold the caret, the outermost first. */
export type CaretPath = readonly UnitId[]

export function caretUnits(state: EditorState): readonly Unit[] {
  return unitsAround(state.selection.$head)
}

/** The path at the caret; the one before when it names the same units, so that nobody redraws. */
export function caretPath(state: EditorState, before: CaretPath): CaretPath {
  const path = caretUnits(state).map((unit) => unitAttrs(unit).id)
  const isSame = path.length === before.length && path.every((id, index) => id === before[index])
  return isSame ? before : path
}

/** Places to come back to: what was left last comes first, and each place is kept once in a row. */
export interface Trail {
  readonly places: readonly UnitId[]
}

/** Places kept: more steps back than anyone remembers having made. */
const LONGEST_TRAIL = 50

export function leave(trail: Trail, place: UnitId): Trail {
  if (trail.places.at(-1) === place) return trail
  return { places: [...trail.places.slice(1 - LONGEST_TRAIL), place] }
}

export function goBack(trail: Trail): { readonly trail: Trail; readonly to: UnitId | undefined } {
  return { trail: { places: trail.places.slice(0, -1) }, to: trail.places.at(-1) }
}

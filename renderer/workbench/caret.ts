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

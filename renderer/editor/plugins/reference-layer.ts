import type { EditorState } from 'prosemirror-state'
import { Decoration } from 'prosemirror-view'
import type { Reference } from '#shared/citation/reference.ts'
import { isUnit } from '#shared/schema/act.ts'
import type { UnitPlaces } from '../node-views/unit-view.ts'
import { blockStart } from '../queries/unit-at.ts'
import { layer } from './layer.ts'

export const referenceLayer = layer('references')

/** The references as marks in the text; those whose place is no longer there are left out. */
export function referenceMarks(
  state: EditorState,
  places: UnitPlaces,
  references: readonly Reference[],
): readonly Decoration[] {
  const marks: Decoration[] = []
  for (const reference of references) {
    const position = places.positionOf(reference.from)
    const unit = position === undefined ? null : state.doc.nodeAt(position)
    if (position === undefined || !unit || !isUnit(unit)) continue
    const start = blockStart(unit, reference.block)
    if (start === undefined) continue
    const from = position + start + reference.range.start
    const to = position + start + reference.range.end
    if (to > position + unit.nodeSize) continue
    const { status } = reference
    marks.push(
      Decoration.inline(from, to, { class: 'reference', 'data-status': status }, { name: status }),
    )
  }
  return marks
}

import { keymap } from 'prosemirror-keymap'
import { type EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Result } from '#shared/base/result.ts'
import {
  headingOf,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { blockAt, firstWordIn, unitsAround } from '../queries/unit-at.ts'
import { planUnitCommand, siblingLabel, type UnitCommand } from './unit-edits.ts'

type Edit = (edits: readonly UnitEdit[]) => Result<unknown>

/** Keys that change which units stand where: edits of the draft, never surgery on the page. */
export function structureKeys(edit: Edit, newId: () => UnitId): Plugin {
  return keymap({
    Enter: (state, _, view) => split(state, view),
    Backspace: (state, _, view) => join(state, view),
    // biome-ignore lint/correctness/noComponentHookFactories: a key of the keyboard, no component
    Tab: (state) => unitCommand(state, 'indent'),
    'Shift-Tab': (state) => unitCommand(state, 'outdent'),
  })

  function split(state: EditorState, view: EditorView | undefined): boolean {
    const { $from, empty } = state.selection
    const place = blockAt($from)
    const path = unitsAround($from)
    if (!empty) {
      view?.dispatch(state.tr.deleteSelection())
      return true
    }
    if (!place || place.block < 0 || $from.parent.type.name !== 'paragraph') return true
    const newUnit = newId()
    const done = edit([
      { kind: 'split', ...place, newUnit, newLabel: siblingLabel(state.doc, path) },
    ])
    if (done.ok && view) caretTo(view, newUnit, 0)
    return true
  }

  /** At the very start of a unit, Backspace joins it to the unit before it. */
  function join(state: EditorState, view: EditorView | undefined): boolean {
    const { $from, empty } = state.selection
    const place = blockAt($from)
    if (!empty || !place || place.offset > 0) return false
    const path = unitsAround($from)
    const unit = path.at(-1)
    if (!unit || place.block > 0 || (place.block === 0 && headingOf(unit))) return false
    const into = unitBefore(state, path)
    if (!into) return true
    const wordsBefore = lastBlockSize(into)
    const done = edit([{ kind: 'join', unit: place.unit, into: unitAttrs(into).id }])
    if (done.ok && view) caretTo(view, unitAttrs(into).id, wordsBefore)
    return true
  }

  function unitCommand(state: EditorState, command: UnitCommand): boolean {
    const planned = planUnitCommand(state.doc, unitsAround(state.selection.$head), command, newId)
    if (planned) edit(planned.edits)
    return true
  }
}

function unitBefore(state: EditorState, path: readonly Unit[]): Unit | undefined {
  const unit = path.at(-1)
  const parent = path.at(-2)
  const siblings = unitsOf(parent ?? state.doc)
  return (unit && siblings[siblings.indexOf(unit) - 1]) ?? parent
}

function lastBlockSize(unit: Unit): number {
  return unit.children.findLast((child) => child.isTextblock)?.content.size ?? 0
}

/** Puts the caret into a unit, as many characters behind the start of its last own block. */
function caretTo(view: EditorView, unit: UnitId, offset: number): void {
  const { doc, tr } = view.state
  doc.descendants((node, position) => {
    if (!isUnit(node)) return false
    if (unitAttrs(node).id !== unit) return true
    const at = firstWordIn(node, position) + offset
    const $at = doc.resolve(Math.min(at, doc.content.size))
    view.dispatch(tr.setSelection(TextSelection.near($at)).scrollIntoView())
    return false
  })
}

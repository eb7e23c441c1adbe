import { baseKeymap, chainCommands, splitBlock } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Command, EditorState, Plugin } from 'prosemirror-state'
import { Plugin as KeyPlugin, Selection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import {
  bodyOf,
  headingOf,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { styleOf } from '#shared/tradition/tradition.ts'
import { planFurtherPart } from '../commands/further-part.ts'
import { nextCell, previousCell } from '../commands/table-commands.ts'
import { planUnitCommand, type UnitCommand } from '../commands/unit-edits.ts'
import { type BlockPlace, blockAt, firstWordIn, unitsAround } from '../queries/unit-at.ts'
import { positionOf } from './patch.ts'
import type { DraftSession } from './session.ts'

/** The keys of a draft: structure by Enter, Backspace, Delete and Tab; undo of one's own changes. */
export function draftKeys(session: DraftSession): Plugin {
  const { props } = keymap({
    Enter: chainCommands(enter(session), splitBlock),
    'Shift-Enter': insertBreak,
    Backspace: backspace(session),
    Delete: deleteForward(session),
    Tab: chainCommands(nextCell, unitCommand(session, 'indent')),
    'Shift-Tab': chainCommands(previousCell, unitCommand(session, 'outdent')),
    'Mod-Shift-ArrowUp': unitCommand(session, 'moveUp'),
    'Mod-Shift-ArrowDown': unitCommand(session, 'moveDown'),
    'Mod-z': takeBack(session, 'undo'),
    'Mod-Shift-z': takeBack(session, 'redo'),
    'Mod-y': takeBack(session, 'redo'),
  })
  const base = keymap(baseKeymap)
  return new KeyPlugin({
    props: {
      handleKeyDown(view, event) {
        const handle = props.handleKeyDown
        const fallBack = base.props.handleKeyDown
        return Boolean(
          handle?.call(this as never, view, event) || fallBack?.call(this as never, view, event),
        )
      },
    },
  })
}

/**
 * At the end of a numbered item the next item; in an empty one, one level out; in a heading the text
 * below; elsewhere in law the further part that reading would find, in other words nothing, so that
 * the paragraph splits.
 */
export function enter(session: DraftSession): Command {
  return (state, dispatch, view) => {
    const place = caretIn(state)
    if (!place) return false
    const path = unitsAround(state.selection.$head)
    const unit = path.at(-1)
    if (!unit) return false
    if (place.block < 0) {
      if (dispatch) dispatch(belowHeading(state, unit))
      return true
    }
    if (!isInline(state, unit) || unitsOf(unit).length > 0 || !isAtEnd(state, unit, place)) {
      return furtherPart(session, unit, place)(state, dispatch, view)
    }
    if (isWordless(unit)) return levelOut(session, path)(state, dispatch, view)
    return unitCommand(session, 'insertSibling')(state, dispatch, view)
  }
}

function furtherPart(session: DraftSession, unit: Unit, place: BlockPlace): Command {
  return (state, dispatch, view) => {
    const planned = planFurtherPart(state.doc, unit, place, session.newId)
    if (!planned?.caret) return false
    const caret = { unit: planned.caret, block: 'first' as const, offset: 0 }
    return perform(session, planned.edits, caret, dispatch, view)
  }
}

/** An empty item becomes the next of the item around it; one that stands in an article stays. */
function levelOut(session: DraftSession, path: readonly Unit[]): Command {
  return (state, dispatch, view) => {
    const unit = path.at(-1)
    const around = path.at(-2)
    if (!unit || !around || !isInline(state, around)) return true
    const outer = path.slice(0, -1)
    const planned = planUnitCommand(state.doc, outer, 'insertSibling', session.newId)
    if (!planned?.caret) return true
    const edits: readonly UnitEdit[] = [
      { kind: 'remove', unit: unitAttrs(unit).id },
      ...planned.edits,
    ]
    const caret = { unit: planned.caret, block: 'first' as const, offset: 0 }
    return perform(session, edits, caret, dispatch, view)
  }
}

/** Cuts the unit at the caret in two; the second takes the next free number. */
export function splitUnit(session: DraftSession): Command {
  return (state, dispatch, view) => {
    const place = caretIn(state)
    const path = unitsAround(state.selection.$head)
    const newUnit = session.newId()
    const planned = planUnitCommand(state.doc, path, 'insertSibling', () => newUnit)
    const made = planned?.edits[0]
    if (!place || place.block < 0 || made?.kind !== 'insert') return false
    const newLabel = unitAttrs(made.unit).label
    const { unit, block, offset } = place
    const edit: UnitEdit = { kind: 'split', unit, block, offset, newUnit, newLabel }
    return perform(session, [edit], { unit: newUnit, block: 0, offset: 0 }, dispatch, view)
  }
}

/** At the start of an item joins it to the text before; an empty one goes. */
export function backspace(session: DraftSession): Command {
  return (state, dispatch, view) => {
    const place = caretIn(state)
    const unit = unitsAround(state.selection.$head).at(-1)
    if (!place || !unit || place.offset > 0 || place.block > 0) return false
    if (place.block === 0 && headingOf(unit)) return true
    const before = unitBefore(state, unit)
    if (!before || !isInline(state, unit)) return true
    return perform(session, [joinOrRemove(unit, before)], endOf(before), dispatch, view)
  }
}

/** At the end of a unit's text joins the item that follows to it. */
export function deleteForward(session: DraftSession): Command {
  return (state, dispatch, view) => {
    const place = caretIn(state)
    const unit = unitsAround(state.selection.$head).at(-1)
    if (!place || !unit) return false
    const isLast = place.block < 0 ? bodyOf(unit).length === 0 : isLastBlock(unit, place)
    if (!isLast || !isAtBlockEnd(state)) return false
    const next = unitAfter(state, unit)
    if (!next || place.block < 0 || !isInline(state, next)) return true
    return perform(session, [joinOrRemove(next, unit)], place, dispatch, view)
  }
}

export function unitCommand(session: DraftSession, command: UnitCommand): Command {
  return (state, dispatch, view) => {
    const path = unitsAround(state.selection.$head)
    const place = blockAt(state.selection.$head)
    const planned = planUnitCommand(state.doc, path, command, session.newId)
    if (!planned) return command === 'indent' || command === 'outdent'
    const stays = planned.caret !== undefined && planned.caret === place?.unit
    const start = planned.caret && { unit: planned.caret, block: 'first' as const, offset: 0 }
    return perform(session, planned.edits, stays ? place : start, dispatch, view)
  }
}

type Caret = Omit<BlockPlace, 'block'> & { readonly block: number | 'first' }

function perform(
  session: DraftSession,
  edits: readonly UnitEdit[],
  caret: Caret | undefined,
  dispatch: unknown,
  view: EditorView | undefined,
): boolean {
  if (session.readOnly !== null) return false
  if (!dispatch) return true
  if (session.asks?.(edits, caret?.unit) === 'taken') return true
  const done = session.edit(edits)
  if (done.ok && caret && view) putCaret(view, caret)
  return true
}

function putCaret(view: EditorView, { unit, block, offset }: Caret): void {
  const { doc, tr } = view.state
  const position =
    block === 'first' ? firstWordOf(view.state, unit) : positionOf(doc, { unit, block, offset })
  if (position === undefined) return
  view.dispatch(tr.setSelection(TextSelection.create(doc, position)).scrollIntoView())
}

function firstWordOf(state: EditorState, unit: UnitId): number | undefined {
  let found: number | undefined
  state.doc.descendants((node, position) => {
    if (found !== undefined || !isUnit(node)) return false
    if (node.attrs['id'] === unit) found = firstWordIn(node, position)
    return true
  })
  return found
}

const insertBreak: Command = (state, dispatch) => {
  if (!state.selection.$head.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hardBreak.create()).scrollIntoView())
  return true
}

function takeBack(session: DraftSession, way: 'undo' | 'redo'): Command {
  return (_state, dispatch) => {
    if (dispatch) session[way]()
    return true
  }
}

/** Where a mere caret stands in a unit's own heading or paragraph. */
function caretIn(state: EditorState): BlockPlace | undefined {
  const { empty, $head } = state.selection
  if (!empty || !$head.parent.isTextblock) return undefined
  return isUnit($head.node($head.depth - 1)) ? blockAt($head) : undefined
}

function belowHeading(state: EditorState, unit: Unit) {
  const { $head } = state.selection
  const { tr } = state
  const behind = $head.after()
  if (bodyOf(unit).length === 0 && unitsOf(unit).length === 0) {
    tr.insert(behind, schema.nodes.paragraph.create())
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(behind), 1)).scrollIntoView()
}

function isInline(state: EditorState, unit: Unit): boolean {
  return styleOf(profileOf(state.doc), unitAttrs(unit).kind)?.placement === 'inline'
}

function isAtEnd(state: EditorState, unit: Unit, place: BlockPlace): boolean {
  return isLastBlock(unit, place) && isAtBlockEnd(state)
}

function isLastBlock(unit: Unit, { block }: BlockPlace): boolean {
  return block === bodyOf(unit).length - 1
}

function isAtBlockEnd(state: EditorState): boolean {
  const { $head } = state.selection
  return $head.parentOffset === $head.parent.content.size
}

function isWordless(unit: Unit): boolean {
  return unit.content.size === 0 || unit.textContent === ''
}

function joinOrRemove(unit: Unit, into: Unit): UnitEdit {
  const { id } = unitAttrs(unit)
  const isEmpty = isWordless(unit) && unitsOf(unit).length === 0
  return isEmpty
    ? { kind: 'remove', unit: id }
    : { kind: 'join', unit: id, into: unitAttrs(into).id }
}

function endOf(unit: Unit): Caret {
  const blocks = bodyOf(unit)
  const last = blocks.at(-1) ?? headingOf(unit)
  return {
    unit: unitAttrs(unit).id,
    block: blocks.length - 1,
    offset: last?.content.size ?? 0,
  }
}

/** The unit whose own text ends right before that of `unit`. */
function unitBefore(state: EditorState, unit: Unit): Unit | undefined {
  return neighbors(state, unit)[0]
}

function unitAfter(state: EditorState, unit: Unit): Unit | undefined {
  return neighbors(state, unit)[1]
}

function neighbors(state: EditorState, unit: Unit): readonly [Unit | undefined, Unit | undefined] {
  const order: Unit[] = []
  state.doc.descendants((node) => {
    if (isUnit(node)) order.push(node)
    return isUnit(node)
  })
  const at = order.indexOf(unit)
  return [order[at - 1], order[at + 1]]
}

import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Puts the selection at a place, the place in the middle of the window, and the focus in the text. */
export function selectAndShow(view: EditorView, from: number, to: number): void {
  showSelected(view, from, to)
  view.focus()
}

/** {@link selectAndShow} for who asks from a field and goes on typing there. */
export function showSelected(view: EditorView, from: number, to: number): void {
  const { doc, tr } = view.state
  const selection = TextSelection.between(doc.resolve(from), doc.resolve(to))
  view.dispatch(tr.setSelection(selection))
  show(view, from)
}

/** Articles off the screen have guessed heights, so a jump lands near, is laid out, and is corrected. */
const CORRECTIONS = 3

/** Calls back once a place that was asked for stands where it will stay. */
export function whenShown(callback: () => void, remaining = CORRECTIONS): void {
  requestAnimationFrame(() => {
    if (remaining > 0) whenShown(callback, remaining - 1)
    else callback()
  })
}

function show(view: EditorView, position: number, remaining = CORRECTIONS): void {
  // The drafter may have left the text between two frames.
  if (view.isDestroyed) return
  const { node } = view.domAtPos(Math.min(position, view.state.doc.content.size))
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
  if (remaining > 0) requestAnimationFrame(() => show(view, position, remaining - 1))
}

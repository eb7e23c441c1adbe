import type { EditorView } from 'prosemirror-view'

/** Writes words in the place of the selection, with a space to a word right before or behind it. */
export function insertWords(view: EditorView, words: string): void {
  const { selection, doc, tr } = view.state
  const { from, to, $from } = selection
  if (!$from.parent.isTextblock) return
  const before = doc.textBetween(Math.max($from.start(), from - 1), from)
  const behind = doc.textBetween(to, Math.min(to + 1, selection.$to.end()))
  const start = /[\p{L}\p{N},;:»”)]$/u.test(before) ? ' ' : ''
  const end = /^[\p{L}\p{N}«“(]/u.test(behind) ? ' ' : ''
  view.dispatch(tr.insertText(`${start}${words}${end}`, from, to).scrollIntoView())
  view.focus()
}

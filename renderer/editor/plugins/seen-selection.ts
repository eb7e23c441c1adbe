import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Keys and the clipboard act on the selection that is seen. The browser tells of a selection in a task
 * of its own, and a key that waits goes before it: the editor would cut, join or delete what was
 * selected before, so it is told first.
 */
export function seenSelection(): Plugin {
  const tell = (view: EditorView) => {
    tellSelection(view)
    return false
  }
  // A letter goes where the browser has the caret; the editor reads it there.
  const atKey = (view: EditorView, { key, ctrlKey, metaKey }: KeyboardEvent) =>
    key.length > 1 || ctrlKey || metaKey ? tell(view) : false
  return new Plugin({
    props: { handleDOMEvents: { keydown: atKey, copy: tell, cut: tell, paste: tell } },
  })
}

/** What of a view is needed to tell it of its selection. */
export interface Seen {
  readonly dom: { readonly ownerDocument: EventTarget }
}

/**
 * Tells the editor of the selection that the browser has: what is drawn in the text meanwhile would
 * else put back the one before.
 */
export function tellSelection({ dom }: Seen): void {
  dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

import { Plugin } from 'prosemirror-state'

/**
 * Keys and the clipboard act on the selection that is seen. The browser tells of a selection in a task
 * of its own, and a key that waits goes before it: the editor would cut, join or delete what was
 * selected before, so it is told first.
 */
export function seenSelection(): Plugin {
  const tell = ({ dom }: { readonly dom: HTMLElement }) => {
    dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
    return false
  }
  return new Plugin({
    props: { handleDOMEvents: { keydown: tell, copy: tell, cut: tell, paste: tell } },
  })
}

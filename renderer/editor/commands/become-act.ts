import type { EditorView } from 'prosemirror-view'
import type { Act } from '#shared/schema/act.ts'

/**
 * Puts another text of the same act in the place of the view's. The units that differ are replaced as
 * wholes; the draft then keeps every unit that both texts have, by its id.
 */
export function becomeAct(view: Pick<EditorView, 'state' | 'dispatch'>, act: Act): void {
  const { doc } = view.state
  const shared = Math.min(doc.childCount, act.childCount)
  let first = 0
  while (first < shared && doc.child(first).eq(act.child(first))) first++
  let last = 0
  while (
    last < shared - first &&
    doc.child(doc.childCount - 1 - last).eq(act.child(act.childCount - 1 - last))
  )
    last++
  const before = doc.children.slice(0, first).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const after = doc.children.slice(doc.childCount - last)
  const to = doc.content.size - after.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const units = act.children.slice(first, act.childCount - last)
  view.dispatch(view.state.tr.replaceWith(before, to, units))
}

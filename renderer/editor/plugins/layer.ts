import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { type Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { type Seen, tellSelection } from './seen-selection.ts'

/** Decorations of one sort over the text, which follow it as it changes until they are shown anew. */
export interface Layer {
  readonly plugin: Plugin<DecorationSet>
  /** Shows these, and no others, in the text or in a range of it. */
  show(view: Shown, decorations: readonly Decoration[], within?: PositionRange): void
}

/** What of a view a layer needs. */
export type Shown = Seen & Pick<EditorView, 'state' | 'dispatch'>

export interface PositionRange {
  readonly from: number
  readonly to: number
}

export function layer(name: string): Layer {
  const key = new PluginKey<DecorationSet>(name)
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const next: unknown = tr.getMeta(key)
        if (next instanceof DecorationSet) return remembering(next, new WeakMap())
        return remembering(shown.map(tr.mapping, tr.doc), remembered.get(shown))
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
  return {
    plugin,
    show(view, decorations, within) {
      const shown = key.getState(view.state)
      const next = difference(view, shown ?? DecorationSet.empty, decorations, within)
      if (next === shown) return
      tellSelection(view)
      view.dispatch(view.state.tr.setMeta(key, next).setMeta('addToHistory', false))
    },
  }
}

type PerUnit = WeakMap<Node, ReturnType<DecorationSet['forChild']>>

const remembered = new WeakMap<DecorationSet, PerUnit>()

/**
 * The same decorations, which look up those of an article once: the view asks for each article at each
 * key, and the set finds one by going through all before it. A node that an edit left as it was has what
 * it had; what an edit touched is another node.
 */
function remembering(set: DecorationSet, known: PerUnit | undefined): DecorationSet {
  if (!known || set === DecorationSet.empty || remembered.has(set)) return set
  remembered.set(set, known)
  set.forChild = (offset, child) => {
    const before = known.get(child)
    if (before) return before
    const found = DecorationSet.prototype.forChild.call(set, offset, child)
    known.set(child, found)
    return found
  }
  return set
}

/** What is shown already stays the same object, so that the view redraws only where something differs. */
function difference(
  view: Shown,
  shown: DecorationSet,
  wanted: readonly Decoration[],
  within: PositionRange | undefined,
): DecorationSet {
  const there = shown.find(within?.from, within?.to)
  const before = new Map(there.map((decoration) => [nameOf(decoration), decoration]))
  const added: Decoration[] = []
  for (const decoration of wanted) {
    if (!before.delete(nameOf(decoration))) added.push(decoration)
  }
  const gone = [...before.values()]
  if (gone.length === 0 && added.length === 0) return shown
  if (!within && gone.length > there.length / 2)
    return DecorationSet.create(view.state.doc, [...wanted])
  return shown.remove(gone).add(view.state.doc, added)
}

/** Each decoration carries its `name` in its spec: what it shows, without where. */
function nameOf({ from, to, spec }: Decoration): string {
  return `${from} ${to} ${String(spec.name)}`
}

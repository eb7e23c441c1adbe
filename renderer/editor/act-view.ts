import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Act } from '#shared/schema/act.ts'
import { actAttrs } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { copiedText } from './commands/copied-text.ts'
import { unitViews } from './node-views/unit-view.ts'
import { commentLayer } from './plugins/comment-layer.ts'
import { foundLayer } from './plugins/found-layer.ts'
import { presenceLayer } from './plugins/presence-layer.ts'
import { redlineLayer } from './plugins/redline-layer.ts'
import { referenceLayer } from './plugins/reference-layer.ts'
import { seenSelection } from './plugins/seen-selection.ts'
import { writerLayer } from './plugins/writer-layer.ts'

export interface ActViewOptions {
  readonly act: Act
  /** The draft's own: what carries edits to it and brings others' in. */
  readonly plugins: readonly Plugin[]
  readonly isEditable: boolean
  /** What the text area is called. */
  readonly label: string
  readonly onUpdate: (state: EditorState, before: EditorState) => void
}

/** One continuous view of a whole act. */
export function createActView(options: ActViewOptions) {
  const profile = profileOf(options.act)
  const units = unitViews(() => profile)
  const watch = new Plugin({
    view: () => ({
      update: (view, before) => options.onUpdate(view.state, before),
    }),
  })
  const view = new EditorView(null, {
    state: EditorState.create({
      doc: options.act,
      plugins: [
        seenSelection(),
        ...options.plugins,
        referenceLayer.plugin,
        redlineLayer.plugin,
        writerLayer.plugin,
        commentLayer.plugin,
        foundLayer.plugin,
        presenceLayer.plugin,
        watch,
      ],
    }),
    nodeViews: { unit: units.nodeView },
    // Who may only read still has a caret, to select what they comment on; the draft takes no edits.
    handleDOMEvents: {
      beforeinput(_, event) {
        if (!options.isEditable) event.preventDefault()
        return !options.isEditable
      },
    },
    clipboardTextSerializer: (slice) => copiedText(profile, slice.content),
    attributes: {
      class: 'act',
      lang: actAttrs(options.act).language,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': options.label,
      'aria-readonly': String(!options.isEditable),
      spellcheck: 'false',
      tabindex: '0',
    },
  })
  hideFromReact(view.dom)
  return { view, units }
}

/**
 * At every commit React looks whether the focused element is editable, to put back a selection that it
 * may disturb, and then counts the characters before the caret: 10 ms in a long act. It never touches
 * this element, so it is told that there is nothing to look after. The attribute stays.
 */
function hideFromReact(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { value: 'inherit' })
}

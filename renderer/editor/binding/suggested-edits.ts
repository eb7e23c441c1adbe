import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, TextSelection } from 'prosemirror-state'
import { readClip } from '#shared/read/clip.ts'
import { nodeOfLeaf } from '#shared/review/suggested-block.ts'
import { inlineOfWritten } from '#shared/review/written-words.ts'
import { type Act, actAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { clipOfSlice, pasteClip } from '../commands/paste-clip.ts'
import type { PositionRange } from '../plugins/layer.ts'
import { pastedOver } from './paste.ts'

/** What somebody who may only suggest does in the text. */
export interface SuggestedEdits {
  /** Whether they may: who only reads does not. */
  maySuggest(): boolean
  /** The text as it would be. */
  suggestChange(after: Act): void
  /** Words are typed over those that are selected. */
  suggestTyped(words: string): void
  /** A key would write or delete at the caret, where no words are selected: nothing is suggested. */
  typeAtCaret(): void
}

/** Keys and the clipboard of somebody who may only suggest: what they would do to the selection is suggested. */
export function suggestedEdits(edits: SuggestedEdits): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const { ctrlKey, metaKey, altKey, key, isComposing } = event
        const isPlain = !(ctrlKey || metaKey || altKey || isComposing)
        const isDeletion = key === 'Delete' || key === 'Backspace'
        const isLetter = [...key].length === 1
        if (!isPlain || !(isDeletion || isLetter) || !edits.maySuggest()) return false
        if (view.state.selection.empty) edits.typeAtCaret()
        else if (isDeletion) edits.suggestChange(view.state.tr.deleteSelection().doc)
        else edits.suggestTyped(key)
        return true
      },
      handleDOMEvents: {
        // Here a letter, too, acts on the selection that is seen.
        keydown(view) {
          view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
          return false
        },
        paste(view, event) {
          if (!edits.maySuggest()) return false
          const tr = pastedOver(view.state, event)
          if (tr === 'other') return false
          event.preventDefault()
          if (tr) edits.suggestChange(tr.doc)
          return true
        },
      },
      handlePaste(view, _, slice) {
        const { state } = view
        if (!edits.maySuggest()) return false
        const clip = clipOfSlice(slice)
        const tr = clip ? pasteClip(state, clip) : state.tr.replaceSelection(slice)
        if (tr) edits.suggestChange(tr.doc)
        return true
      },
    },
  })
}

/** The act with lines in the place of whole paragraphs: numbered ones are units, as when they are pasted. */
export function writtenOver(state: EditorState, { from, to }: PositionRange, lines: string): Act {
  const selection = TextSelection.create(state.doc, from, to)
  const selected = state.apply(state.tr.setSelection(selection))
  const clip = readClip({ html: '', text: lines }, actAttrs(state.doc))
  const [lead, units] = [clip.lead.map(withLeaves), clip.units.map(withLeaves)]
  if (lead.length + units.length === 0) return selected.tr.deleteSelection().doc
  return (pasteClip(selected, { ...clip, lead, units }) ?? selected.tr).doc
}

/** A node whose words are those that somebody typed: with the footnotes and breaks that these write. */
function withLeaves(node: Node): Node {
  if (node.isTextblock) {
    const inline = node.children.flatMap((child) =>
      child.isText
        ? inlineOfWritten(child.text ?? '').map((part) =>
            typeof part === 'string' ? schema.text(part, child.marks) : nodeOfLeaf(part),
          )
        : [child],
    )
    return node.type.create(node.attrs, inline)
  }
  return node.isLeaf ? node : node.type.create(node.attrs, node.children.map(withLeaves))
}

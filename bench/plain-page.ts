import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import '../renderer/styles/tokens.css'
import '../renderer/styles/base.css'
import '../renderer/styles/workbench.css'
import '../renderer/styles/law.css'
import { schema } from '../shared/schema/schema.ts'

/** The peer of bench/window.ts: ProseMirror alone, with the same text, schema and styles. */
const answer = await fetch('act.json')
const scroller = document.createElement('div')
scroller.className = 'scroller'
scroller.style.height = '100vh'
document.body.append(scroller)
new EditorView(scroller, {
  state: EditorState.create({ doc: schema.nodeFromJSON(await answer.json()) }),
  attributes: { class: 'act' },
}).focus()

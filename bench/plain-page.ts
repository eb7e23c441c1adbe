import { type Node, type NodeSpec, Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type UnitLook, unitLook } from '../renderer/editor/node-views/unit-look.ts'
import '../renderer/look.ts'
import { type Act, actAttrs, isUnit } from '../shared/schema/act.ts'
import { schema } from '../shared/schema/schema.ts'
import { profileOf } from '../shared/tradition/profiles.ts'

/**
 * The peer of bench/window.ts: ProseMirror alone, without a plugin or a view of a node, with the same text
 * and schema on the same page of law. Fonts and styles are the window's, and each unit carries what they
 * draw its number from; that is made once, before the first key. Nothing of ours runs at one, and there
 * are no marks of references, which the window finds itself.
 */
const answer = await fetch('act.json')
const act: Act = schema.nodeFromJSON(await answer.json())
document.documentElement.lang = 'en'
const scroller = document.createElement('div')
scroller.className = 'scroller'
scroller.style.height = '100vh'
document.body.append(scroller)
new EditorView(scroller, {
  state: EditorState.create({ doc: pageSchema(act).nodeFromJSON(act.toJSON()) }),
  attributes: { class: 'act', lang: actAttrs(act).language, spellcheck: 'false' },
}).focus()

/** The schema that draws each unit's section as the window does. */
function pageSchema(drawn: Act): Schema {
  const attributes = attributesOf(drawn)
  const unit: NodeSpec = {
    ...schema.spec.nodes.get('unit'),
    toDOM: ({ attrs }) => ['section', attributes.get(attrs['id']) ?? {}, 0],
  }
  return new Schema({ ...schema.spec, nodes: schema.spec.nodes.update('unit', unit) })
}

function attributesOf(drawn: Act): ReadonlyMap<unknown, UnitLook['data']> {
  const profile = profileOf(drawn)
  const attributes = new Map<unknown, UnitLook['data']>()
  drawn.descendants((node: Node) => {
    if (!isUnit(node)) return false
    const { data, style } = unitLook(profile, node)
    const styles = Object.entries(style).map(([name, value]) => `${name}: ${value}`)
    attributes.set(node.attrs['id'], { ...data, style: styles.join('; ') || undefined })
    return true
  })
  return attributes
}

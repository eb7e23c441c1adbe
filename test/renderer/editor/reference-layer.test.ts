import { EditorState, type Transaction } from 'prosemirror-state'
import { DecorationSet } from 'prosemirror-view'
import { describe, expect, it, vi } from 'vitest'
import { referencesOf } from '#shared/citation/references.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art, para, part, point } from '#test/builders/act.ts'
import { referenceLayer, referenceSteps } from '../../../renderer/editor/plugins/reference-layer.ts'
import { NO_OVERLAY } from '../../../renderer/panels/references/shown.ts'

/** More units than are drawn at once, with references in units and in units within them. */
const articles = Array.from({ length: 150 }, (_, index) =>
  art(
    String(index + 1),
    '',
    para('1', 'Согласно пункту 2 статьи 7.', point('1', 'по статье 999.')),
    para('2', 'Как в статье 3 и статье 4.'),
  ),
)
const law = act(part('I', 'Общее', ...articles))

describe('references in the view', () => {
  it('U42: are those of the text and stand on their words', () => {
    const view = viewOf(law)
    const found = run(view)
    expect(found).toEqual(referencesOf(law))
    expect(marked(view)).toEqual(found.map(({ text, status }) => `${status}: ${text}`))
  })

  it('U42: after an edit are those of the text anew, and marks that stay are the same objects', () => {
    const view = viewOf(law)
    run(view)
    const before = marks(view)
    view.dispatch(view.state.tr.insertText('Статья 5. ', placeOf(view, 'Согласно')))
    expect(run(view)).toEqual(referencesOf(view.state.doc))
    expect(marked(view)).toHaveLength(before.length + 1)
    const last = before.at(-1)
    expect(marks(view).at(-1)?.spec).toBe(last?.spec)
    view.dispatch(view.state.tr.delete(1, view.state.doc.child(0).nodeSize - 1))
    run(view)
    expect(marked(view)).toEqual([])
  })

  it('U209: after a key are looked up in the unit that it changed alone', () => {
    const view = viewOf(act(...articles))
    run(view)
    const before = shownIn(view)
    const lookUp = vi.spyOn(DecorationSet.prototype, 'forChild')
    view.dispatch(view.state.tr.insertText('Статья 5. ', placeOf(view, 'Согласно')))
    const after = shownIn(view)
    expect(lookUp).toHaveBeenCalledTimes(1)
    lookUp.mockRestore()
    expect(after).toHaveLength(150)
    expect(after.filter((marks, index) => marks !== before[index])).toHaveLength(1)
  })
})

/** What each unit of the act is given to draw, in order. */
function shownIn({ state }: View) {
  const set = referenceLayer.plugin.getState(state)
  const shown: unknown[] = []
  state.doc.forEach((unit, offset) => {
    shown.push(set?.forChild(offset, unit))
  })
  return shown
}

function viewOf(doc: Act) {
  const view = {
    dom: { ownerDocument: new EventTarget() },
    state: EditorState.create({ doc, schema, plugins: [referenceLayer.plugin] }),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
    },
  }
  return view
}

type View = ReturnType<typeof viewOf>

function run(view: View) {
  const steps = referenceSteps(view, NO_OVERLAY)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function marks({ state }: View) {
  return referenceLayer.plugin.getState(state)?.find() ?? []
}

function marked(view: View): readonly string[] {
  const { doc } = view.state
  return marks(view).map(({ from, to, spec }) => `${spec.name}: ${doc.textBetween(from, to)}`)
}

function placeOf({ state }: View, words: string): number {
  let found = 0
  state.doc.descendants((node, position) => {
    if (found === 0 && node.isText && node.text?.startsWith(words)) found = position
  })
  return found
}

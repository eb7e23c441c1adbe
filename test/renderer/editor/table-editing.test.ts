import { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it, vi } from 'vitest'
import { schema } from '#shared/schema/schema.ts'
import { act, art, para } from '#test/builders/act.ts'
import { tablePlugin } from '../../../renderer/editor/plugins/table-editing.ts'

const ARTICLES = 200

describe('tables while words are typed', () => {
  it('U209: are not looked for when the words stand in none', () => {
    const law = act(
      ...Array.from({ length: ARTICLES }, (_, index) =>
        art(String(index + 1), '', para('1', 'Да.')),
      ),
    )
    const asked = vi.spyOn(Node.prototype, 'child')
    const state = typed(stateOf(law, 'Да.'))
    expect(asked.mock.calls.length).toBeLessThan(ARTICLES)
    asked.mockRestore()
    expect(state.doc.textContent).toMatch(/^.*аДа\./u)
  })

  it('U209: are mended when the words stand in one', () => {
    const { table, tableRow, tableCell, paragraph } = schema.nodes
    const cell = (words: string) =>
      tableCell.create(null, paragraph.create(null, words ? schema.text(words) : null))
    const uneven = table.create(null, [
      tableRow.create(null, [cell('Один'), cell('')]),
      tableRow.create(null, [cell('Два')]),
    ])
    const unit = art('1', '')
    const law = act(unit.copy(unit.content.addToEnd(uneven)))
    const state = typed(stateOf(law, 'Один'))
    const cells: number[] = []
    state.doc.descendants((node) => {
      if (node.type === tableRow) cells.push(node.childCount)
    })
    expect(cells).toEqual([2, 2])
  })
})

function stateOf(doc: Node, words: string): EditorState {
  let at = 0
  doc.descendants((node, position) => {
    if (at === 0 && node.isText && node.text === words) at = position
  })
  const state = EditorState.create({ doc, plugins: [tablePlugin(() => false)] })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
}

function typed(state: EditorState): EditorState {
  return state.apply(state.tr.insertText('а'))
}

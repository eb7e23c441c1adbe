import { splitBlock } from 'prosemirror-commands'
import { Fragment, Slice } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Act, makeParagraph, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { projectAct } from '#shared/sync/project.ts'
import { act, art, dump, para, point } from '#test/builders/act.ts'
import { cohort, type Peer, standingUnits, textStart } from '#test/cohort/cohort.ts'

const base = act(
  art('1', 'Первая', para('1', 'Один.', point('1', 'раз;'), point('2', 'два.')), para('2', 'Два.')),
  art('2', 'Вторая', para('1', 'Три.')),
  art('3', 'Третья', para('1', 'Четыре.')),
)
const A1P1 = 'article-1/paragraph-1'
const A1P2 = 'article-1/paragraph-2'
const A2P1 = 'article-2/paragraph-1'

function agree(...peers: readonly Peer[]): Act {
  const [first] = peers
  if (!first) throw new Error('somebody must agree')
  for (const peer of peers) {
    expect(peer.state.doc).toBe(peer.session.act)
    expect(peer.state.doc.eq(projectAct(peer.doc))).toBe(true)
    expect(dump(peer.state.doc)).toBe(dump(first.state.doc))
    peer.state.doc.check()
  }
  return first.state.doc
}

function pair(...holdBack: readonly string[]): readonly [Peer, Peer, () => void] {
  const group = cohort(base, ['a', 'b'], { holdBack })
  const [a, b] = group.peers
  if (!a || !b) throw new Error('two peers were asked for')
  return [a, b, group.meet]
}

describe('binding', () => {
  it('S10: carries words typed in the editor, and shows them to the other without touching the rest', () => {
    const [a, b, meet] = pair()
    const before = b.state.doc
    a.type(A2P1, 'АБ', 2)
    meet()
    const after = agree(a, b)
    expect(after.textContent).toContain('ТрАБи.')
    expect(after.child(0)).toBe(a.state.doc.child(0))
    expect(b.state.doc.child(0)).toBe(before.child(0))
    expect(b.state.doc.child(2)).toBe(before.child(2))
  })

  it.each<[string, (drafter: Peer, others: readonly Uint8Array[]) => void, string]>([
    ['what others did', (b, others) => others.map(b.session.receive, b.session), 'ТБр!и.'],
    ['a structural edit', (b) => b.session.edit([{ kind: 'remove', unit: unitId(A1P2) }]), 'ТБри.'],
    ['undo', (b) => b.session.undo(), 'Три.'],
  ])('U172: words held back are in the draft before %s', (_, touch, words) => {
    const [a, b] = pair('b')
    const others: Uint8Array[] = []
    a.session.onUpdate((update) => others.push(update))
    a.type(A2P1, '!', 2)
    b.type(A2P1, 'Б', 1)
    expect(projectAct(b.doc).textContent).toContain('Три.')
    touch(b, others)
    expect(agree(b).textContent).toContain(words)
  })

  it('S10: writes a letter where it was typed among equal letters', () => {
    const [a, b, meet] = pair()
    a.type(A2P1, 'ааа')
    meet()
    a.type(A2P1, 'а', 1)
    b.type(A2P1, 'Б', 2)
    meet()
    expect(agree(a, b).textContent).toContain('аааБаТри.')
  })

  it('S10: keeps the caret of the other at its word', () => {
    const [a, b, meet] = pair()
    const at = textStart(b.state.doc, A2P1) + 2
    b.dispatch(b.state.tr.setSelection(TextSelection.create(b.state.doc, at)))
    a.type(A1P1, 'Раньше. ')
    a.session.edit([{ kind: 'move', unit: unitId('article-2'), to: { parent: null, after: null } }])
    meet()
    agree(a, b)
    expect(b.state.selection.head).toBe(textStart(b.state.doc, A2P1) + 2)
  })

  it('S10: keeps marks, breaks and characters beyond the basic plane whole', () => {
    const [a, b, meet] = pair()
    const start = textStart(a.state.doc, A2P1)
    a.dispatch(a.state.tr.insertText('😀', start))
    meet()
    a.dispatch(a.state.tr.insertText('😁', start, start + 2))
    a.dispatch(a.state.tr.addMark(start + 2, start + 4, schema.marks.strong.create()))
    a.dispatch(a.state.tr.insert(start + 3, schema.nodes.hardBreak.create()))
    meet()
    const text = agree(a, b).child(1).child(1).child(0)
    expect(text.toString()).toBe('paragraph("😁", strong("Т"), hardBreak, strong("р"), "и.")')
    a.dispatch(a.state.tr.removeMark(start, start + 6))
    meet()
    expect(agree(a, b).child(1).child(1).child(0).toString()).toBe(
      'paragraph("😁Т", hardBreak, "ри.")',
    )
  })
})

describe('binding of structure', () => {
  it('S11: splits and joins paragraphs of one unit', () => {
    const [a, b, meet] = pair()
    const at = textStart(a.state.doc, A2P1) + 2
    a.dispatch(a.state.tr.setSelection(TextSelection.create(a.state.doc, at)))
    splitBlock(a.state, (tr) => a.dispatch(tr))
    meet()
    expect(agree(a, b).child(1).child(1).childCount).toBe(2)
    a.dispatch(a.state.tr.join(at + 1))
    meet()
    expect(agree(a, b).child(1).child(1).textContent).toBe('Три.')
    expect(agree(a, b).child(1).child(1).childCount).toBe(1)
  })

  it('S11: a deletion over several units removes them and keeps the rest their ids', () => {
    const [a, b, meet] = pair()
    const from = textStart(a.state.doc, A1P1) + 2
    const to = textStart(a.state.doc, A2P1) + 2
    a.dispatch(a.state.tr.delete(from, to))
    meet()
    const after = agree(a, b)
    expect(after.textContent).toContain('Од')
    expect(standingUnits(after)).toContain('article-3')
    expect(standingUnits(after)).not.toContain(A1P2)
    a.session.undo()
    meet()
    expect(agree(a, b).eq(base)).toBe(true)
  })

  it('S12: gives copies of a unit ids of their own, and the copied unit keeps its id', () => {
    const [a, b, meet] = pair()
    const copied = new Slice(Fragment.from(a.state.doc.child(0)), 0, 0)
    a.dispatch(a.state.tr.replace(0, 0, copied))
    meet()
    const after = agree(a, b)
    const ids = standingUnits(after)
    expect(new Set(ids).size).toBe(ids.length)
    expect(after.childCount).toBe(4)
    expect(after.child(1).attrs['id']).toBe('article-1')
    expect(after.child(0).textContent).toBe(after.child(1).textContent)
  })

  it('S12: a unit dragged elsewhere in the editor stays the same unit', () => {
    const [a, b, meet] = pair()
    b.type(A1P1, 'СЛОВО ')
    const dragged = a.state.doc.child(0)
    const { tr } = a.state
    tr.delete(0, dragged.nodeSize)
    tr.insert(tr.doc.content.size, dragged)
    a.dispatch(tr)
    meet()
    const after = agree(a, b)
    expect(after.child(2).attrs['id']).toBe('article-1')
    expect(after.child(2).textContent).toContain('СЛОВО Один.')
  })

  it('S11: pastes paragraphs and tables into a unit', () => {
    const [a, b, meet] = pair()
    const { table, tableRow, tableCell } = schema.nodes
    const cell = (words: string) => tableCell.create(null, makeParagraph(words))
    const at = textStart(a.state.doc, A2P1) + 5
    const pasted = [
      makeParagraph('Ещё.'),
      table.create(null, tableRow.create(null, [cell('x'), cell('y')])),
    ]
    a.dispatch(a.state.tr.insert(at, pasted))
    meet()
    const unit = agree(a, b).child(1).child(1)
    expect(unit.children.map((node) => node.type.name)).toEqual(['paragraph', 'paragraph', 'table'])
    const cellAt = at + 'Ещё.'.length + 2 + 4
    a.dispatch(a.state.tr.insertText('A', cellAt))
    b.dispatch(b.state.tr.insertText('B', cellAt + 5))
    meet()
    expect(agree(a, b).child(1).child(1).lastChild?.textContent).toBe('AxBy')
  })

  it('S13: refuses edits while the draft may only be read', () => {
    const [a, b, meet] = pair()
    b.doc.getMap('meta').set('schemaVersion', 99)
    meet()
    expect(a.session.readOnly?.message).toContain('newer program')
    const before = Y.encodeStateVector(a.doc)
    expect(a.state.applyTransaction(a.state.tr.insertText('x', 5)).transactions).toEqual([])
    expect(a.session.edit([{ kind: 'remove', unit: unitId('article-1') }]).ok).toBe(false)
    expect(a.session.undo()).toBe(false)
    expect(Y.encodeStateVector(a.doc)).toEqual(before)
  })
})

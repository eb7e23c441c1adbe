import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Act, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { projectAct } from '#shared/sync/project.ts'
import { act, art, dump, para } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'
import { ownWords } from '#test/cohort/deeds.ts'

const base = act(
  art('1', 'Первая', para('1', 'Президент избирается.')),
  art('2', 'Вторая', para('1', 'Парламент состоит.'), para('2', 'Палат две.')),
  art('3', 'Третья', para('1', 'Суд независим.')),
  art('4', 'Четвёртая', para('1', 'Народ един.')),
)
const A = unitId('article-1')
const B = unitId('article-2')
const C = unitId('article-3')
const D = unitId('article-4')
const B1 = unitId('article-2/paragraph-1')
const B2 = unitId('article-2/paragraph-2')

const toEnd = (unit = B): UnitEdit => ({ kind: 'move', unit, to: { parent: null, after: D } })
const toFront = (unit = B): UnitEdit => ({ kind: 'move', unit, to: { parent: null, after: null } })
const newArticle = (id: string, after = A): UnitEdit => ({
  kind: 'insert',
  unit: makeUnit({ id: unitId(id), kind: 'article', label: '1-1' }, { heading: `Новая ${id}` }),
  at: { parent: null, after },
})

interface Outcome {
  readonly draft: Act
  readonly order: readonly string[]
  readonly a: Peer
  readonly b: Peer
  meet(): void
}

/** What two drafters hold after each did something unknown to the other. */
function together(first: (peer: Peer) => void, second: (peer: Peer) => void): Outcome {
  const { peers, meet } = cohort(base, ['a', 'b'])
  const [a, b] = peers
  if (!a || !b) throw new Error('two peers were asked for')
  first(a)
  second(b)
  meet()
  const draft = a.session.act
  draft.check()
  expect(dump(b.session.act)).toBe(dump(draft))
  expect(b.state.doc.eq(a.state.doc)).toBe(true)
  return { draft, order: draft.children.map((unit) => String(unit.attrs['id'])), a, b, meet }
}

const does = (edit: UnitEdit) => (peer: Peer) => {
  expect(peer.session.edit([edit])).toEqual({ ok: true, value: undefined })
}
const types =
  (unit: string, offset = 0) =>
  (peer: Peer) =>
    peer.type(unit, 'ПОПРАВКА ', offset)

/** Every unit's own words are as in the base, but for one. */
function expectOnly(draft: Act, unit: string, words: string): void {
  for (const id of [A, B, C, D, B1, B2]) {
    expect(ownWords(draft, id)).toBe(id === unit ? words : ownWords(base, id))
  }
}

describe('two drafters apart', () => {
  it('S22: (E1) both paragraphs of a unit deleted: the unit and its heading stay', () => {
    const remove = (unit: typeof B1) => does({ kind: 'remove', unit })
    const { draft } = together(remove(B1), remove(B2))
    expect(draft.child(1).textContent).toBe('Вторая')
  })

  it('S22: (E2) an older program that opens a newer draft leaves every byte', () => {
    const { peers } = cohort(base, ['a'])
    const [a] = peers
    const body = a && (a.doc.getMap('units').get(B1) as Y.Map<unknown>).get('body')
    if (!a || !(body instanceof Y.XmlFragment)) throw new Error('the unit has a body')
    const text = new Y.XmlText()
    text.insert(0, 'новое', { tracked: true })
    const block = new Y.XmlElement('block')
    block.insert(0, [text])
    body.insert(1, [new Y.XmlElement('formula'), block])
    const state = Y.encodeStateAsUpdate(a.doc)
    expect(draftFault(state)?.message).toContain('“formula”')
    expect(draftFault(a.doc)?.message).toContain('“formula”')
    expect(a.session.readOnly?.message).toContain('“formula”')
    expect(a.session.edit([toEnd()]).ok).toBe(false)
    expect(a.state.applyTransaction(a.state.tr.insertText('x', 4)).transactions).toEqual([])
    projectAct(a.doc).check()
    expect(a.session.act.textContent).toContain('новое')
    expect(Y.encodeStateAsUpdate(a.doc)).toEqual(state)
  })

  it('S22: (E3, E3b, E4c) both move one article: it stands once, whole', () => {
    const { draft, order } = together(does(toEnd()), does(toEnd()))
    expect(order).toEqual([A, C, D, B])
    expectOnly(draft, '', '')
  })

  it('S22: (E4, E4b) one moves an article, the other types in it: the words go along', () => {
    const { draft, order } = together(does(toEnd()), types(B1))
    expect(order).toEqual([A, C, D, B])
    expectOnly(draft, B1, 'ПОПРАВКА Парламент состоит.')
  })

  it('S22: (E4c) both move it elsewhere while a third types: one place, all words', () => {
    const { peers, meet } = cohort(base, ['a', 'b', 'c'])
    peers[0]?.session.edit([toEnd()])
    peers[1]?.session.edit([toFront()])
    peers[2]?.type(B1, 'ПОПРАВКА ')
    meet()
    const draft = peers[0]?.session.act ?? base
    expect(new Set(peers.map(({ session }) => dump(session.act))).size).toBe(1)
    expect(draft.childCount).toBe(4)
    expectOnly(draft, B1, 'ПОПРАВКА Парламент состоит.')
  })

  it('S22: (E5) both insert an article at one place: both stand, and a third fits between', () => {
    const { a, b, meet, order } = together(does(newArticle('x')), does(newArticle('y')))
    expect(order).toEqual([A, 'x', 'y', B, C, D])
    does(newArticle('z', unitId('x')))(a)
    meet()
    expect(b.session.act.children.map((unit) => unit.attrs['id'])).toEqual([
      A,
      'x',
      'z',
      'y',
      B,
      C,
      D,
    ])
  })

  it('S22: (E6, E7) one splits a unit, the other types in the tail: words stay in the unit they were typed in', () => {
    const split: UnitEdit = {
      kind: 'split',
      unit: B1,
      block: 0,
      offset: 9,
      newUnit: unitId('tail'),
      newLabel: '1-1',
    }
    const { draft } = together(does(split), types(B1, 18))
    expect(ownWords(draft, B1)).toBe('ПарламентПОПРАВКА ')
    expect(ownWords(draft, 'tail')).toBe(' состоит.')
  })

  it('S22: (E8) both number one unit: one number wins on both, and no text is touched', () => {
    const label = (value: string) => does({ kind: 'setLabel', unit: B, label: value, num: null })
    const { draft } = together(label('2-1'), label('2-2'))
    expect(['2-1', '2-2']).toContain(draft.child(1).attrs['label'])
    expectOnly(draft, '', '')
  })

  it('S22: (E9) one makes a paragraph a note, the other types in it: words and note stay', () => {
    const toNote = (peer: Peer) => {
      const at = textStart(peer.state.doc, B1) - 1
      peer.dispatch(peer.state.tr.setNodeMarkup(at, schema.nodes.note))
    }
    const { draft } = together(toNote, types(B1))
    expect(draft.child(1).child(1).firstChild?.type.name).toBe('note')
    expectOnly(draft, B1, 'ПОПРАВКА Парламент состоит.')
  })

  it('S22: (E10) undo takes back one’s own change and leaves the other’s', () => {
    const { a, b, meet } = together(does({ kind: 'remove', unit: B2 }), types(B1))
    a.session.undo()
    meet()
    expectOnly(b.session.act, B1, 'ПОПРАВКА Парламент состоит.')
    a.session.redo()
    meet()
    expect(ownWords(b.session.act, B2)).toBe('')
    expect(ownWords(b.session.act, B1)).toBe('ПОПРАВКА Парламент состоит.')
  })

  it('S22: (E11, N1, N2) a keystroke writes one small update and leaves all other nodes as they are', () => {
    const updates: Uint8Array[] = []
    const { peers } = cohort(base, ['a'])
    // The first key of a minute is signed.
    peers[0]?.type(B1, 'х')
    const before = peers[0]?.session.act
    peers[0]?.session.onUpdate((update) => updates.push(update))
    peers[0]?.type(B1, 'х')
    expect(updates.map(({ byteLength }) => byteLength < 40)).toEqual([true])
    for (const at of [0, 2, 3]) expect(peers[0]?.session.act.child(at)).toBe(before?.child(at))
  })
})

describe('two drafters apart, by the cases that the stock binding fails', () => {
  it('S23: move an article to the front || type in another: the other has the words', () => {
    const { draft, order } = together(does(toFront(D)), types(B1))
    expect(order).toEqual([D, A, B, C])
    expectOnly(draft, B1, 'ПОПРАВКА Парламент состоит.')
  })

  it('S23: move to the end || move to the front: once, and no neighbor changes', () => {
    const { draft, order } = together(does(toEnd()), does(toFront()))
    expect(order.filter((id) => id === B)).toHaveLength(1)
    expectOnly(draft, '', '')
  })

  it('S23: remove a unit || type in it: it goes, the words are reported and come back with it', () => {
    const { a, b, meet } = together(does({ kind: 'remove', unit: B }), types(B1))
    expect(a.session.conflicts).toEqual([
      { kind: 'edited-and-removed', unit: B1, words: 'ПОПРАВКА Парламент состоит.' },
    ])
    does({ kind: 'restore', unit: B })(a)
    meet()
    expectOnly(b.session.act, B1, 'ПОПРАВКА Парламент состоит.')
    expect(b.session.conflicts).toEqual([])
  })

  it('S23: insert an article before and renumber all || type in one', () => {
    const renumber = (peer: Peer) => {
      does(newArticle('x'))(peer)
      for (const [unit, label] of [
        [B, '3'],
        [C, '4'],
        [D, '5'],
      ] as const) {
        does({ kind: 'setLabel', unit, label, num: null })(peer)
      }
    }
    const { draft, order } = together(renumber, types(B1))
    expect(order).toEqual([A, 'x', B, C, D])
    expectOnly(draft, B1, 'ПОПРАВКА Парламент состоит.')
  })
})

describe('what the projection decides', () => {
  it('S24: a unit put into one that is removed stands where that one stood, and is reported', () => {
    const into: UnitEdit = { kind: 'move', unit: C, to: { parent: B, after: B1 } }
    const { order, a } = together(does({ kind: 'remove', unit: B }), does(into))
    expect(order).toEqual([A, C, D])
    expect(a.session.conflicts).toEqual([{ kind: 'detached', unit: C, parent: B }])
  })

  it('S24: two units moved into each other both stand, one at the end of the act, and are reported', () => {
    const into = (unit: typeof A, parent: typeof A): UnitEdit => ({
      kind: 'move',
      unit,
      to: { parent, after: null },
    })
    const { order, a } = together(does(into(A, B)), does(into(B, A)))
    expect(order).toEqual([C, D, A])
    expect(a.session.conflicts).toEqual([{ kind: 'cycle', unit: A, parent: B }])
  })

  it('S25: words typed into a unit that another joined stand in that unit, which is reported', () => {
    const { draft, a } = together(does({ kind: 'join', unit: B2, into: B1 }), types(B2, 5))
    expect(ownWords(draft, B1)).toBe('Парламент состоит.Палат две.')
    expect(ownWords(draft, B2)).toBe('ПОПРАВКА ')
    expect(a.session.conflicts).toEqual([{ kind: 'joined-with-text', unit: B2, into: B1 }])
  })

  it('S25: a unit put into one that was joined follows the text', () => {
    const into: UnitEdit = { kind: 'move', unit: C, to: { parent: B2, after: null } }
    const { draft, a } = together(does({ kind: 'join', unit: B2, into: B1 }), does(into))
    expect(draft.child(1).child(1).lastChild?.attrs['id']).toBe(C)
    expect(a.session.conflicts).toEqual([])
  })

  it('S26: repeal || type: repealed, with the words', () => {
    const { draft } = together(does({ kind: 'setState', unit: B1, state: 'repealed' }), types(B1))
    expect(draft.child(1).child(1).attrs['state']).toBe('repealed')
    expectOnly(draft, B1, 'ПОПРАВКА Парламент состоит.')
  })

  it('S27: words typed into a paragraph that another deleted or joined stay in their unit', () => {
    const two: UnitEdit = {
      kind: 'setText',
      unit: B1,
      heading: null,
      body: [makeParagraph('Один.'), makeParagraph('Два.')],
    }
    const { a, b, meet } = together(does(two), () => undefined)
    a.dispatch(a.state.tr.join(textStart(a.state.doc, B1) + 'Один.'.length + 1))
    b.type(B1, 'ПОПРАВКА ', 4, 1)
    meet()
    expect(ownWords(a.session.act, B1)).toBe('Один.Два.\nПОПРАВКА ')
    expect(dump(b.session.act)).toBe(dump(a.session.act))
  })

  it('S28: undo of an insertion keeps what another typed there, reported, and redo brings it back', () => {
    const { a, b, meet } = together(
      does({
        kind: 'insert',
        unit: makeUnit({ id: unitId('n'), kind: 'article' }, { body: [makeParagraph('Своё.')] }),
        at: { parent: null, after: A },
      }),
      () => undefined,
    )
    b.type('n', 'ПОПРАВКА ')
    meet()
    a.session.undo()
    meet()
    expect(ownWords(b.session.act, 'n')).toBe('')
    expect(b.session.conflicts).toEqual([
      { kind: 'edited-and-removed', unit: 'n', words: 'ПОПРАВКА' },
    ])
    a.session.redo()
    meet()
    expect(ownWords(b.session.act, 'n')).toBe('ПОПРАВКА Своё.')
  })

  it('S29: bytes that are no update are refused and change nothing', () => {
    const { peers } = cohort(base, ['a'])
    const state = peers[0] && Y.encodeStateAsUpdate(peers[0].doc)
    expect(peers[0]?.session.receive(new Uint8Array([1, 2, 3, 255])).ok).toBe(false)
    expect(peers[0] && Y.encodeStateAsUpdate(peers[0].doc)).toEqual(state)
    expect(draftFault(new Uint8Array([9, 9, 9]))?.message).toContain('damaged')
  })
})

import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { unitId } from '#shared/schema/act.ts'
import { act, art, dump, para, point } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'
import {
  backspace,
  deleteForward,
  enter,
  splitUnit,
  unitCommand,
} from '../../renderer/editor/binding/keys.ts'

const base = act(
  art('1', 'Первая', para('1', 'Один.', point('1', 'раз;'), point('2', 'два.')), para('2', 'Два.')),
  art('2', 'Вторая', para('1', 'Три.')),
)
const P1 = 'article-1/paragraph-1'
const P2 = 'article-1/paragraph-2'
const POINT1 = `${P1}/point-1`
const POINT2 = `${P1}/point-2`

function drafter(): Peer {
  const [peer] = cohort(base, ['a']).peers
  if (!peer) throw new Error('a peer was asked for')
  return peer
}

/** Puts the caret and presses a key; the page is the peer's editor. */
function press(peer: Peer, command: Command, unit: string, offset: number, block = 0): boolean {
  const at = textStart(peer.state.doc, unit, block) + offset
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at)))
  const page = {
    get state(): EditorState {
      return peer.state
    },
    dispatch: (tr: Transaction) => peer.dispatch(tr),
  }
  return command(peer.state, page.dispatch, page as EditorView)
}

/** The unit and the words before the caret. */
function caret({ state }: Peer): string {
  const { $head } = state.selection
  return `${$head.node($head.depth - 1).attrs['id']}|${$head.parent.textContent.slice(0, $head.parentOffset)}`
}

describe('edits of structure', () => {
  it('U76: are looked at before a key does them', () => {
    const peer = drafter()
    const before = dump(peer.state.doc)
    const asked: unknown[] = []
    peer.session.asks = (edits) => {
      asked.push(...edits)
      return 'taken'
    }
    expect(press(peer, backspace(peer.session), P2, 0)).toBe(true)
    expect(asked).toEqual([{ kind: 'join', unit: P2, into: POINT2 }])
    expect(dump(peer.state.doc)).toBe(before)
    peer.session.asks = () => 'free'
    press(peer, backspace(peer.session), P2, 0)
    expect(dump(peer.state.doc)).not.toBe(before)
  })
})

describe('Enter', () => {
  it('S14: at the end of an item makes the next item, with the next number, and goes there', () => {
    const peer = drafter()
    expect(press(peer, enter(peer.session), POINT2, 4)).toBe(true)
    expect(dump(peer.state.doc)).toContain('    point 3 #a1 draft ""')
    expect(caret(peer)).toBe('a1|')
  })

  it('S14: between items takes the number before it and an index', () => {
    const peer = drafter()
    press(peer, enter(peer.session), POINT1, 4)
    expect(dump(peer.state.doc)).toContain('    point 1-1 #a1 draft ""')
  })

  it('S14: in an empty item goes one level out', () => {
    const peer = drafter()
    press(peer, enter(peer.session), POINT2, 4)
    expect(press(peer, enter(peer.session), 'a1', 0)).toBe(true)
    expect(dump(peer.state.doc)).not.toContain('#a1')
    expect(caret(peer)).toBe('a2|')
    expect(dump(peer.state.doc)).toContain('\n  paragraph 1-1 #a2 draft ""')
  })

  it('S14: in a heading goes to the text below and cuts nothing', () => {
    const peer = drafter()
    expect(press(peer, enter(peer.session), 'article-2', 3, -1)).toBe(true)
    expect(caret(peer)).toBe('article-2/paragraph-1|')
    expect(peer.state.doc.eq(base)).toBe(true)
  })

  it('S14: the command to split cuts the unit in two', () => {
    const peer = drafter()
    press(peer, splitUnit(peer.session), P2, 2)
    expect(dump(peer.state.doc)).toContain('#article-1/paragraph-2 "Дв"')
    expect(dump(peer.state.doc)).toMatch(/paragraph 3 #a1 draft "а\."/)
    expect(caret(peer)).toBe('a1|')
  })
})

describe('Backspace and Delete', () => {
  it('S15: Backspace joins an item to the one before, the caret between them', () => {
    const peer = drafter()
    press(peer, backspace(peer.session), POINT2, 0)
    expect(dump(peer.state.doc)).toContain(`#${POINT1} "раз;два."`)
    expect(caret(peer)).toBe(`${POINT1}|раз;`)
  })

  it('S15: Backspace in an empty item takes it away', () => {
    const peer = drafter()
    press(peer, enter(peer.session), POINT2, 4)
    press(peer, backspace(peer.session), 'a1', 0)
    expect(peer.state.doc.eq(base)).toBe(true)
    expect(caret(peer)).toBe(`${POINT2}|два.`)
  })

  it('S15: Backspace at a heading and Delete before one do nothing', () => {
    const peer = drafter()
    expect(press(peer, backspace(peer.session), 'article-2', 0, -1)).toBe(true)
    expect(press(peer, deleteForward(peer.session), P2, 4)).toBe(true)
    expect(peer.state.doc.eq(base)).toBe(true)
  })

  it('S15: Delete at the end joins the item that follows', () => {
    const peer = drafter()
    press(peer, deleteForward(peer.session), POINT1, 4)
    expect(dump(peer.state.doc)).toContain(`#${POINT1} "раз;два."`)
    expect(press(peer, deleteForward(peer.session), POINT1, 2)).toBe(false)
  })
})

describe('Tab and arrows', () => {
  it('S16: Tab puts an item into the one before, Shift-Tab takes it out again', () => {
    const peer = drafter()
    expect(press(peer, unitCommand(peer.session, 'indent'), P2, 1)).toBe(true)
    expect(dump(peer.state.doc)).toContain(`    point 2 #${P2} "Два."`)
    expect(caret(peer)).toBe(`${P2}|Д`)
    press(peer, unitCommand(peer.session, 'outdent'), P2, 1)
    expect(peer.state.doc.child(0).child(2).attrs['id']).toBe(P2)
    expect(caret(peer)).toBe(`${P2}|Д`)
  })

  it('S16: a unit moves up with the caret in it, and undo takes it back', () => {
    const peer = drafter()
    press(peer, unitCommand(peer.session, 'moveUp'), P2, 1)
    expect(peer.state.doc.child(0).child(1).attrs['id']).toBe(unitId(P2))
    expect(caret(peer)).toBe(`${P2}|Д`)
    peer.session.undo()
    expect(peer.state.doc.eq(base)).toBe(true)
  })
})

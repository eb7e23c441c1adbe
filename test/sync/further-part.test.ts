import { splitBlock } from 'prosemirror-commands'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import type { Act } from '#shared/schema/act.ts'
import { act, art, dump, indent, para, point, preamble, sub } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'
import { enter } from '../../renderer/editor/binding/keys.ts'

const base = act(
  preamble('Мы, народ.'),
  art('1', undefined, 'Республика едина. Она неделима.'),
  art('2', undefined, para('1', 'Палаты две. Сенат первая.'), para('2', 'Два.')),
  art('3', undefined, para('1', 'Президент. Он глава:', point('1', 'раз;'), point('2', 'два.'))),
  art('4', undefined, 'Суд один.', sub('Суд независим. Судья несменяем.')),
  art('5', undefined, 'Парламент:', indent('издает законы и отменяет их;'), indent('иное.')),
)

const PART = 'article-4/subparagraph-Суд-независи'

/** Presses Enter in the words of a unit and types. */
function afterEnter(unit: string, offset: number, typed = ''): Act {
  return entered(unit, offset, typed).state.doc
}

function entered(unit: string, offset: number, typed = ''): Peer {
  const [peer] = cohort(base, ['a']).peers
  if (!peer) throw new Error('a peer was asked for')
  const at = textStart(peer.state.doc, unit, 0) + offset
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at)))
  const dispatch = (tr: Transaction) => peer.dispatch(tr)
  const page = pageOf(peer, dispatch)
  if (!enter(peer.session)(peer.state, dispatch, page)) splitBlock(peer.state, dispatch)
  if (typed !== '') peer.dispatch(peer.state.tr.insertText(typed))
  return peer
}

function pageOf(peer: Peer, dispatch: (tr: Transaction) => void): EditorView {
  const page = {
    get state(): EditorState {
      return peer.state
    },
    dispatch,
  }
  return page as EditorView
}

describe('Enter in the words of a unit', () => {
  it.each([
    ['behind an article’s words', 'article-1', 31, 'Она светская.'],
    ['in an article’s words', 'article-1', 17, ''],
    ['in those of a numbered item', 'article-2/paragraph-1', 11, ''],
    ['before a part', 'article-4', 9, 'Это так.'],
    ['in a part', PART, 14, ''],
    ['behind a lead-in', 'article-5', 10, 'принимает;'],
    ['in an indent', 'article-5/alinea-издает-закон', 15, ''],
    ['in words that lead to points', 'article-3/paragraph-1', 10, ''],
    ['in a point', 'article-3/paragraph-1/point-1', 2, ''],
  ])('S84: makes %s what the amending law can say', (_, unit, offset, typed) => {
    const draft = afterEnter(unit, offset, typed)
    expect(dump(draft)).not.toEqual(dump(base))
    expect(deriveLaw(base, draft).proof).toMatchObject({ holds: true, differences: [] })
  })

  it('S84: makes a part of what begins large and an indent of what begins small', () => {
    expect(dump(afterEnter('article-1', 17))).toContain(
      '"Республика едина. "\n  subparagraph - #a1 draft "Она неделима."',
    )
    expect(dump(afterEnter('article-2/paragraph-2', 2))).toContain(
      '"Дв"\n    alinea - #a1 draft "а."',
    )
  })

  it('S84: keeps the points of an item under the words that lead to them', () => {
    expect(dump(afterEnter('article-3/paragraph-1', 10))).toMatch(
      /subparagraph - #a1 draft "Он глава:"\n {6}point 1 .*\n {6}point 2 /u,
    )
  })

  it('S84: is undone at once', () => {
    const peer = entered('article-3/paragraph-1', 10)
    peer.session.undo()
    expect(dump(peer.state.doc)).toBe(dump(base))
  })

  it('S84: keeps the lines of a preamble in it', () => {
    expect(dump(afterEnter('preamble-Мы,-народ.', 3))).toMatch(/^preamble .* "Мы," " народ\."/u)
  })
})

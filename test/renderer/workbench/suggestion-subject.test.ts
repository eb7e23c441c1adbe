import { TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art, para } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'
import { suggestionSubjectIn } from '../../../renderer/workbench/suggestion-subject.ts'

const P1 = unitId('article-1/paragraph-1')
const P2 = unitId('article-1/paragraph-2')
const law = act(art('1', 'Вода', para('1', 'Вода чиста и глубока.'), para('2', 'Берега открыты.')))

function select(peer: Peer, from: number, to: number) {
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, from, to)))
  const positionOf = (id: UnitId) => {
    let found: number | undefined
    peer.state.doc.descendants((node, position) => {
      if (node.attrs['id'] === id) found = position
    })
    return found
  }
  return suggestionSubjectIn({
    session: peer.session,
    view: peer,
    places: { positionOf },
    profile: profileOf(law),
    placeOf: String,
  })
}

function pair() {
  const { peers, meet } = cohort(law, ['a', 'b'])
  const [a, b] = peers
  if (!a || !b) throw new Error('two peers were asked for')
  return { a, b, meet }
}

it('U240: what others write around the words leaves a suggestion at them', () => {
  const { a, b, meet } = pair()
  const start = textStart(a.state.doc, P1)
  const subject = select(a, start + 'Вода '.length, start + 'Вода чиста'.length)
  expect(subject?.quote).toBe('чиста')
  b.type(P1, 'Новая, ')
  meet()
  const now = subject?.standing()
  expect(now?.words).toMatchObject({ from: 'Новая, Вода '.length })
  expect(now?.around).toEqual(['Новая, Вода ', ' и глубока.'])
  const { from, to } = now?.over ?? { from: 0, to: 0 }
  expect(a.state.doc.textBetween(from, to)).toBe('Новая, Вода чиста и глубока.')
})

it('U240: paragraphs are found again, and not where others changed them', () => {
  const { a, b, meet } = pair()
  const range = [textStart(a.state.doc, P1) + 5, textStart(a.state.doc, P2) + 6] as const
  const subject = select(a, ...range)
  b.type('article-1', 'Большая ', 0, -1)
  meet()
  const { from, to } = subject?.standing()?.over ?? { from: 0, to: 0 }
  expect(a.state.doc.textBetween(from, to, '|')).toBe('Вода чиста и глубока.|Берега открыты.')
  b.type(P2, 'Все ')
  meet()
  expect(subject?.standing()).toBeUndefined()
})

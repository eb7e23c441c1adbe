import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { acceptProposal } from '#shared/review/proposal.ts'
import { placeOfProposal, propose, type WordProposal } from '#shared/review/suggested-words.ts'
import { openProposal, type Thread, threadsIn } from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { attributionOf } from '#shared/sync/attribution.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { readJournal } from '#shared/sync/edit.ts'
import { layoutOf, projectAct } from '#shared/sync/project.ts'
import { act, art, para } from '#test/builders/act.ts'
import { seeded } from '#test/cohort/chance.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'

const TEXT = 'Один два три четыре пять шесть.'
const SECOND = 'Палат две.'
const base = act(art('1', 'Первая', para('1', TEXT), para('2', SECOND)))
const P1 = unitId('article-1/paragraph-1')
const P2 = unitId('article-1/paragraph-2')
const OLEG = { id: 'p2', name: 'Олег' }
const DONE = { ok: true, value: undefined }

function three() {
  const { peers, meet, deliverSome } = cohort(base, ['a', 'b', 'c'])
  const [a, b, c] = peers
  if (!a || !b || !c) throw new Error('three peers were asked for')
  return { a, b, c, peers, meet, deliverSome }
}

function wordsOf({ doc }: Peer, unit = P1): string {
  let words = ''
  projectAct(doc).descendants((node) => {
    if (node.attrs['id'] === unit) words = node.children.map((child) => child.textContent).join('')
    return true
  })
  return words
}

/** What Oleg proposes in place of words of the first paragraph, as others read it in the review part. */
function proposed(
  { doc }: Peer,
  old: string,
  words: string,
  id = 't1',
  unit = P1,
): Thread & { readonly proposal: WordProposal } {
  const from = (unit === P1 ? TEXT : SECOND).indexOf(old)
  const made = propose(doc, { unit, text: 0, from, to: from + old.length }, { words })
  if (!made.ok) throw new Error(made.problem.code)
  const review = new Y.Doc()
  openProposal(review, made.value, { id, author: OLEG, at: 1, words: '' })
  const [thread] = threadsIn(review)
  if (thread?.proposal?.kind !== 'words') throw new Error('a thread was opened')
  return { ...thread, proposal: thread.proposal }
}

const decisionOf = ({ doc }: Peer, id = 't1') => decisionsIn(doc).get(id)?.kind

describe('proposals', () => {
  it('V80: the text stays until one is accepted, and then reads as proposed, whatever was written around', () => {
    const { a, b, meet } = three()
    const thread = proposed(a, 'три четыре', 'семь')
    expect(wordsOf(a)).toBe(TEXT)
    b.type(P1, 'Ноль ')
    b.type(P1, ' восемь', 'Ноль Один два три четыре'.length)
    meet()
    expect(a.session.accept([thread])).toEqual(DONE)
    meet()
    for (const peer of [a, b]) expect(wordsOf(peer)).toBe('Ноль Один два семь восемь пять шесть.')
    expect(decisionOf(b)).toBe('accepted')
  })

  it('V80: words are narrowed to those that differ; words that are only added have the one beside them', () => {
    const { a } = three()
    const shown = (old: string, words: string) => {
      const { anchor, proposal } = proposed(a, old, words)
      return `${anchor.words?.quote} → ${proposal.words}`
    }
    expect(shown('два три четыре', 'два 3 четыре')).toBe('три → 3')
    expect(shown('два три', 'два и три')).toBe('два  → два и ')
    expect(shown('три четыре', '')).toBe('три четыре → ')
    expect(propose(a.doc, { unit: P1, text: 0, from: 0, to: 4 }, { words: 'Один' }).ok).toBe(false)
    expect(propose(a.doc, { unit: P1, text: 0, from: 9, to: 9 }, { words: 'x' }).ok).toBe(false)
  })

  it('V81: two who accept apart write it once; accepted again it changes nothing', () => {
    const { a, b, c, meet } = three()
    const thread = proposed(c, 'три', 'семь')
    expect(a.session.accept([thread])).toEqual(DONE)
    b.type(P1, 'Ноль ')
    expect(b.session.accept([thread])).toEqual(DONE)
    meet()
    expect(a.session.accept([thread])).toEqual(DONE)
    meet()
    for (const peer of [a, b, c])
      expect(wordsOf(peer)).toBe('Ноль Один два семь четыре пять шесть.')
  })

  it('V81: of an acceptance and a rejection made apart the acceptance holds, as its words do', () => {
    const { a, b, meet } = three()
    const thread = proposed(a, 'три', 'семь')
    a.session.accept([thread])
    b.session.reject([thread])
    meet()
    for (const peer of [a, b]) {
      expect(decisionOf(peer)).toBe('accepted')
      expect(wordsOf(peer)).toContain('семь')
    }
  })

  it('V82: words that were changed or deleted since are told, and nothing is written', () => {
    const { a, b, meet } = three()
    const thread = proposed(a, 'три четыре', 'семь')
    b.type(P1, ' с половиной', 'Один два три'.length)
    meet()
    expect(placeOfProposal(a.doc, layoutOf(a.doc), thread.anchor)).toBeUndefined()
    expect(a.session.accept([thread])).toMatchObject({
      ok: false,
      problem: { code: 'review/words-changed' },
    })
    expect([wordsOf(a), decisionOf(a)]).toEqual([wordsOf(b), undefined])
    b.session.undo()
    meet()
    expect(a.session.accept([thread])).toEqual(DONE)
  })
})

describe('proposals for words that are elsewhere', () => {
  it('V82: words that a split or join carries away are replaced where they are', () => {
    const { a, b, meet } = three()
    const thread = proposed(a, 'пять', 'семь')
    const newUnit = unitId('new')
    const offset = TEXT.indexOf('четыре')
    b.session.edit([{ kind: 'split', unit: P1, block: 0, offset, newUnit, newLabel: '3' }])
    meet()
    expect(a.session.accept([thread])).toEqual(DONE)
    meet()
    expect([wordsOf(b), wordsOf(b, newUnit)]).toEqual(['Один два три ', 'четыре семь шесть.'])
  })

  it('V81: of words that were carried away, too, two who accept apart write them once', () => {
    const { a, b, c, peers, meet } = three()
    const threads = [proposed(a, 'пять', 'семь', 't1'), proposed(b, 'шесть', '', 't2')]
    const newUnit = unitId('new')
    const offset = TEXT.indexOf('четыре')
    b.session.edit([{ kind: 'split', unit: P1, block: 0, offset, newUnit, newLabel: '3' }])
    meet()
    a.type(newUnit, 'Ноль ')
    c.type(newUnit, '!', 'четыре пять шесть.'.length)
    for (const thread of threads)
      for (const peer of peers) expect(peer.session.accept([thread])).toEqual(DONE)
    meet()
    for (const peer of peers)
      expect([wordsOf(peer), wordsOf(peer, newUnit)]).toEqual([
        'Один два три ',
        'Ноль четыре семь .!',
      ])
    expect(Y.encodeStateVector(a.doc)).toEqual(Y.encodeStateVector(b.doc))
  })

  it('V81: so where only one of the two had carried the words away', () => {
    const newUnit = unitId('new')
    const carried: readonly UnitEdit[] = [
      { kind: 'join', unit: P2, into: P1 },
      { kind: 'split', unit: P2, block: 0, offset: 0, newUnit, newLabel: '3' },
    ]
    for (const edit of carried) {
      const { a, b, peers, meet } = three()
      const thread = proposed(a, 'две', 'три', 't1', P2)
      expect(b.session.edit([edit])).toEqual(DONE)
      for (const peer of [b, a]) expect(peer.session.accept([thread])).toEqual(DONE)
      meet()
      for (const peer of peers) {
        const words = [P1, P2, newUnit].map((unit) => wordsOf(peer, unit)).join('')
        expect(words, edit.kind).toBe(`${TEXT}Палат три.`)
      }
    }
  })

  it('V85: a suggestion that builds on changes that did not come yet is told, and nothing is written', () => {
    const { a, b, meet } = three()
    const strong = schema.marks.strong.create()
    const start = textStart(a.state.doc, P1)
    a.dispatch(a.state.tr.addMark(start + 1, start + 9, strong))
    const thread = proposed(a, 'Один', 'Раз')
    expect(b.session.accept([thread])).toMatchObject({
      ok: false,
      problem: { code: 'review/too-early' },
    })
    expect([wordsOf(b), decisionOf(b), b.session.readOnly]).toEqual([TEXT, undefined, null])
    meet()
    expect(b.session.accept([thread])).toEqual(DONE)
    meet()
    for (const peer of [a, b]) expect(wordsOf(peer)).toBe(TEXT.replace('Один', 'Раз'))
  })

  it('V81: of one that was accepted and undone before, too', () => {
    const { a, b, c, peers, meet } = three()
    const thread = proposed(c, 'три', 'семь')
    for (let round = 0; round < 2; round++) {
      expect(a.session.accept([thread])).toEqual(DONE)
      meet()
      expect(a.session.undo()).toBe(true)
      meet()
    }
    for (const peer of [a, b]) expect(peer.session.accept([thread])).toEqual(DONE)
    meet()
    for (const peer of peers) expect(wordsOf(peer)).toBe(TEXT.replace('три', 'семь'))
  })
})

describe('decisions on proposals', () => {
  it('V83: the words are the suggester’s, the deed the drafter’s, and both are undone as one', () => {
    const { a } = three()
    const thread = proposed(a, 'три', 'семь')
    const by = { person: { id: 'p1', name: 'Дана' }, at: 60_000 }
    expect(acceptProposal(a.doc, layoutOf(a.doc), thread, by)).toEqual(DONE)
    const spans = attributionOf(a.doc).written({ unit: P1, block: 0 })
    expect(spans.flatMap(({ touch }) => touch?.person ?? [])).toEqual([OLEG])
    expect(readJournal(a.doc).at(-1)).toMatchObject({ edit: 'accept', unit: P1, author: 'p1' })
    expect(decisionsIn(a.doc).get('t1')?.person.name).toBe('Дана')
  })

  it('V83: undo takes words and decision back, and it may be accepted again', () => {
    const { a, b, meet } = three()
    const thread = proposed(a, 'три', 'семь')
    for (let round = 0; round < 2; round++) {
      expect(a.session.accept([thread])).toEqual(DONE)
      expect(wordsOf(a)).toBe(TEXT.replace('три', 'семь'))
      expect(a.session.undo()).toBe(true)
      meet()
      expect([wordsOf(b), decisionOf(b)]).toEqual([TEXT, undefined])
    }
  })

  it('V84: a proposal that holds back another change than it shows writes only what it shows', () => {
    const { a } = three()
    const thread = proposed(a, 'три', 'семь')
    const other = proposed(a, 'Один два', 'Ничего')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.doc))
    const before = Y.encodeStateVector(copy)
    copy.getMap('meta').set('schemaVersion', 999)
    const hostile = [
      other.proposal.update,
      Y.encodeStateAsUpdate(copy, before),
      Uint8Array.of(9, 9, 9),
      Y.encodeStateAsUpdate(new Y.Doc()),
    ]
    for (const update of hostile) {
      const { a: fresh } = three()
      const forged = { ...thread, proposal: { ...thread.proposal, update } }
      expect(fresh.session.accept([forged])).toEqual(DONE)
      expect(wordsOf(fresh)).toBe(TEXT.replace('три', 'семь'))
      expect(fresh.session.readOnly).toBeNull()
    }
  })

  it('V81: whoever accepts, rejects, types and hears of it in whatever order, all agree and no word is doubled', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { a, peers, meet, deliverSome } = three()
      const random = seeded(seed)
      const threads = [proposed(a, 'два', 'ДВА', 't1'), proposed(a, 'пять', 'ПЯТЬ', 't2')]
      for (let step = 0; step < 12; step++) {
        const peer = peers[Math.floor(random() * peers.length)]
        const thread = threads[Math.floor(random() * threads.length)]
        if (!peer || !thread) continue
        const deed = random()
        if (deed < 0.35) peer.session.accept([thread])
        else if (deed < 0.5) peer.session.reject([thread])
        else if (deed < 0.8) peer.type(random() < 0.5 ? P1 : P2, 'x')
        else deliverSome(random)
      }
      meet()
      const [first] = peers.map((peer) => wordsOf(peer))
      for (const peer of peers) expect(wordsOf(peer), `seed ${seed}`).toBe(first)
      for (const [id, old, words] of [
        ['t1', 'два', 'ДВА'],
        ['t2', 'пять', 'ПЯТЬ'],
      ] as const) {
        const isIn = decisionOf(a, id) === 'accepted'
        const count = (word: string) => (first ?? '').split(word).length - 1
        expect([count(old), count(words)], `seed ${seed}`).toEqual(isIn ? [0, 1] : [1, 0])
      }
    }
  })
})

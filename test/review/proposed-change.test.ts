import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inOrder } from '#shared/review/proposal.ts'
import { proposeChange } from '#shared/review/proposed-change.ts'
import { decodeBlocks } from '#shared/review/suggested-blocks.ts'
import { openChange, type Thread, threadsIn } from '#shared/review/threads.ts'
import { type Act, bodyOf, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { makeFootnote } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { attributionOf } from '#shared/sync/attribution.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { projectAct } from '#shared/sync/project.ts'
import { act, art, para, textOf } from '#test/builders/act.ts'
import { seeded, shuffled } from '#test/cohort/chance.ts'
import { cohort, type Peer, standingUnits, textStart } from '#test/cohort/cohort.ts'
import { DONE, OLEG } from './suggesting.ts'

const { nodes } = schema
const cell = (...words: readonly string[]) => nodes.tableCell.create(null, words.map(makeParagraph))
const table = nodes.table.create(null, [
  nodes.tableRow.create(null, [cell('Лодка', 'Вёсла и якорь'), cell('10')]),
])
const law = act(
  art(
    '1',
    'Первая',
    para('1', 'Один два три.'),
    para('2', 'Четыре пять шесть.'),
    para('3', 'Семь восемь.'),
  ),
  makeUnit(
    { id: unitId('wide'), kind: 'article', label: '2' },
    {
      heading: 'Широкая',
      body: ['Суд независим.', 'Палат две.', 'Срок пять лет.'].map(makeParagraph).concat(table),
    },
  ),
  art('3', 'Третья', para('1', 'Девять.')),
)
const P1 = unitId('article-1/paragraph-1')
const P3 = unitId('article-1/paragraph-3')
const WIDE = unitId('wide')

function drafters() {
  const { peers, meet, deliverSome } = cohort(law, ['a', 'b', 'c'])
  const [a, b, c] = peers
  if (!a || !b || !c) throw new Error('three peers were asked for')
  return { a, b, c, peers, meet, deliverSome }
}

/** What Oleg suggests when he changes the text as a drafter would, as others read it in the review part. */
function changed(peer: Peer, make: (tr: Transaction, doc: Act) => Transaction) {
  const { doc, session, state } = peer
  const after = make(state.tr, state.doc).doc
  const made = proposeChange(doc, session.layout, { before: state.doc, after }, (_, unit) => unit)
  if (!made.ok) return { after, problem: made.problem.code, threads: [] }
  const review = new Y.Doc()
  const comments = made.value.map((_, n) => ({ id: `t${n}`, author: OLEG, at: n, words: '' }))
  expect(openChange(review, made.value, comments)).toEqual(DONE)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(review))
  return { after, problem: undefined, threads: threadsIn(other) }
}

const at = (doc: Act, unit: string, block: number, words: string) => {
  const start = textStart(doc, unit, block)
  const text = doc.resolve(start).parent.textContent
  return start + text.indexOf(words)
}
const cut =
  (from: readonly [string, number, string], to: readonly [string, number, string]) =>
  (tr: Transaction, doc: Act) =>
    tr.delete(at(doc, ...from), at(doc, ...to))
const kinds = (threads: readonly Thread[]) => threads.map(({ proposal }) => proposal?.kind)

/** Same words, units and tables; which unit is whose. */
function expectSame(peer: Peer, after: Act): void {
  const shown = projectAct(peer.doc)
  expect(textOf(shown)).toBe(textOf(after))
  expect(standingUnits(shown)).toEqual(standingUnits(after))
}

const CHANGES: Readonly<Record<string, (tr: Transaction, doc: Act) => Transaction>> = {
  'a deletion across two units': cut([P1, 0, 'два'], ['article-1/paragraph-2', 0, 'пять']),
  'a deletion across three units': cut([P1, 0, 'два'], [P3, 0, 'восемь']),
  'a deletion across two paragraphs': cut([WIDE, 0, 'независим'], [WIDE, 1, 'две']),
  'a deletion of a whole paragraph between': (tr, doc) => {
    const from = textStart(doc, WIDE, 1) - 1
    return tr.delete(from, from + doc.resolve(from + 1).parent.nodeSize)
  },
  'other words for two paragraphs': (tr, doc) => {
    const from = textStart(doc, WIDE, 0)
    const to = at(doc, WIDE, 1, 'две')
    return tr.replaceWith(from, to, schema.text('Суды независимы, палат '))
  },
  'several paragraphs pasted': (tr, doc) =>
    tr.insert(textStart(doc, WIDE, 1) - 1, ['Раз.', 'Два.', 'Три.'].map(makeParagraph)),
  'a table and a note pasted': (tr, doc) =>
    tr.insert(textStart(doc, WIDE, 0) - 1, [
      table,
      nodes.paragraph.create(null, [
        schema.text('Со сноской'),
        makeFootnote({ marker: '1', text: 'Так.' }),
      ]),
    ]),
  'paragraphs in a cell': (tr, doc) => {
    const words = findText(doc, 'Вёсла и якорь')
    return tr
      .insertText('парус', words + 'Вёсла и '.length, words + 'Вёсла и якорь'.length)
      .insert(words - 1, makeParagraph('Мачта'))
  },
  'units pasted': (tr, doc) => {
    const unit = (n: number) =>
      makeUnit(
        { id: unitId(`n${n}`), kind: 'paragraph', label: `1-${n}` },
        { body: [makeParagraph(`Новый ${n}.`)] },
      )
    const end = textStart(doc, P1) + 'Один два три.'.length + 2
    return tr.insert(end, [unit(1), unit(2)])
  },
  'a paragraph split, and words in the next': (tr, doc) => {
    const to = at(doc, WIDE, 1, 'две')
    return tr.insertText('ровно ', to).split(at(doc, WIDE, 0, 'независим'))
  },
}

function findText(doc: Node, words: string): number {
  let found = -1
  doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === words) found = position + 1
    return found === -1
  })
  return found
}

describe('a change that is suggested', () => {
  for (const [name, make] of Object.entries(CHANGES)) {
    it(`S56: ${name}: accepted together it gives just that text, undone as one it is gone`, () => {
      const { a, b, c, meet } = drafters()
      const { after, threads, problem } = changed(c, make)
      expect(problem).toBeUndefined()
      expect(a.session.act.eq(law)).toBe(true)
      expect(a.session.accept(inOrder(threads))).toEqual(DONE)
      meet()
      for (const peer of [a, b]) expectSame(peer, after)
      expect(a.session.undo()).toBe(true)
      meet()
      for (const peer of [a, b])
        expect([textOf(peer.session.act), decisionsIn(peer.doc).size]).toEqual([textOf(law), 0])
      expect(b.session.accept(inOrder(threads))).toEqual(DONE)
      meet()
      for (const peer of [a, b]) expectSame(peer, after)
    })

    it(`S56: ${name}: accepted one by one, in any order and by several apart, it gives the same`, () => {
      for (let seed = 1; seed <= 3; seed++) {
        const { a, peers, meet, deliverSome } = drafters()
        const { after, threads } = changed(a, make)
        const random = seeded(seed)
        for (const peer of peers)
          for (const thread of shuffled(threads, random)) {
            peer.session.accept([thread])
            if (random() < 0.3) deliverSome(random)
          }
        meet()
        for (const peer of peers) expectSame(peer, after)
      }
    })
  }

  it('S56: what is rejected stays, the rest is done', () => {
    const { a } = drafters()
    const { threads } = changed(a, CHANGES['a deletion across three units'] ?? ((tr) => tr))
    expect(kinds(threads).toSorted()).toEqual(['remove', 'remove', 'words'])
    for (const thread of threads) {
      if (thread.proposal?.kind === 'words') a.session.accept([thread])
      else a.session.reject([thread])
    }
    expect(standingUnits(a.session.act)).toEqual(standingUnits(law))
    expect(textOf(a.session.act)).toContain('Один восемь.')
  })

  it('S56: new text is its suggester’s, and words typed into it by two who accept apart are kept', () => {
    const { a, b, c, peers, meet } = drafters()
    const { threads } = changed(c, CHANGES['several paragraphs pasted'] ?? ((tr) => tr))
    expect(kinds(threads)).toEqual(['addBlocks'])
    a.session.accept(threads)
    a.type(WIDE, 'Ах, ', 0, 1)
    b.session.accept(threads)
    b.type(WIDE, ' Ох.', 'Раз.'.length, 1)
    meet()
    for (const { session } of peers) {
      const wide = session.act.child(1)
      expect(
        bodyOf(wide)
          .slice(0, 5)
          .map(({ textContent }) => textContent),
      ).toEqual(['Суд независим.', 'Ах, Раз. Ох.', 'Два.', 'Три.', 'Палат две.'])
    }
    const spans = attributionOf(a.doc).written({ unit: WIDE, block: 2 })
    expect(spans.flatMap(({ touch }) => touch?.person ?? [])).toEqual([OLEG])
  })

  it('S56: a paragraph that was written in since says so; one that is gone cannot go again', () => {
    const { a, b, meet } = drafters()
    const { threads } = changed(
      a,
      CHANGES['a deletion of a whole paragraph between'] ?? ((tr) => tr),
    )
    expect(kinds(threads)).toEqual(['dropBlock'])
    b.type(WIDE, 'Вот. ', 0, 1)
    meet()
    expect(a.session.accept(threads)).toEqual(DONE)
    meet()
    expect(textOf(b.session.act)).not.toContain('Палат')
    const { c } = drafters()
    c.dispatch(
      (CHANGES['a deletion of a whole paragraph between'] ?? ((tr) => tr))(c.state.tr, c.state.doc),
    )
    expect(c.session.accept(threads)).toMatchObject({ problem: { code: 'review/done' } })
    c.session.edit([{ kind: 'remove', unit: WIDE }])
    expect(c.session.accept(threads)).toMatchObject({ problem: { code: 'review/unit-gone' } })
  })

  it('S56: what cannot be suggested is told', () => {
    const { a } = drafters()
    const bold = (tr: Transaction) =>
      tr.addMark(textStart(tr.doc, P1), textStart(tr.doc, P1) + 4, schema.marks.strong.create())
    expect(changed(a, bold).problem).toBe('review/not-suggested')
    expect(changed(a, (tr) => tr).problem).toBe('review/no-change')
    const renumbered = (tr: Transaction) => tr.setNodeAttribute(0, 'label', '7')
    expect(changed(a, renumbered).problem).toBe('review/not-suggested')
  })

  it('S36: blocks for a place that is not among the elements of the unit are never written', () => {
    const { a } = drafters()
    const { threads } = changed(a, CHANGES['several paragraphs pasted'] ?? ((tr) => tr))
    const [thread] = threads
    if (thread?.proposal?.kind !== 'addBlocks') throw new Error('text was suggested')
    const { proposal } = thread
    const { behind, before } = proposal.at
    const meta = { client: a.doc.getMap('meta')._map.get('actId')?.id.client ?? 0, clock: 0 }
    for (const gap of [
      { holder: null, behind: meta, before: null },
      { holder: meta, behind, before },
      { holder: null, behind: before, before: behind },
      { holder: behind, behind: null, before: null },
    ]) {
      const forged = { ...thread, proposal: { ...proposal, at: gap } }
      expect(a.session.accept([forged])).toMatchObject({ problem: { code: 'review/place-gone' } })
    }
    expect([a.session.act.eq(law), decisionsIn(a.doc).size]).toEqual([true, 0])
    expect(decodeBlocks({ ...proposal })).toEqual(proposal)
    for (const value of [
      { ...proposal, blocks: [] },
      { ...proposal, blocks: [7] },
      { ...proposal, at: null },
      { ...proposal, at: { ...proposal.at, behind: { client: -1, clock: 0 } } },
      { ...proposal, unit: '' },
      { kind: 'dropBlock', unit: 'wide', name: '', block: behind, lines: ['a\nb'] },
    ])
      expect(decodeBlocks(value)).toBeUndefined()
  })
})

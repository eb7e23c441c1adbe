import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { mergeReview, type ReviewEntry, twoSides } from '#shared/merge/review.ts'
import { takeSide } from '#shared/merge/take.ts'
import { threeStates } from '#shared/merge/three-states.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  makeParagraph,
  unitAttrs,
  unitId,
} from '#shared/schema/act.ts'
import { findUnit } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { projectAct, recordsOf } from '#shared/sync/project.ts'
import { art, act as makeAct, para, part } from '#test/builders/act.ts'
import { pick, seeded, shuffled } from '#test/cohort/chance.ts'
import { cohort, type Peer, standingUnits } from '#test/cohort/cohort.ts'
import { DEEDS, act as doDeed, ownWords } from '#test/cohort/deeds.ts'
import { newRecord } from '#test/cohort/record.ts'

const base = makeAct(
  part(
    'I',
    'Общие положения',
    art('1', 'Первая', para('1', 'Один один.'), para('2', 'Два два.')),
    art('2', 'Вторая', para('1', 'Три три.')),
  ),
  part('II', 'Особые', art('3', 'Третья', para('1', 'Четыре.'), para('2', 'Пять.'))),
)

/** The unit whose own words hold these. */
function saying(words: string): ReturnType<typeof unitId> {
  const found = standingUnits(base).find((id) => ownWords(base, id).includes(words))
  return present(found, words)
}

const [one, two, three, third] = [
  saying('Один'),
  saying('Два'),
  saying('Три'),
  saying('Третья'),
] as const

function merged(mine: Y.Doc, theirs: Y.Doc): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  return doc
}

function review(mine: Peer, theirs: Peer): readonly ReviewEntry[] {
  return mergeReview(merged(mine.doc, theirs.doc), twoSides(mine.doc, theirs.doc))
}

/** What comes of two drafters who each did something apart. */
function apart(mine: (peer: Peer) => unknown, theirs: (peer: Peer) => unknown) {
  const { peers, meet } = cohort(base, ['a', 'b'], { now: () => 1_000_000 })
  const [a, b] = peers
  if (!a || !b) throw new Error('two peers were asked for')
  mine(a)
  theirs(b)
  const entries = review(a, b)
  meet()
  return { entries, a, clashes: entries.map(({ unit, clashes }) => [unit, [...clashes]]) }
}

const doing =
  (...edits: readonly UnitEdit[]) =>
  (peer: Peer) => {
    const done = peer.session.edit(edits)
    if (!done.ok) throw new Error(done.problem.message)
  }
const typing =
  (unit: string, words: string, block = 0) =>
  (peer: Peer) =>
    peer.type(unit, words, 0, block)
const inserting = (id: string, label: string) =>
  doing({
    kind: 'insert',
    unit: para(label, 'Новый.').type.create({ ...para(label, '').attrs, id }, [
      makeParagraph('Новый.'),
    ]),
    at: { parent: saying('Вторая'), after: three },
  })

describe('the merge review', () => {
  it('V30: lists words that both edited, with the text that both had, mine, theirs, who and when', () => {
    const { entries } = apart(typing(one, 'Мой '), typing(one, 'Их '))
    const [entry] = entries
    expect(entry?.clashes).toEqual(['words'])
    const words = (side: 'common' | 'mine' | 'theirs') => entry?.[side]?.unit.textContent
    expect([words('common'), words('mine'), words('theirs')]).toEqual([
      'Один один.',
      'Мой Один один.',
      'Их Один один.',
    ])
    expect(entry?.mineBy).toEqual([{ person: { id: 'a', name: 'a' }, at: 1_000_000 }])
    expect(entry?.theirsBy).toEqual([{ person: { id: 'b', name: 'b' }, at: 1_000_000 }])
    expect(entries).toHaveLength(1)
  })

  it.each<[string, (peer: Peer) => unknown, (peer: Peer) => unknown, unknown]>([
    ['removal', doing({ kind: 'remove', unit: one }), typing(one, 'Их '), 'removed-changed'],
    [
      'repeal',
      doing({ kind: 'setState', unit: one, state: 'repealed' }),
      typing(one, 'Их '),
      'repealed-changed',
    ],
    [
      'split',
      doing({
        kind: 'split',
        unit: one,
        block: 0,
        offset: 4,
        newUnit: unitId('x'),
        newLabel: null,
      }),
      typing(one, 'Их '),
      'split-changed',
    ],
    ['join', doing({ kind: 'join', unit: two, into: one }), typing(two, 'Их '), 'joined-changed'],
    ['heading', typing(third, 'Мой ', -1), typing(third, 'Их ', -1), 'heading'],
    [
      'number',
      doing({ kind: 'setLabel', unit: two, label: '7', num: null }),
      doing({ kind: 'setLabel', unit: two, label: '8', num: null }),
      'number',
    ],
    [
      'state',
      doing({ kind: 'setState', unit: two, state: 'repealed' }),
      doing({ kind: 'setState', unit: two, state: 'draft' }),
      'state',
    ],
    [
      'move',
      doing({ kind: 'move', unit: two, to: { parent: third, after: null } }),
      doing({ kind: 'move', unit: two, to: { parent: saying('Вторая'), after: null } }),
      'moved',
    ],
    [
      'apart',
      doing({ kind: 'setLabel', unit: two, label: '7', num: null }),
      typing(two, 'Их '),
      'apart',
    ],
    [
      'alike',
      doing({ kind: 'setLabel', unit: two, label: '7', num: null }),
      doing({ kind: 'setLabel', unit: two, label: '7', num: null }),
      'alike',
    ],
  ])('V31: says how both sides met in a unit: %s', (name, mine, theirs, clash) => {
    const unit =
      name === 'heading'
        ? third
        : ['join', 'number', 'state', 'move', 'apart', 'alike'].includes(name)
          ? two
          : one
    const { clashes } = apart(mine, theirs)
    expect(clashes).toContainEqual([unit, [clash]])
  })

  it('V32: pairs units of one number that each inserted at one place', () => {
    const { entries } = apart(inserting('m', '2'), inserting('t', '2'))
    expect(entries.map(({ unit, other, clashes }) => [unit, other, clashes])).toContainEqual([
      'm',
      't',
      ['same-number'],
    ])
  })

  it('V32: pairs a unit that one renumbered with one whose new words cite its old number', () => {
    const { entries } = apart(
      doing({ kind: 'setLabel', unit: third, label: '9', num: null }),
      typing(one, 'Согласно статье 3 настоящей Конституции. '),
    )
    expect(entries.map(({ unit, other, clashes }) => [unit, other, clashes])).toContainEqual([
      third,
      one,
      ['cited'],
    ])
  })

  it('V33: lists what others did meanwhile behind that, a removed unit for all that is in it', () => {
    const { entries } = apart(typing(one, 'Мой '), (peer) => {
      typing(one, 'Их ')(peer)
      doing({ kind: 'remove', unit: third })(peer)
    })
    expect(entries.map(({ unit, clashes }) => [unit, clashes.length])).toEqual([
      [one, 1],
      [third, 0],
    ])
    expect(entries[1]?.theirsDid).toEqual(['removed'])
  })

  it('V34: takes mine, theirs, or a removed unit back, each undone as one', () => {
    const { entries, a } = apart(doing({ kind: 'remove', unit: one }), (peer) => {
      typing(one, 'Их ')(peer)
      doing({ kind: 'setLabel', unit: one, label: '5', num: null })(peer)
    })
    const entry = present(entries[0], 'an entry')
    const before = a.session.act
    doing(...takeSide(entry, 'theirs', before))(a)
    const back = present(findUnit(a.session.act, one), 'restored').unit
    expect([back.textContent, unitAttrs(back).label]).toEqual(['Их Один один.', '5'])
    a.session.undo()
    expect(findUnit(a.session.act, one)).toBeUndefined()
    doing(...takeSide(entry, 'theirs', a.session.act))(a)
    doing(...takeSide(entry, 'mine', a.session.act))(a)
    expect(findUnit(a.session.act, one)).toBeUndefined()
  })
})

const SEQUENCES = 60

describe('the law of the merge review', () => {
  it(`V35: among five drafters the units that both sides changed are listed, and no other, in ${SEQUENCES} histories`, () => {
    let seen = 0
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seeded(seed)
        const group = cohort(base, ['a', 'b', 'c', 'd', 'e'], { holdBack: ['b'] })
        const record = newRecord()
        for (let step = 0; step < 25; step++) {
          const peer = pick(group.peers, random)
          const deed = pick(DEEDS, random)
          if (peer && deed) doDeed(peer, deed, record, random)
          if (random() < 0.15) hear(pick(group.peers, random), pick(group.peers, random))
        }
        const [mine, theirs] = shuffled(group.peers, random)
        if (!mine || !theirs) throw new Error('five peers were asked for')
        const listed = review(mine, theirs)
          .filter(({ clashes, other }) => clashes.length > 0 && other === null)
          .map(({ unit }) => unit)
        expect([...listed].sort()).toEqual([...touchedByBoth(mine.doc, theirs.doc)].sort())
        seen += listed.length
      }),
      { numRuns: SEQUENCES },
    )
    expect(seen).toBeGreaterThan(SEQUENCES / 4)
  })

  it('V36: the states made again from the merged draft are those that were merged', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seeded(seed)
        const group = cohort(base, ['a', 'b'])
        const record = newRecord()
        for (let step = 0; step < 20; step++) {
          const peer = pick(group.peers, random)
          const deed = pick(DEEDS, random)
          if (peer && deed) doDeed(peer, deed, record, random)
          if (step === 8) group.meet()
        }
        const [mine, theirs] = group.peers
        if (!mine || !theirs) throw new Error('two peers were asked for')
        const states = threeStates(merged(theirs.doc, mine.doc), twoSides(mine.doc, theirs.doc))
        expect(projectAct(states.mine).toJSON()).toEqual(projectAct(mine.doc).toJSON())
        expect(projectAct(states.theirs).toJSON()).toEqual(projectAct(theirs.doc).toJSON())
      }),
      { numRuns: 40 },
    )
  })
})

/** Takes over all that another has. */
function hear(peer: Peer | undefined, other: Peer | undefined): void {
  if (peer && other) peer.session.receive(Y.encodeStateAsUpdate(other.doc))
}

/** By brute force: what each unit says and where it stands, as JSON, against what both had. */
function touchedByBoth(mine: Y.Doc, theirs: Y.Doc): ReadonlySet<string> {
  const { common } = threeStates(merged(mine, theirs), twoSides(mine, theirs))
  const before = saidIn(common)
  const changed = (doc: Y.Doc) => {
    const now = saidIn(doc)
    return new Set([...before.keys(), ...now.keys()].filter((id) => before.get(id) !== now.get(id)))
  }
  const others = changed(theirs)
  return new Set([...changed(mine)].filter((id) => others.has(id)))
}

function saidIn(doc: Y.Doc): ReadonlyMap<string, string> {
  const draft: Act = projectAct(doc)
  const records = recordsOf(doc)
  const said = new Map<string, string>()
  draft.descendants((node) => {
    if (!isUnit(node)) return false
    const { source: _, ...attrs } = node.attrs
    const { id } = unitAttrs(node)
    const { parent, order } = present(records.get(id), id)
    const own = [headingOf(node), ...bodyOf(node)].map((each) => each?.toJSON())
    said.set(id, JSON.stringify([attrs, parent, order, own]))
    return true
  })
  return said
}

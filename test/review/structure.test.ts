import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { locateThread } from '#shared/review/proposal.ts'
import { makeParagraph, makeUnit, type UnitId, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { attributionOf } from '#shared/sync/attribution.ts'
import { changedBy } from '#shared/sync/changed-by.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { readJournal } from '#shared/sync/edit.ts'
import { unitMaps } from '#shared/sync/shape.ts'
import {
  A1,
  A2,
  A3,
  base,
  DONE,
  drafters,
  INSERT,
  MOVE,
  NEW,
  OLEG,
  order,
  outlook,
  P1,
  P2,
  REMOVE,
  REPEAL,
  suggested,
  unitIn,
} from './suggesting.ts'

describe('suggestions of structure', () => {
  it('S31: the text stays until one is accepted; then the draft is as the edit makes it', () => {
    for (const edit of [INSERT, MOVE, REMOVE, REPEAL]) {
      const { a, b, meet } = drafters()
      const { a: other } = drafters()
      const thread = suggested(a, [edit])
      expect(a.session.act.eq(base)).toBe(true)
      expect(a.session.accept([thread])).toEqual(DONE)
      meet()
      expect(other.session.edit([edit])).toEqual(DONE)
      for (const peer of [a, b])
        expect(peer.session.act.toJSON()).toEqual(other.session.act.toJSON())
    }
  })

  it('S31: a unit that moves into another takes the kind that stands there', () => {
    const { a } = drafters()
    const to = { parent: A2, after: null }
    const thread = suggested(a, [
      { kind: 'move', unit: A3, to },
      { kind: 'setKind', unit: A3, to: 'paragraph' },
    ])
    expect(a.session.accept([thread])).toEqual(DONE)
    expect(order(a)).toEqual([A1, A2, A3])
    expect(a.session.layout.parents.get(A3)).toBe(A2)
    expect(unitMaps(a.doc).get(A3)?.get('kind')).toBe('paragraph')
  })

  it('S32: two who accept apart have the unit once, and both keep what they typed into it', () => {
    const { a, b, c, peers, meet } = drafters()
    const thread = suggested(c, [INSERT])
    expect(a.session.accept([thread])).toEqual(DONE)
    a.type(NEW, 'Раз ')
    expect(b.session.accept([thread])).toEqual(DONE)
    b.type(NEW, ' два', 'Слова.'.length)
    meet()
    for (const peer of peers) {
      expect(order(peer)).toEqual([A1, NEW, A2, A3])
      expect(unitIn(peer, NEW)).toBe('НоваяРаз Слова. дваЕщё слова.Пункт.')
      expect(peer.session.accept([thread])).toEqual(DONE)
      expect(order(peer)).toEqual([A1, NEW, A2, A3])
      expect(peer.session.conflicts).toEqual([])
    }
  })

  it('S32: accepted, undone and accepted again by two apart it stands once and whole', () => {
    const { a, b, peers, meet } = drafters()
    const thread = suggested(a, [INSERT])
    a.session.accept([thread])
    meet()
    expect(a.session.undo()).toBe(true)
    meet()
    for (const peer of peers) {
      expect(order(peer)).toEqual([A1, A2, A3])
      expect([decisionsIn(peer.doc).size, peer.session.conflicts]).toEqual([0, []])
    }
    expect([a.session.accept([thread]), b.session.accept([thread])]).toEqual([DONE, DONE])
    meet()
    for (const peer of peers) expect(unitIn(peer, NEW)).toBe('НоваяСлова.Ещё слова.Пункт.')
    expect(b.session.undo()).toBe(true)
    expect(b.session.redo()).toBe(true)
    expect(unitIn(b, NEW)).toBe('НоваяСлова.Ещё слова.Пункт.')
  })

  it('S33: what was accepted is its suggester’s, the deed the drafter’s, and both are undone as one', () => {
    for (const [edit, unit, kind] of [
      [INSERT, NEW, 'inserted'],
      [MOVE, A3, 'moved'],
      [REMOVE, A2, 'deleted'],
      [REPEAL, A2, 'repealed'],
    ] as const) {
      const { a, b, meet } = drafters()
      const thread = suggested(a, [edit])
      a.session.accept([thread])
      const made = attributionOf(a.doc)
      expect(changedBy(made, unit, kind).map(({ person }) => person)).toEqual([OLEG])
      expect(made.touches(unit).map(({ person }) => person)).toEqual([OLEG])
      expect(readJournal(a.doc).at(-1)).toMatchObject({ edit: 'accept', unit, author: 'a' })
      expect(decisionsIn(a.doc).get('t1')?.person.name).toBe('a')
      a.type(P1, 'x')
      expect(
        attributionOf(a.doc)
          .touches(P1)
          .map(({ person }) => person?.id),
      ).toEqual(['a'])
      a.session.undo()
      expect(a.session.undo()).toBe(true)
      expect(decisionsIn(a.doc).size).toBe(0)
      meet()
      for (const peer of [a, b]) expect(peer.session.act.eq(base)).toBe(true)
    }
  })
})

describe('places of suggestions', () => {
  it('S34: a place is found again beside what is left of its neighbors, and where a split carries them', () => {
    const inner = (at: { parent: UnitId | null; after: UnitId | null }): UnitEdit => ({
      kind: 'insert',
      unit: makeUnit({ id: NEW, kind: 'paragraph', label: '1-1' }, { body: [makeParagraph('Х.')] }),
      at,
    })
    const between = inner({ parent: A1, after: P1 })
    const placedAfter = (edits: readonly UnitEdit[]) => {
      const { a, b, meet } = drafters()
      const thread = suggested(a, [between])
      expect(b.session.edit(edits)).toEqual(DONE)
      meet()
      expect(a.session.accept([thread])).toEqual(DONE)
      const { units } = a.session.layout
      return [...units].find(([, inside]) => inside.includes(NEW))
    }
    expect(placedAfter([{ kind: 'remove', unit: P1 }])).toEqual([A1, [NEW, P2]])
    expect(placedAfter([{ kind: 'remove', unit: P2 }])).toEqual([A1, [P1, NEW]])
    expect(
      placedAfter([
        { kind: 'remove', unit: P1 },
        { kind: 'remove', unit: P2 },
      ]),
    ).toEqual([A1, [NEW]])
    expect(placedAfter([{ kind: 'move', unit: A1, to: { parent: null, after: A3 } }])).toEqual([
      A1,
      [P1, NEW, P2],
    ])
    expect(placedAfter([{ kind: 'move', unit: P1, to: { parent: A3, after: null } }])).toEqual([
      A1,
      [NEW, P2],
    ])
    expect(placedAfter([{ kind: 'join', unit: A1, into: A2 }])?.[0]).toBe(A2)
    const { a, b, meet } = drafters()
    const thread = suggested(a, [between])
    b.session.edit([
      {
        kind: 'insert',
        unit: makeUnit({ id: unitId('t'), kind: 'article', label: '1-1' }),
        at: { parent: null, after: A1 },
      },
      { kind: 'move', unit: P1, to: { parent: unitId('t'), after: null } },
      { kind: 'move', unit: P2, to: { parent: unitId('t'), after: P1 } },
    ])
    meet()
    a.session.accept([thread])
    expect(a.session.layout.units.get(unitId('t'))).toEqual([P1, NEW, P2])
  })

  it('S34: of several that are put at one place each stands where its number does', () => {
    const { a } = drafters()
    const made = (label: string): UnitEdit => ({
      kind: 'insert',
      unit: makeUnit({ id: unitId(`n${label}`), kind: 'article', label }, { heading: 'Н' }),
      at: { parent: null, after: A1 },
    })
    const threads = ['1-2', '1-3', '1-1'].map((label) => suggested(a, [made(label)], label))
    for (const thread of threads) a.session.accept([thread])
    expect(order(a)).toEqual([A1, 'n1-1', 'n1-2', 'n1-3', A2, A3])
  })

  it('S35: what can no longer be done is told, and nothing is written', () => {
    const late = (edits: readonly UnitEdit[], deed: readonly UnitEdit[]) => {
      const { a } = drafters()
      const thread = suggested(a, edits)
      expect(a.session.edit(deed)).toEqual(DONE)
      const before = Y.encodeStateVector(a.doc)
      const done = a.session.accept([thread])
      expect(decisionsIn(a.doc).size).toBe(0)
      expect(Y.encodeStateVector(a.doc)).toEqual(before)
      return done.ok ? 'done' : done.problem.code
    }
    const into: UnitEdit = { kind: 'move', unit: P1, to: { parent: A2, after: null } }
    expect(late([REMOVE], [REMOVE])).toBe('review/unit-gone')
    expect(late([REPEAL], [REMOVE])).toBe('review/unit-gone')
    expect(late([MOVE], [{ kind: 'remove', unit: A3 }])).toBe('review/unit-gone')
    expect(late([into], [REMOVE])).toBe('review/place-gone')
    expect(late([MOVE], [MOVE])).toBe('review/done')
    expect(late([REPEAL], [REPEAL])).toBe('review/done')
    expect(
      late(
        [{ kind: 'move', unit: A1, to: { parent: A2, after: null } }],
        [{ kind: 'move', unit: A2, to: { parent: A1, after: null } }],
      ),
    ).toBe('review/place-gone')
  })

  it('S35: words that changed since are told, and it may be accepted all the same', () => {
    const { a } = drafters()
    const thread = suggested(a, [{ kind: 'remove', unit: A1 }])
    expect(outlook(a, thread)).toMatchObject({ kind: 'open', words: 'as-seen' })
    a.type(P2, 'x')
    expect(outlook(a, thread)).toMatchObject({ kind: 'open', words: 'changed' })
    expect(a.session.accept([thread])).toEqual(DONE)
    expect(order(a)).toEqual([A2, A3])
  })

  it('S31: a new unit is found beside its neighbor, and where it stands once it is accepted', () => {
    const { a } = drafters()
    const thread = suggested(a, [INSERT])
    const place = () => locateThread(a.doc, a.session.layout, thread)
    expect(place()).toEqual({ kind: 'unit', unit: A1 })
    a.session.edit([{ kind: 'remove', unit: A1 }])
    expect(place()).toEqual({ kind: 'unit', unit: A2 })
    a.session.accept([thread])
    expect(place()).toEqual({ kind: 'unit', unit: NEW })
  })
})

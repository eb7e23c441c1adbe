import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proposeEdits, type StructureProposal } from '#shared/review/structure.ts'
import { decodeSuggestedUnit } from '#shared/review/suggested-unit.ts'
import { openProposal, threadsIn } from '#shared/review/threads.ts'
import { makeUnit, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { seeded } from '#test/cohort/chance.ts'
import { standingUnits } from '#test/cohort/cohort.ts'
import {
  A1,
  A3,
  drafters,
  INSERT,
  MOVE,
  NEW,
  OLEG,
  P1,
  P2,
  REMOVE,
  REPEAL,
  suggested,
  threadOf,
  unitIn,
} from './suggesting.ts'

describe('suggestions that others wrote', () => {
  const plain = {
    kind: 'insert',
    name: 'Статья 1-1',
    unit: { id: 'x', kind: 'article', label: '1-1', heading: 'Х', paragraphs: ['Y'], units: [] },
    at: { parent: null, after: 'article-1', before: null, name: '' },
  }
  const withUnit = (unit: object) => ({ ...plain, unit: { ...plain.unit, ...unit } })

  it('S36: what is not of the form of a suggestion is no suggestion, and its thread stays', () => {
    expect(threadOf(plain).proposal).toEqual(plain)
    const deep = Array.from({ length: 12 }).reduce<object>(
      (unit, _, n) => ({ ...plain.unit, id: `d${n}`, units: [unit] }),
      { ...plain.unit, id: 'least' },
    )
    const wide = Array.from({ length: 600 }, (_, n) => ({ ...plain.unit, id: `w${n}` }))
    const hostile: readonly object[] = [
      withUnit({ id: '' }),
      withUnit({ id: 7 }),
      withUnit({ kind: 'toString' }),
      withUnit({ label: '' }),
      withUnit({ heading: undefined }),
      withUnit({ paragraphs: ['a\nb'] }),
      withUnit({ paragraphs: ['\ufffc'] }),
      withUnit({ paragraphs: ['x'.repeat(100_000)] }),
      withUnit({ paragraphs: 'x' }),
      withUnit({ units: [plain.unit] }),
      withUnit({ units: [{}] }),
      withUnit({ units: wide }),
      { ...plain, unit: deep },
      { ...plain, at: { ...plain.at, parent: 3 } },
      { ...plain, at: null },
      { ...plain, name: 3 },
      { kind: 'remove', unit: '', seen: '', name: '' },
      { kind: 'setState', unit: 'article-1', seen: '', name: '', state: 'gone' },
      { kind: 'move', unit: 'article-1', seen: '', name: '', to: plain.at, as: 'x' },
      { kind: 'move', unit: 'article-1', seen: '', name: '', as: null },
    ]
    expect(decodeSuggestedUnit({ ...plain.unit, paragraphs: ['\ud800'] })).toBeUndefined()
    for (const proposal of hostile)
      expect(threadOf(proposal).proposal, JSON.stringify(proposal).slice(0, 90)).toBeUndefined()
  })

  it('S36: a suggestion that nobody could read is not made', () => {
    const review = new Y.Doc()
    const { a } = drafters()
    const unit = makeUnit({ id: NEW, kind: 'article' }, { heading: 'х'.repeat(60_000) })
    const edit: UnitEdit = { kind: 'insert', unit, at: { parent: null, after: A1 } }
    const proposal = proposeEdits(a.doc, a.session.layout, [edit], { unit: '', place: '' })
    const comment = { id: 't1', author: OLEG, at: 1, words: '' }
    const done = proposal && openProposal(review, { anchor: { unit: A1 }, proposal }, comment)
    expect(done).toMatchObject({ ok: false, problem: { code: 'review/too-long' } })
    expect(threadsIn(review)).toEqual([])
  })

  it('S36: a kind of a newer program is told as such, kept as it is and never decided', () => {
    const { a } = drafters()
    const thread = threadOf({ kind: 'merge-units', units: ['x'] })
    expect(thread.proposal).toEqual({ kind: 'newer' })
    for (const done of [a.session.accept([thread]), a.session.reject([thread])])
      expect(done).toMatchObject({ ok: false, problem: { code: 'review/newer' } })
    expect(decisionsIn(a.doc).size).toBe(0)
  })

  it('S36: a unit whose id the draft has is never written over', () => {
    for (const id of ['article-2', 'article-1/paragraph-1']) {
      const { a } = drafters()
      a.session.edit([{ kind: 'remove', unit: unitId(id) }])
      const before = a.session.act
      const thread = threadOf(withUnit({ id }))
      expect(a.session.accept([thread])).toMatchObject({ problem: { code: 'review/id-taken' } })
      expect(a.session.act.eq(before)).toBe(true)
    }
  })

  it('S36: of two values of one suggestion that are accepted apart one holds, and all agree', () => {
    const { a, b, peers, meet } = drafters()
    a.session.accept([threadOf(plain)])
    b.session.accept([threadOf(withUnit({ heading: 'Другая' }))])
    meet()
    const [one] = peers.map(({ session }) => session.act)
    for (const { session } of peers) {
      expect(session.act.toJSON()).toEqual(one?.toJSON())
      expect(session.readOnly).toBeNull()
    }
  })

  it('S37: a suggestion that its author took back is none, whatever others answered', () => {
    const review = new Y.Doc()
    openProposal(
      review,
      { anchor: { unit: A1 }, proposal: plain as unknown as StructureProposal },
      { id: 't1', author: OLEG, at: 1, words: '' },
    )
    const map = review.getMap<Y.Map<unknown>>('threads').get('t1')
    const comments = map?.get('comments') as Y.Map<Y.Map<unknown>>
    comments.set(
      'r',
      new Y.Map(Object.entries({ author: { id: 'x', name: 'X' }, at: 0, words: 'Нет.' })),
    )
    expect(threadsIn(review)[0]?.proposal).toBeDefined()
    comments.get('t1')?.set('words', null)
    expect(threadsIn(review)[0]?.proposal).toBeUndefined()
    expect(threadsIn(review)[0]?.comments).toHaveLength(2)
  })
})

describe('suggestions decided by many', () => {
  it('S32: whoever accepts, rejects, edits and hears of it in whatever order, all have one draft, each unit once and no word twice', () => {
    const edits: readonly (readonly UnitEdit[])[] = [[INSERT], [MOVE], [REMOVE], [REPEAL]]
    for (let seed = 1; seed <= 16; seed++) {
      const { a, peers, meet, deliverSome } = drafters('a', 'b', 'c', 'd', 'e')
      const random = seeded(seed)
      const mayUndo = seed % 2 === 0
      const threads = edits.map((edit, n) => suggested(a, edit, `t${n}`))
      for (let step = 0; step < 32; step++) {
        const peer = peers[Math.floor(random() * peers.length)]
        const thread = threads[Math.floor(random() * threads.length)]
        const unit = [P1, P2, NEW, A3][Math.floor(random() * 4)]
        if (!peer || !thread || !unit) continue
        const deed = random()
        if (deed < 0.25) peer.session.accept([thread])
        else if (deed < 0.3) peer.session.reject([thread])
        else if (deed < 0.35 && mayUndo) peer.session.undo()
        else if (deed < 0.45)
          peer.session.edit([{ kind: 'move', unit: P2, to: { parent: A3, after: null } }])
        else if (deed < 0.7) {
          const hasUnit = peer.session.layout.parents.has(unit)
          if (hasUnit) peer.type(unit, 'x', 0, unit === A3 ? -1 : 0)
        } else deliverSome(random)
      }
      meet()
      const [first] = peers.map(({ session }) => JSON.stringify(session.act))
      for (const peer of peers) {
        const units = standingUnits(peer.session.act)
        expect(new Set(units).size, `seed ${seed}`).toBe(units.length)
        expect(JSON.stringify(peer.session.act), `seed ${seed}`).toBe(first)
        expect(peer.session.readOnly).toBeNull()
        const words = unitIn(peer, NEW).replaceAll('x', '')
        expect(['', 'НоваяСлова.Ещё слова.Пункт.'], `seed ${seed}`).toContain(words)
        const isAccepted = decisionsIn(peer.doc).get('t0')?.kind === 'accepted'
        if (!mayUndo) expect(words !== '', `seed ${seed}`).toBe(isAccepted)
      }
    }
  })
})

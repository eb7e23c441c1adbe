import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { draftFault } from '#shared/sync/gate.ts'
import {
  createSignature,
  deletionsIn,
  MARK_EVERY,
  peopleIn,
  personOfClient,
  timeAt,
  timeMarks,
} from '#shared/sync/people.ts'
import { personHue } from '#shared/sync/person.ts'
import { act, art, dump, para } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'

const base = act(art('1', 'Первая', para('1', 'Один два три.')))
const A1P1 = 'article-1/paragraph-1'

function three(now: () => number) {
  const group = cohort(base, ['a', 'b', 'c'], { now })
  const [a, b, c] = group.peers
  if (!a || !b || !c) throw new Error('three peers were asked for')
  return { a, b, c, ...group }
}

function erase(peer: Peer, from: number, to: number): void {
  const start = textStart(peer.state.doc, A1P1)
  peer.dispatch(peer.state.tr.delete(start + from, start + to))
}

describe('signing', () => {
  it('V1: a color comes from the id alone', () => {
    expect(personHue('a')).toBe(personHue('a'))
    expect(new Set(['a', 'b', 'c', 'd'].map(personHue)).size).toBe(4)
    expect(personHue('0195')).toBeLessThan(360)
  })

  it('V2: what is written bears the person and the time, to the minute, on every replica', () => {
    let time = 1_000_000
    const { a, b, c, meet } = three(() => time)
    const clockOf = (peer: Peer) => Y.getState(peer.doc.store, peer.doc.clientID)
    const written: [Peer, number, number][] = []
    for (const [peer, later] of [
      [a, 0],
      [a, 20_000],
      [b, 30_000],
      [a, MARK_EVERY],
      [b, 3_600_000],
    ] as const) {
      time += later
      const clock = clockOf(peer)
      peer.type(A1P1, 'я')
      // The mark stands before the word, made by the same client.
      expect(clockOf(peer)).toBeGreaterThan(clock)
      written.push([peer, clockOf(peer) - 1, time])
    }
    meet()
    const marks = timeMarks(c.doc)
    for (const [peer, clock, at] of written) {
      const found = timeAt(marks.get(peer.doc.clientID), clock) ?? Number.NaN
      expect(at - found).toBeGreaterThanOrEqual(0)
      expect(at - found).toBeLessThan(MARK_EVERY)
      expect(personOfClient(c.doc, peer.doc.clientID)).toEqual({ id: peer.name, name: peer.name })
    }
    expect(marks.get(a.doc.clientID)).toHaveLength(2)
    expect(timeAt(marks.get(a.doc.clientID), 0)).toBe(1_000_000)
    expect(timeAt(undefined, 5)).toBeUndefined()
  })

  it('V3: signing makes no step of undo and shuts no draft', () => {
    let time = 0
    const { a } = three(() => time)
    const before = dump(a.session.act)
    a.type(A1P1, 'Новое ')
    time += 10 * MARK_EVERY
    expect(a.session.undo()).toBe(true)
    expect(dump(a.session.act)).toBe(before)
    expect(a.session.canUndo).toBe(false)
    expect(draftFault(a.doc)).toBeNull()
    time += 10 * MARK_EVERY
    expect(a.session.redo()).toBe(true)
    expect(a.session.act.textContent).toContain('Новое ')
  })

  it('V3: a new name replaces the old, and nobody without an id signs', () => {
    const doc = new Y.Doc()
    let person = { id: '', name: '' }
    const sign = createSignature(doc, () => person)
    sign(0)
    expect(Y.encodeStateAsUpdate(doc)).toHaveLength(2)
    person = { id: 'p', name: '' }
    sign(0)
    person = { id: 'p', name: 'Дана' }
    sign(1)
    sign(2)
    expect(peopleIn(doc)).toEqual([{ id: 'p', name: 'Дана' }])
    expect(timeMarks(doc).get(doc.clientID)).toEqual([{ clock: 0, at: 0 }])
  })

  it('V4: words of others that are deleted are written down once, and own words never', () => {
    const { a, b, meet } = three(() => 0)
    a.type(A1P1, 'Новое ')
    erase(a, 0, 6)
    expect(deletionsIn(a.doc).length).toBe(0)
    erase(a, 0, 5)
    erase(a, 0, 3)
    meet()
    const entries = deletionsIn(b.doc).toArray()
    expect(entries).toMatchObject([
      [expect.any(Number), expect.any(Number), 5],
      [expect.any(Number), expect.any(Number), 3],
    ])
  })
})

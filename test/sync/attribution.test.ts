import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { unitId } from '#shared/schema/act.ts'
import { type Attribution, attributionOf, type Span } from '#shared/sync/attribution.ts'
import { act, art, para } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'

const MINUTE = 60_000
const base = act(
  art('1', 'Первая', para('1', 'Один два три.'), para('2', 'Второе.')),
  art('2', 'Вторая', para('1', 'Другое.')),
)
const A1 = unitId('article-1')
const A1P1 = unitId('article-1/paragraph-1')
const A1P2 = unitId('article-1/paragraph-2')
const A2 = unitId('article-2')

/** Two drafters; each thing that one does is a minute after the last, and both hear of it. */
function pair() {
  let time = 0
  const { peers, meet } = cohort(base, ['a', 'b'], { now: () => time })
  const [a, b] = peers
  if (!a || !b) throw new Error('two peers were asked for')
  const does = (act: () => void) => {
    time += MINUTE
    act()
    meet()
  }
  return { a, b, does }
}

function erase(peer: Peer, unit: string, from: number, to: number): void {
  const start = textStart(peer.state.doc, unit)
  peer.dispatch(peer.state.tr.delete(start + from, start + to))
}

function told(spans: readonly Span[]): string {
  return spans
    .map(({ length, touch }) => `${length}${touch ? (touch.person?.name ?? '?') : ''}`)
    .join(' ')
}

function who(touches: ReturnType<Attribution['touches']>): string {
  return touches.map(({ person, at }) => `${person?.name ?? '?'}${(at ?? -1) / MINUTE}`).join(' ')
}

describe('attribution', () => {
  it('V5: tells who wrote which words, and leaves the words of the base to nobody', () => {
    const { a, b, does } = pair()
    does(() => a.type(A1P1, 'АА', 5))
    does(() => b.type(A1P1, 'Б', 6))
    const attribution = attributionOf(a.doc)
    expect(told(attribution.written({ unit: A1P1, block: 0 }))).toBe('5 1a 1b 1a 8')
    expect(told(attribution.written({ unit: A1P2, block: 0 }))).toBe('7')
    expect(told(attribution.written({ unit: A1, block: -1 }))).toBe('6')
    expect(attribution.written({ unit: A1P1, block: 0 })[2]?.touch?.at).toBe(2 * MINUTE)
  })

  it('V5: tells who deleted which words of the base, also after the words are collected', () => {
    const { a, b, does } = pair()
    does(() => erase(a, A1P1, 0, 5))
    does(() => erase(b, A1P1, 0, 4))
    const collected = new Y.Doc()
    Y.applyUpdate(collected, Y.encodeStateAsUpdate(b.doc))
    for (const doc of [a.doc, b.doc, collected]) {
      const spans = attributionOf(doc).deleted({ unit: A1P1, block: 0 })
      expect(told(spans)).toBe('5a 4b 4')
      expect(spans[1]?.touch?.at).toBe(2 * MINUTE)
    }
  })

  it('V4: who deleted words is told after undo and redo', () => {
    const { a, b, does } = pair()
    does(() => erase(b, A1P1, 0, 5))
    does(() => b.session.undo())
    does(() => b.session.redo())
    expect(told(attributionOf(a.doc).deleted({ unit: A1P1, block: 0 }))).toBe('5b 8')
  })

  it('V6: hears of who deleted words when that comes after the deletion itself', () => {
    const { peers } = cohort(base, ['a', 'b'], { now: () => MINUTE })
    const [a, b] = peers
    if (!a || !b) throw new Error('two peers were asked for')
    const updates: Uint8Array[] = []
    b.session.onUpdate((update) => updates.push(update))
    b.type('article-2/paragraph-1', 'Б')
    for (const update of updates.splice(0)) a.session.receive(update)
    b.type('article-2/paragraph-1', 'Б')
    const before = updates.splice(0)
    erase(b, A1P1, 0, 5)
    const attribution = attributionOf(a.doc)
    for (const update of updates) a.session.receive(update)
    expect(a.session.act.textContent).not.toContain('Один')
    expect(attribution.touches(A1P1)).toEqual([])
    for (const update of before) a.session.receive(update)
    expect(who(attribution.touches(A1P1))).toBe('b1')
  })

  it('V6: tells who touched a unit, the last first, by words, deletions and properties', () => {
    const { a, b, does } = pair()
    does(() => a.type(A1P1, 'А'))
    does(() => erase(b, A1P1, 3, 5))
    does(() => a.session.edit([{ kind: 'setState', unit: A2, state: 'repealed' }]))
    does(() => b.session.edit([{ kind: 'remove', unit: A1P2 }]))
    const attribution = attributionOf(a.doc)
    expect(who(attribution.touches(A1P1))).toBe('b2 a1')
    expect(who(attribution.wordTouches(A1P1, 'body'))).toBe('b2 a1')
    expect(attribution.wordTouches(A1P1, 'heading')).toEqual([])
    expect(attribution.set(A2, 'state')).toMatchObject({ person: { id: 'a' }, at: 3 * MINUTE })
    expect(attribution.set(A1P2, 'live')).toMatchObject({ person: { id: 'b' }, at: 4 * MINUTE })
    expect(attribution.set(A1, 'state')).toBeUndefined()
    expect(attribution.made(A1)).toBeUndefined()
    expect(attribution.touches(A1)).toEqual([])
  })

  it('V6: is kept as the draft changes, and equals that from scratch', () => {
    const { a, b, does } = pair()
    const kept = attributionOf(a.doc)
    const heard: unknown[] = []
    const stop = kept.subscribe((units) => heard.push(units && [...units]))
    does(() => a.type(A1P1, 'А'))
    expect(heard).toContainEqual([A1P1])
    expect(who(kept.touches(A1P1))).toBe('a1')
    const before = kept.touches(A1P1)
    expect(kept.touches(A1P1)).toBe(before)
    does(() => b.type(A1P1, 'Б'))
    does(() => erase(b, A1P2, 0, 2))
    const scratch = attributionOf(a.doc)
    for (const unit of [A1, A1P1, A1P2, A2]) {
      expect(kept.touches(unit)).toEqual(scratch.touches(unit))
    }
    expect(who(kept.touches(A1P1))).toBe('b2 a1')
    stop()
    kept.close()
  })

  it('V6: what nobody signed is told as such', () => {
    const { a } = pair()
    const stranger = new Y.Doc()
    Y.applyUpdate(stranger, Y.encodeStateAsUpdate(a.doc))
    stranger.getMap<Y.Map<unknown>>('units').get(A2)?.set('num', 'Статья 9.')
    expect(attributionOf(stranger).touches(A2)).toEqual([{ person: undefined, at: undefined }])
  })
})

import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anchorToUnit } from '#shared/review/anchor.ts'
import {
  editComment,
  onThreads,
  openThread,
  reopenThread,
  reply,
  resolveThread,
  threadsIn,
  withdrawComment,
} from '#shared/review/threads.ts'
import { mentionsIn, unreadIn } from '#shared/review/unread.ts'
import { unitId } from '#shared/schema/act.ts'
import { seeded } from '#test/cohort/chance.ts'

const DANA = { id: 'p1', name: 'Дана' }
const OLEG = { id: 'p2', name: 'Олег' }
const UNIT = anchorToUnit(unitId('article-1'))
const says = (id: string, author: typeof DANA, words: string, at = 1) => ({ id, author, at, words })
const DONE = { ok: true, value: undefined }

function opened(): Y.Doc {
  const doc = new Y.Doc()
  expect(openThread(doc, UNIT, says('c1', DANA, 'Зачем?'))).toEqual(DONE)
  return doc
}

function exchange(...docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
}

function shown(doc: Y.Doc): readonly string[] {
  return threadsIn(doc).map(
    ({ id, comments, resolved }) =>
      `${id}${resolved ? ` (${resolved.person.name})` : ''}: ${comments.map(({ words }) => words ?? '—').join(' / ')}`,
  )
}

describe('threads', () => {
  it('V64: hold replies in the order of time, and are resolved and reopened with who did it', () => {
    const doc = opened()
    expect(reply(doc, 'c1', says('c3', DANA, 'Ясно.', 3))).toEqual(DONE)
    expect(reply(doc, 'c1', says('c2', OLEG, 'Так просили.', 2))).toEqual(DONE)
    expect(shown(doc)).toEqual(['c1: Зачем? / Так просили. / Ясно.'])
    expect(resolveThread(doc, 'c1', { person: OLEG, at: 4 })).toEqual(DONE)
    expect(threadsIn(doc)[0]?.resolved).toEqual({ person: OLEG, at: 4 })
    expect(reopenThread(doc, 'c1')).toEqual(DONE)
    expect(threadsIn(doc)[0]?.resolved).toBeUndefined()
  })

  it('V64: a reply opens a resolved thread again', () => {
    const doc = opened()
    resolveThread(doc, 'c1', { person: OLEG, at: 4 })
    reply(doc, 'c1', says('c2', DANA, 'Ещё нет.', 5))
    expect(shown(doc)).toEqual(['c1: Зачем? / Ещё нет.'])
  })

  it('V65: only its author edits a comment or takes it back; the last one takes the thread along', () => {
    const doc = opened()
    const own = { thread: 'c1', comment: 'c1', by: DANA, at: 9 }
    const other = { ...own, by: OLEG }
    expect(editComment(doc, other, 'Нет')).toMatchObject({ problem: { code: 'review/not-own' } })
    expect(withdrawComment(doc, other)).toMatchObject({ problem: { code: 'review/not-own' } })
    expect(editComment(doc, own, 'Почему?')).toEqual(DONE)
    expect(threadsIn(doc)[0]?.comments[0]).toMatchObject({ words: 'Почему?', at: 1, editedAt: 9 })
    reply(doc, 'c1', says('c2', OLEG, 'Надо.', 2))
    expect(withdrawComment(doc, own)).toEqual(DONE)
    expect(shown(doc)).toEqual(['c1: — / Надо.'])
    withdrawComment(doc, { thread: 'c1', comment: 'c2', by: OLEG, at: 9 })
    expect(shown(doc)).toEqual([])
  })

  it('V65: a reply to what its author takes back meanwhile is kept', () => {
    const [a, b] = [opened(), new Y.Doc()]
    exchange(a, b)
    withdrawComment(a, { thread: 'c1', comment: 'c1', by: DANA, at: 2 })
    reply(b, 'c1', says('c2', OLEG, 'Ответ.', 3))
    exchange(a, b)
    for (const doc of [a, b]) expect(shown(doc)).toEqual(['c1: — / Ответ.'])
  })

  it('V64: no words and no thread are told, and nothing is written', () => {
    const doc = opened()
    const before = Y.encodeStateAsUpdate(doc)
    const [blank, lost] = ['review/no-words', 'review/unknown'].map((code) => ({
      problem: { code },
    }))
    expect(openThread(doc, UNIT, says('c9', DANA, ' '))).toMatchObject(blank ?? {})
    expect(reply(doc, 'c1', says('c9', DANA, '\n'))).toMatchObject(blank ?? {})
    expect(reply(doc, 'no', says('c9', DANA, 'Да'))).toMatchObject(lost ?? {})
    expect(resolveThread(doc, 'no', { person: DANA, at: 1 })).toMatchObject(lost ?? {})
    expect(reopenThread(doc, 'no')).toMatchObject(lost ?? {})
    const own = { thread: 'c1', comment: 'c1', by: DANA, at: 9 }
    expect(editComment(doc, own, '')).toMatchObject(blank ?? {})
    expect(editComment(doc, { ...own, comment: 'no' }, 'Да')).toMatchObject(lost ?? {})
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('V66: what is not of the form of a thread is left out', () => {
    const doc = opened()
    const threads = doc.getMap<unknown>('threads')
    threads.set('x', 'words')
    threads.set('y', new Y.Map([['anchor', { unit: 'a' }]]))
    threads.set('z', new Y.Map<unknown>([['comments', new Y.Map([['c', 5]])]]))
    expect(shown(doc)).toEqual(['c1: Зачем?'])
  })

  it('V66: replicas show the same threads in whatever order they hear of them', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed)
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
      let heard = 0
      for (const doc of docs) onThreads(doc, () => heard++)
      for (let step = 0; step < 30; step++) {
        const doc = docs[Math.floor(random() * docs.length)] ?? new Y.Doc()
        const by = random() < 0.5 ? DANA : OLEG
        const threads = threadsIn(doc)
        const thread = threads[Math.floor(random() * threads.length)]
        const comment = { id: `c${step}`, author: by, at: step, words: `слово ${step}` }
        const fate = random()
        if (!thread || fate < 0.3) openThread(doc, UNIT, comment)
        else if (fate < 0.6) reply(doc, thread.id, comment)
        else if (fate < 0.7) resolveThread(doc, thread.id, { person: by, at: step })
        else if (fate < 0.8) reopenThread(doc, thread.id)
        else withdrawComment(doc, { thread: thread.id, comment: thread.id, by, at: step })
        if (random() < 0.3) exchange(...docs.slice(0, 2))
        if (random() < 0.2) exchange(...docs.slice(1))
      }
      exchange(...docs, ...docs)
      const [first, ...others] = docs.map((doc) => threadsIn(doc))
      for (const other of others) expect(other, `seed ${seed}`).toEqual(first)
      expect(heard).toBeGreaterThan(0)
    }
  })
})

describe('what a reader is told', () => {
  it('V67: comments of others that a person has not seen are unread, late ones too', () => {
    const doc = opened()
    reply(doc, 'c1', says('c2', OLEG, 'Раньше.', 0))
    const [thread] = threadsIn(doc)
    if (!thread) throw new Error('the thread was opened')
    const unread = (me: typeof DANA, ...seen: string[]) =>
      unreadIn(thread, { me, seen: new Set(seen) }).map(({ id }) => id)
    expect(unread(DANA)).toEqual(['c2'])
    expect(unread(OLEG)).toEqual(['c1'])
    expect(unread(OLEG, 'c1')).toEqual([])
  })

  it('V68: @name mentions the person of the longest name that stands there', () => {
    const anna = { id: 'p3', name: 'Анна' }
    const anna2 = { id: 'p4', name: 'Анна Ким' }
    const people = [DANA, anna, anna2, { id: 'p5', name: '' }]
    const ids = (words: string) => mentionsIn(words, people).map(({ id }) => id)
    expect(ids('@анна ким, взгляните; и @Дана.')).toEqual(['p1', 'p4'])
    expect(ids('@Анна: да')).toEqual(['p3'])
    expect(ids('@Аннабель, почта x@Дана, @')).toEqual([])
  })
})

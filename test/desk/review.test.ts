import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { anchorToUnit, anchorToWords } from '#shared/review/anchor.ts'
import { openThread, resolveThread } from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import { setJustification } from '#shared/sync/justifications.ts'
import { commenting, commentsIn } from '../bridge/review-cases.ts'
import { exported, once } from '../bridge/window-asks.ts'
import { act, art } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const document = 'a'

it('V69, V71: comments, and which of them were read, are there at the next start', async () => {
  const store = openLibrary(folder.dir)
  addAct(store.db, document, act(art('1', 'Срок', 'Срок — два дня.')))
  const first = desk(store)
  const [window, other] = [first.connect(), first.connect()]
  value(await other.openDocument({ document }))
  value(await window.saveReview({ document, update: commenting('Почему два?') }))
  const told = once(other, ({ kind }) => kind === 'seen')
  value(await window.seeComments({ document, comments: ['Почему два?'] }))
  expect(await told).toEqual({ kind: 'seen', document, comments: ['Почему два?'] })
  await first.close()
  const again = desk(openLibrary(folder.dir))
  const { state, seen } = value(await again.connect().openReview({ document }))
  expect([commentsIn(state), seen]).toEqual([['Почему два?'], ['Почему два?']])
  await again.close()
})

it('J131: what was said is in a Word file where it was asked for, and only then', async () => {
  const store = openLibrary(folder.dir)
  addAct(store.db, document, act(art('1', 'Срок', 'Срок — два дня.')))
  const bench = desk(store)
  const window = bench.connect()
  const draft = new Y.Doc()
  Y.applyUpdate(draft, value(await window.openDocument({ document })).state)
  const before = Y.encodeStateVector(draft)
  const unit = unitId('article-1')
  setJustification(draft, unit, 'Двух дней мало.')
  const justified = new Uint8Array(Y.encodeStateAsUpdate(draft, before))
  value(await window.saveUpdate({ document, update: justified }))
  const review = new Y.Doc()
  const place = { unit, text: 0, from: 7, to: 10 }
  const anchor = present(anchorToWords(draft, place), 'the words')
  const dana = { id: 'p1', name: 'Dana' }
  const said = { id: 'c1', author: dana, at: 1_700_000_000_000, words: 'Почему два?' }
  value(openThread(review, anchor, said))
  value(openThread(review, anchorToUnit(unit), { ...said, id: 'c2', words: 'Да.' }))
  value(resolveThread(review, 'c2', { person: dana, at: 1 }))
  const update = new Uint8Array(Y.encodeStateAsUpdate(review))
  value(await window.saveReview({ document, update }))
  const commentsOf = async (
    form: 'redline' | 'clean',
    comments?: ('open' | 'resolved' | 'justifications')[],
  ) => {
    const asked = { document, form, format: 'docx', ...(comments ? { comments } : {}) } as const
    const parts = unzipSync(value(await exported(window, asked)).bytes)
    const xml = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
    return [...xml.matchAll(/w:author="(.*?)".*?<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, a, b]) => [
      a,
      b,
    ])
  }
  expect(await commentsOf('redline')).toEqual([])
  expect(await commentsOf('redline', ['open'])).toEqual([['Dana', 'Почему два?']])
  expect(await commentsOf('clean', ['open', 'resolved', 'justifications'])).toEqual([
    ['Dana', 'Да.'],
    [expect.any(String), 'Двух дней мало.'],
    ['Dana', 'Почему два?'],
  ])
  await bench.close()
})

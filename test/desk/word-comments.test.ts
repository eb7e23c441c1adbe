import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DeskConnection } from '#desk/connection.ts'
import { present } from '#shared/base/assert.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { anchorToUnit, anchorToWords, locate, plainWords, textAt } from '#shared/review/anchor.ts'
import { openThread, reply, resolveThread, threadsIn } from '#shared/review/threads.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { setJustification } from '#shared/sync/justifications.ts'
import { layoutOf } from '#shared/sync/project.ts'
import { act, art, para } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { ended, hearing } from './hearing.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
const DATE = '2026-11-23T08:00:00Z'
const law = act(art('1', 'Срок', para('1', 'Срок два дня.'), para('2', 'Знак стоит.')))
const P1 = unitId('article-1/paragraph-1')
const P2 = unitId('article-1/paragraph-2')

const said = (words: string, author = 'Дана') => ({ author, date: DATE, words })
const remark = (unit: Remark['unit'], words: string, at?: Remark['words']): Remark => {
  return { unit, comments: [said(words)], isResolved: false, ...(at ? { words: at } : {}) }
}
const about = aboutAct(law, BY)
const bytesOf = (bytes: Uint8Array) => new Uint8Array(bytes)

/** What the threads of a document say, and where: `два | Дана: почему?`. */
async function threads(window: DeskConnection, document: string): Promise<readonly string[]> {
  const { draft, review } = await partsOf(window, document)
  const lines = threadsIn(review).map(({ anchor, comments, resolved }) => {
    const at = locate(draft, layoutOf(draft), anchor)
    const text = at.kind === 'words' ? textAt(draft, at) : undefined
    const words =
      at.kind === 'words' && text ? plainWords(text).slice(at.from, at.to) : `<${at.kind}>`
    const all = comments.map(({ author, words: one }) => `${author.name}: ${one}`)
    return [words, ...all, ...(resolved ? ['settled'] : [])].join(' | ')
  })
  return lines.sort()
}

async function partsOf(window: DeskConnection, document: string) {
  const draft = new Y.Doc()
  Y.applyUpdate(draft, value(await window.openDocument({ document })).state)
  const review = new Y.Doc()
  Y.applyUpdate(review, value(await window.openReview({ document })).state)
  return { draft, review }
}

async function imported(window: DeskConnection, bytes: Uint8Array): Promise<string> {
  const { until } = hearing(window)
  value(await window.importFile({ name: 'отзыв.docx', bytes: bytesOf(bytes) }))
  const end = await until(ended)
  if (end.kind !== 'job' || end.state.kind !== 'done') throw new Error(JSON.stringify(end))
  return end.state.document
}

describe('comments of Word files in the library', () => {
  it('J133: a file that is imported brings its comments as threads, of both texts of a redline', async () => {
    const bench = desk(openLibrary(folder.dir))
    const window = bench.connect()
    const answered: Remark = {
      ...remark(P1, 'почему?', { text: 0, from: 5, to: 8 }),
      comments: [said('почему?'), said('так решили', 'Ерлан')],
      isResolved: true,
    }
    const clean = await imported(window, docxClean(law, about, [answered, remark(P2, 'зачем?')]))
    expect(await threads(window, clean)).toEqual([
      '<unit> | Дана: зачем?',
      'два | Дана: почему? | Ерлан: так решили | settled',
    ])
    const draft: Act = value(applyEditsToAct(law, [{ kind: 'remove', unit: P2 }]))
    const redline = docxRedline(compareActs(law, draft), about, [answered, remark(P2, 'жаль')])
    expect(await threads(window, await imported(window, redline))).toEqual([
      '<unit-removed> | Дана: жаль',
      'два | Дана: почему? | Ерлан: так решили | settled',
    ])
    await bench.close()
  })

  it('J133: a text that is corrected before it is kept has them where it has their words', async () => {
    const bench = desk(openLibrary(folder.dir))
    const window = bench.connect()
    const { until } = hearing(window)
    const remarks = [
      remark(P1, 'почему?', { text: 0, from: 5, to: 8 }),
      remark(P2, 'чей?', { text: 0, from: 0, to: 4 }),
    ]
    const bytes = bytesOf(docxClean(law, about, remarks))
    const { job } = value(await window.readFile({ name: 'отзыв.docx', bytes }))
    await until((event) => event.kind === 'job' && event.state.kind === 'read')
    const [read] = value(await window.showReading({ job })).acts
    const text = new TextDecoder().decode(read?.act)
    const corrected = text.replace('Срок два', 'Новый срок два').replace('Знак', 'Столб')
    const kept = { place: 0, act: bytesOf(new TextEncoder().encode(corrected)) }
    const { document } = value(await window.keepReading({ job, corrections: [kept] }))
    expect(await threads(window, document)).toEqual([
      '<words-deleted> | Дана: чей?',
      'два | Дана: почему?',
    ])
    await bench.close()
  })
})

describe('comments of a Word file that comes back', () => {
  it('J134: a file that comes back brings what is new among the threads of the draft, once', async () => {
    const store = openLibrary(folder.dir)
    addAct(store.db, 'a', law)
    const bench = desk(store)
    const window = bench.connect()
    const document = 'a'
    const { draft, review } = await partsOf(window, document)
    const anchor = present(anchorToWords(draft, { unit: P1, text: 0, from: 5, to: 8 }), 'words')
    const aida = { id: 'p1', name: 'Аида' }
    const at = Date.parse(DATE)
    value(openThread(review, anchor, { id: 'c1', author: aida, at, words: 'почему два?' }))
    value(openThread(review, anchorToUnit(P2), { id: 'c2', author: aida, at, words: 'стоит ли?' }))
    value(reply(review, 'c2', { id: 'c3', author: aida, at: at + 9_000, words: 'стоит' }))
    value(resolveThread(review, 'c2', { person: aida, at }))
    const update = bytesOf(Y.encodeStateAsUpdate(review))
    value(await window.saveReview({ document, update }))
    setJustification(draft, P2, 'Двух мало.')
    value(await window.saveUpdate({ document, update: bytesOf(Y.encodeStateAsUpdate(draft)) }))

    // What Word would send back: our two threads, one of them answered and settled, and a new one.
    const aidas = (words: string) => said(words, 'Аида')
    const file = bytesOf(
      docxClean(law, about, [
        {
          ...remark(P1, '', { text: 0, from: 5, to: 8 }),
          comments: [aidas('почему два?'), said('потому')],
          isResolved: true,
        },
        { ...remark(P2, ''), comments: [aidas('стоит ли?')], isResolved: true },
        remark(P2, 'чей?', { text: 0, from: 0, to: 4 }),
        { unit: P2, comments: [{ ...BY, words: 'Двух мало.' }], isResolved: false },
      ]),
    )
    const take = () => window.takeWordComments({ document, name: 'отзыв.docx', bytes: file })
    expect(value(await take())).toEqual({
      threads: 1,
      answers: 1,
      reworded: 0,
      resolved: 1,
      known: 2,
    })
    const taken = [
      'два | Аида: почему два? | Дана: потому | settled',
      '<unit> | Аида: стоит ли? | Аида: стоит | settled',
      'Знак | Дана: чей?',
    ]
    expect(await threads(window, document)).toEqual(taken.toSorted())
    expect(value(await take())).toEqual({
      threads: 0,
      answers: 0,
      reworded: 0,
      resolved: 0,
      known: 4,
    })
    expect(await threads(window, document)).toEqual(taken.toSorted())
    const notWord = await window.takeWordComments({
      document,
      name: 'x.txt',
      bytes: bytesOf(new TextEncoder().encode('Статья 1. Срок')),
    })
    expect(notWord).toMatchObject({ ok: false, problem: { code: 'desk/not-word' } })
    await bench.close()
  })

  it('J134: words that stand in another unit are found, and words that are gone told with their unit', async () => {
    const store = openLibrary(folder.dir)
    addAct(store.db, 'a', law)
    const bench = desk(store)
    const window = bench.connect()
    const other = value(applyEditsToAct(law, [{ kind: 'remove', unit: P2 }]))
    addAct(store.db, 'b', other)
    const bytes = bytesOf(
      docxClean(
        act(art('1', 'Срок', para('1', 'Срок целых два дня.'), para('2', 'Знак стоит.'))),
        about,
        [
          remark(P1, 'зачем?', { text: 0, from: 5, to: 10 }),
          remark(P2, 'жаль', { text: 0, from: 0, to: 4 }),
        ],
      ),
    )
    const file = { name: 'отзыв.docx', bytes }
    value(await window.takeWordComments({ document: 'a', ...file }))
    expect(await threads(window, 'a')).toEqual([
      '<words-deleted> | Дана: зачем?',
      'Знак | Дана: жаль',
    ])
    const article = unitId('article-1')
    const unnumbered = act(art('1', 'Срок', 'Срок два дня.', 'Знак стоит.'))
    const flat = docxClean(unnumbered, about, [
      remark(article, 'чей?', { text: 1, from: 0, to: 4 }),
    ])
    const again = { document: 'a', name: 'отзыв.docx', bytes: bytesOf(flat) }
    expect(value(await window.takeWordComments(again))).toMatchObject({ threads: 1 })
    expect(await threads(window, 'a')).toContain('Знак | Дана: чей?')
    value(await window.takeWordComments({ document: 'b', ...file }))
    expect(await threads(window, 'b')).toEqual([
      '<words-deleted> | Дана: жаль',
      '<words-deleted> | Дана: зачем?',
    ])
    await bench.close()
  })
})

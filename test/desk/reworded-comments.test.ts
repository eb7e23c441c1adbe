import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { remarkPlaces, sameUnits } from '#desk/comments/place-remarks.ts'
import { remarksInParts } from '#desk/comments/remark-of.ts'
import { takeRemarks } from '#desk/comments/take-remarks.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean } from '#shared/export/docx/docx.ts'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { anchorToUnit } from '#shared/review/anchor.ts'
import {
  editComment,
  openThread,
  reply,
  threadsIn,
  withdrawComment,
} from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { act, art, para } from '../builders/act.ts'
import { value } from '../builders/library.ts'
import { savedByOffice } from '../oracles/office-saves.ts'

const law = act(art('1', 'Срок', para('1', 'Срок два дня.'), para('2', 'Знак стоит.')))
const P1 = unitId('article-1/paragraph-1')
const P2 = unitId('article-1/paragraph-2')
const AIDA = { id: 'p1', name: 'Аида' }
const AT = Date.parse('2026-11-23T08:00:00Z')
const LATER = AT + 86_400_000
const DANA = { author: 'Дана', date: '2026-11-23T08:00:00Z' }
const about = aboutAct(law, { author: 'Комиссия', date: '2026-11-24T08:00:00Z' })

/** A draft of the law with nothing said of it, and what it does with files. */
function draftOf() {
  const text = seedDraft(law)
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, text)
  const review = new Y.Doc()
  return {
    review,
    /** As the draft goes out. */
    file: () => docxClean(law, about, remarksInParts(text, Y.encodeStateAsUpdate(review))),
    take(file: Uint8Array) {
      let last = 0
      const read = value(readDocx(new Uint8Array(file), { newId: () => `u${last++}` }))
      const placeOf = remarkPlaces(doc, read, sameUnits(read, { base: law, draft: law }))
      const anchored = (read.remarks ?? []).flatMap((remark) => {
        const anchor = placeOf(remark)
        return anchor ? [{ anchor, remark }] : []
      })
      expect(anchored).toHaveLength(read.remarks?.length ?? 0)
      return takeRemarks(review, anchored, { at: LATER })
    },
    /** `Дана: почему? | Аида: потому`, a line a thread. */
    said: () =>
      threadsIn(review).map(({ comments }) =>
        comments.map(({ author, words }) => `${author.name}: ${words}`).join(' | '),
      ),
  }
}

/** Other words in a comment of a file, as Word leaves it: author, times and ids are kept. */
function reworded(file: Uint8Array, words: string, other: string): Uint8Array {
  const parts = unzipSync(file)
  const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
  expect(comments).toContain(words)
  return zipSync({ ...parts, 'word/comments.xml': strToU8(comments.replaceAll(words, other)) })
}

/** A file of Dana's, with a comment on each paragraph of the same second. */
const danas = docxClean(law, about, [
  { unit: P1, comments: [{ ...DANA, words: 'почему два?' }], isResolved: false },
  { unit: P2, comments: [{ ...DANA, words: 'чей знак?' }], isResolved: false },
])

it('X107: a comment that its author changed in Word has the new words, once, whatever else was said', () => {
  const draft = draftOf()
  draft.take(danas)
  const first = threadsIn(draft.review).find(({ comments }) => comments[0]?.words === 'почему два?')
  value(
    reply(draft.review, first?.id ?? '', {
      id: 'c',
      author: AIDA,
      at: AT + 9,
      words: 'так решили',
    }),
  )
  const file = reworded(danas, 'почему два?', 'почему не три?')
  const told = { threads: 0, answers: 0, reworded: 1, resolved: 0, known: 1 }
  expect(draft.take(file)).toEqual(told)
  const said = ['Дана: почему не три? | Аида: так решили', 'Дана: чей знак?']
  expect(draft.said().toSorted()).toEqual(said)
  // Neither the file that was taken nor the one before brings anything again.
  for (const again of [file, danas])
    expect(draft.take(again)).toEqual({ ...told, reworded: 0, known: 2 })
  expect(draft.said().toSorted()).toEqual(said)
})

it('X107: a comment that went out with the draft, too; the answer to it stays an answer', () => {
  const draft = draftOf()
  draft.take(danas)
  const file = reworded(draft.file(), 'чей знак?', 'чей это знак?')
  expect(draft.take(file)).toMatchObject({ threads: 0, answers: 0, reworded: 1 })
  expect(draft.take(reworded(draft.file(), 'чей это', 'чей же это'))).toMatchObject({ reworded: 1 })
  // The file in between is older than what the draft has.
  expect(draft.take(file)).toMatchObject({ threads: 0, answers: 0, reworded: 0, known: 2 })
  expect(draft.said().toSorted()).toEqual(['Дана: почему два?', 'Дана: чей же это знак?'])
})

it('X108: a file does not change what somebody of the draft said: other words for it answer it', () => {
  const draft = draftOf()
  const comment = { id: 'c1', author: AIDA, at: AT, words: 'почему два?' }
  value(openThread(draft.review, anchorToUnit(P1), comment))
  const before = draft.file()
  const file = reworded(before, 'почему два?', 'снимаю вопрос')
  expect(draft.take(file)).toMatchObject({ threads: 0, answers: 1, reworded: 0 })
  expect(draft.take(file)).toMatchObject({ threads: 0, answers: 0, known: 1 })
  expect(draft.said()).toEqual(['Аида: почему два? | Аида: снимаю вопрос'])
  const own = { thread: 'c1', comment: 'c1', by: AIDA, at: LATER }
  value(editComment(draft.review, own, 'почему не три?'))
  expect(draft.take(before)).toMatchObject({ threads: 0, answers: 0, reworded: 0, known: 1 })
  value(withdrawComment(draft.review, own))
  expect(draft.take(before)).toMatchObject({ threads: 0, answers: 0, reworded: 0, known: 1 })
  expect(draft.said()).toEqual(['Аида: undefined | Аида: снимаю вопрос'])
})

it('X107: of a file that LibreOffice saved, whose ids are others, by author and time', async () => {
  const draft = draftOf()
  const times = [DANA.date, '2026-11-23T08:00:01Z']
  const file = docxClean(
    law,
    about,
    [P1, P2].map((unit, i) => ({
      unit,
      comments: [{ author: 'Дана', date: times[i] ?? '', words: i === 0 ? 'почему два?' : 'чей?' }],
      isResolved: false,
    })),
  )
  draft.take(file)
  const saved = await savedByOffice(draft.file())
  expect(draft.take(saved)).toMatchObject({ threads: 0, answers: 0, reworded: 0, known: 2 })
  const told = draft.take(reworded(saved, 'почему два?', 'почему не три?'))
  expect(told).toMatchObject({ threads: 0, answers: 0, reworded: 1, known: 1 })
  expect(draft.said().toSorted()).toEqual(['Дана: почему не три?', 'Дана: чей?'])
})

it('X107: of two comments of one second that both changed, where no id tells them apart, all words stand', () => {
  const draft = draftOf()
  draft.take(danas)
  const parts = unzipSync(reworded(reworded(danas, 'почему два?', 'а?'), 'чей знак?', 'б?'))
  const { 'word/commentsIds.xml': _, ...rest } = parts
  expect(draft.take(zipSync(rest))).toMatchObject({ threads: 2, reworded: 0 })
  expect(draft.said()).toHaveLength(4)
})

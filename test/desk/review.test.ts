import { afterEach, beforeEach, expect, it } from 'vitest'
import { commenting, commentsIn } from '../bridge/review-cases.ts'
import { once } from '../bridge/window-asks.ts'
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

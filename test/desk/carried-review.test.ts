import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { acceptProposal } from '#shared/review/proposal.ts'
import { proposeEdits } from '#shared/review/structure.ts'
import { propose } from '#shared/review/suggested-words.ts'
import {
  type NewComment,
  openProposal,
  openThread,
  reply,
  resolveThread,
  type Thread,
  threadsIn,
} from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import { findUnit } from '#shared/structure/apply-edit.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { layoutOf, projectAct } from '#shared/sync/project.ts'
import { wordsOf } from '../bridge/window-asks.ts'
import { value } from '../builders/library.ts'
import { carryIn, carryOut, type Person, state, threeDesks, write } from './carrying.ts'

const DANA = { id: 'p-dana', name: 'Дана' }
const AIDA = { id: 'p-aida', name: 'Аида' }
const ONE = unitId('article-1')
const PARAGRAPH = unitId('article-1/paragraph-1')
const SECOND = unitId('article-2')

let people: readonly Person[] = []
let close: () => Promise<void>
let a: Person
let b: Person
let c: Person
beforeEach(async () => {
  ;({ people, close } = threeDesks())
  const [one, two, three] = people
  if (!one || !two || !three) throw new Error('three people were asked for')
  ;[a, b, c] = [one, two, three]
  for (const other of [b, c]) await carryIn(other, await carryOut(a))
})
afterEach(() => close())

async function draft(someone: Person): Promise<Y.Doc> {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, await state(someone))
  return doc
}

async function reviewOf({ window }: Person): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, value(await window.openReview({ document: 'law' })).state)
  return doc
}

async function threadsOf(someone: Person): Promise<readonly Thread[]> {
  return threadsIn(await reviewOf(someone))
}

/** What a window writes into the review of its desk. */
async function say(someone: Person, write: (review: Y.Doc, text: Y.Doc) => void): Promise<void> {
  const [review, text] = [await reviewOf(someone), await draft(someone)]
  const before = Y.encodeStateVector(review)
  write(review, text)
  const update = new Uint8Array(Y.encodeStateAsUpdate(review, before))
  value(await someone.window.saveReview({ document: 'law', update }))
}

const comment = (id: string, author: typeof DANA, words: string, at: number): NewComment => ({
  id,
  author,
  at,
  words,
})

/** Dana asks about article 1, suggests a word in it and the repeal of article 2. */
function sayAll(review: Y.Doc, text: Y.Doc): void {
  value(openThread(review, { unit: ONE }, comment('t1', DANA, 'Зачем?', 1)))
  const words = value(
    propose(text, { unit: PARAGRAPH, text: 0, from: 0, to: 4 }, { words: 'Семь' }),
  )
  value(openProposal(review, words, comment('t2', DANA, '', 2)))
  const repeal = { kind: 'setState', unit: SECOND, state: 'repealed' } as const
  const names = { unit: 'Статья 2', place: '' }
  const proposal = proposeEdits(text, layoutOf(text), [repeal], names)
  if (!proposal) throw new Error('the repeal was suggested')
  value(openProposal(review, { anchor: { unit: SECOND }, proposal }, comment('t3', DANA, '', 3)))
}

async function accept(someone: Person, id: string): Promise<void> {
  const doc = await draft(someone)
  const thread = (await threadsOf(someone)).find((one) => one.id === id)
  if (!thread) throw new Error(`${id} is a thread`)
  const before = Y.encodeStateVector(doc)
  value(acceptProposal(doc, layoutOf(doc), thread, { person: AIDA, at: 60_000 }))
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  value(await someone.window.saveUpdate({ document: 'law', update }))
}

/** What a person sees of text, threads and decisions. */
async function sight(someone: Person): Promise<unknown> {
  const doc = await draft(someone)
  return [projectAct(doc).toJSON(), await threadsOf(someone), [...decisionsIn(doc)]]
}

async function paragraph(someone: Person): Promise<string> {
  return findUnit(projectAct(await draft(someone)), PARAGRAPH)?.unit.textContent ?? ''
}

describe('what is said of a draft that is carried by hand', () => {
  it('V72: comments and suggestions go along, are answered and accepted there while the text is edited here, and come back', async () => {
    await say(b, sayAll)
    const sent = await carryOut(b)
    await carryIn(a, sent)
    expect((await threadsOf(a)).map(({ proposal }) => proposal?.kind)).toEqual([
      undefined,
      'words',
      'setState',
    ])
    expect(await paragraph(a)).toBe('Один.')
    await say(a, (review) => {
      value(reply(review, 't1', comment('r1', AIDA, 'Так велит закон.', 4)))
      value(resolveThread(review, 't1', { person: AIDA, at: 5 }))
    })
    for (const id of ['t2', 't3']) await accept(a, id)
    await write(b, 'Их ')
    await say(b, (review) => void value(reply(review, 't2', comment('r2', DANA, 'Срочно.', 6))))
    await carryIn(b, await carryOut(a))
    await carryIn(a, await carryOut(b))
    expect(await sight(a)).toEqual(await sight(b))
    expect(await paragraph(b)).toBe('Семь.')
    expect(wordsOf(await state(a))).toContain('Их ')
    const [asked, words, repeal] = await threadsOf(b)
    expect(asked?.resolved?.person).toEqual(AIDA)
    expect(asked?.comments.map((one) => one.words)).toEqual(['Зачем?', 'Так велит закон.'])
    expect(words?.comments.map((one) => one.words)).toEqual(['', 'Срочно.'])
    const decided = decisionsIn(await draft(b))
    for (const thread of [words, repeal])
      expect(decided.get(thread?.id ?? '')).toMatchObject({ kind: 'accepted', person: AIDA })
    const second = findUnit(projectAct(await draft(b)), SECOND)?.unit
    expect(second?.attrs['state']).toBe('repealed')
    const before = await sight(a)
    await carryIn(a, sent)
    expect(await sight(a)).toEqual(before)
  })

  it('V73: a suggestion that two accept apart, carried in either order and by a third, stands once on all desks', async () => {
    await say(b, sayAll)
    for (const other of [a, c]) await carryIn(other, await carryOut(b))
    await accept(a, 't2')
    await write(c, 'Её ')
    await accept(c, 't2')
    await accept(c, 't3')
    const [one, other] = [await carryOut(a), await carryOut(c)]
    for (const file of [one, other]) await carryIn(b, file)
    for (const file of [other, one, await carryOut(b)]) await carryIn(a, file)
    await carryIn(c, await carryOut(a))
    for (const someone of people) {
      expect(await sight(someone)).toEqual(await sight(a))
      expect(await paragraph(someone)).toBe('Семь.')
    }
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { step2Message, updateMessage } from '#desk/sync/wire.ts'
import { propose } from '#shared/review/suggested-words.ts'
import { openProposal, openThread, threadsIn } from '#shared/review/threads.ts'
import { makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { metaOf } from '#shared/sync/shape.ts'
import { readRoom } from '#store/sync/room-log.ts'
import { act, art, para } from '../builders/act.ts'
import { value } from '../builders/library.ts'
import { type Node, startNode } from './node.ts'
import { type Peer, until } from './peer.ts'

const TEXT = 'law/text'
const REVIEW = 'law/review'
const ONE = unitId('article-1')
const PARAGRAPH = unitId('article-1/paragraph-1')
const law = seedDraft(act(art('1', 'Первая', para('1', 'Один два.')), art('2', 'Вторая')))
const fresh = makeUnit({ id: unitId('new'), kind: 'article' }, { body: [makeParagraph('Новая.')] })

let node: Node
/** A drafter, whose text is on the server. */
let witness: Peer
beforeEach(async () => {
  node = await startNode()
  witness = node.peer(TEXT, await node.token('drafter'), { state: law })
  await witness.safe()
})
afterEach(() => node.stop())

const edit = (one: UnitEdit) => (doc: Y.Doc) => void value(applyEdit(doc, one))
const body = [makeParagraph('Один три.')]

/** What somebody without the right may try to write into the text. */
const WRITES: Readonly<Record<string, (doc: Y.Doc) => void>> = {
  words: edit({ kind: 'setText', unit: PARAGRAPH, heading: null, body }),
  'a number': edit({ kind: 'setLabel', unit: ONE, label: '9', num: null }),
  'a repeal': edit({ kind: 'setState', unit: ONE, state: 'repealed' }),
  'a move': edit({ kind: 'move', unit: ONE, to: { parent: null, after: unitId('article-2') } }),
  'a removal': edit({ kind: 'remove', unit: ONE }),
  'a new unit': edit({ kind: 'insert', unit: fresh, at: { parent: null, after: ONE } }),
  'a unit deleted from the map': (doc) => doc.getMap('units').delete(ONE),
  'the version of the schema': (doc) => metaOf(doc).set('schemaVersion', 999),
  'a decision on a suggestion': (doc) => doc.getArray('decisions').push([{ thread: 't' }]),
}

/** The update of a write, on top of the draft; `late`: it waits for one that never comes. */
function written(write: (doc: Y.Doc) => void, late: 'whole' | 'late'): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, law)
  if (late === 'late') doc.getArray('journal').push(['not sent'])
  const before = Y.encodeStateVector(doc)
  write(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

describe.each(['reviewer', 'reader'] as const)('what a %s sends to a text', (role) => {
  it.each(Object.entries(WRITES))(
    'G38: %s, as update or answer, whole or waiting for another: nothing of it is kept or passed on',
    async (_, write) => {
      const before = await readRoom(node.db, TEXT)
      const peer = node.peer(TEXT, await node.token(role, 'law'))
      await peer.safe()
      for (const late of ['whole', 'late'] as const) {
        const update = written(write, late)
        peer.send(updateMessage(TEXT, update))
        peer.send(step2Message(TEXT, update))
      }
      peer.room.write(written(write, 'whole'))
      await until(() => refusals(peer) === 5)
      expect(peer.room.state).toBe('refused')
      await nothingCame(before)
    },
  )
})

describe('named versions', () => {
  it.each(['reviewer', 'reader'] as const)('G38: a %s names none', async (role) => {
    const peer = node.peer('law/versions', await node.token(role, 'law'))
    await peer.safe()
    peer.write('a version')
    await until(() => peer.room.state === 'refused')
    expect((await readRoom(node.db, 'law/versions')).updates).toEqual([])
  })
})

describe('what is said of a draft', () => {
  const said = (): Uint8Array => {
    const draft = new Y.Doc({ gc: false })
    Y.applyUpdate(draft, law)
    const doc = new Y.Doc()
    const author = { id: 'p', name: 'Dana' }
    value(openThread(doc, { unit: ONE }, { id: 't1', author, at: 1, words: 'Why?' }))
    const made = value(
      propose(draft, { unit: PARAGRAPH, text: 0, from: 5, to: 8 }, { words: 'три' }),
    )
    value(openProposal(doc, made, { id: 't2', author, at: 2, words: '' }))
    return Y.encodeStateAsUpdate(doc)
  }

  it('G38: comments and suggestions of a reviewer are kept and reach the others', async () => {
    const [peer, other] = await Promise.all(
      (['reviewer', 'reader'] as const).map(async (role) =>
        node.peer(REVIEW, await node.token(role, 'law')),
      ),
    )
    if (!peer || !other) throw new Error('two peers were asked for')
    await Promise.all([peer.safe(), other.safe()])
    peer.room.write(said())
    await peer.safe()
    await until(() => threadsIn(other.room.doc).length === 2)
    expect(threadsIn(other.room.doc)[1]?.proposal).toMatchObject({ kind: 'words', words: 'три' })
    expect((await readRoom(node.db, REVIEW)).updates).toHaveLength(1)
  })

  it('G38: those of a reader are not', async () => {
    const peer = node.peer(REVIEW, await node.token('reader', 'law'))
    await peer.safe()
    peer.send(step2Message(REVIEW, said()))
    peer.room.write(said())
    await until(() => peer.room.state === 'refused')
    expect((await readRoom(node.db, REVIEW)).updates).toEqual([])
  })
})

function refusals({ heard }: Peer): number {
  return heard.filter((message) => message.kind === 'answer' && !message.taken).length
}

async function nothingCame(before: Awaited<ReturnType<typeof readRoom>>): Promise<void> {
  expect(await readRoom(node.db, TEXT)).toEqual(before)
  const late = node.peer(TEXT, await node.token('reader', 'law'))
  await late.safe()
  await until(() => late.room.doc.getMap('units').size > 0)
  for (const { room } of [witness, late]) {
    expect(Y.encodeStateVector(room.doc)).toEqual(Y.encodeStateVector(witness.mine))
    expect(Y.encodeStateAsUpdate(room.doc)).toEqual(law)
  }
}

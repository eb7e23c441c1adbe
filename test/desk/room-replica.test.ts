import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRoomReplica, type RoomReplica } from '#desk/sync/room-replica.ts'

/** A replica that has nothing, and what it passed on to the log of its desk. */
function newcomer(): { readonly replica: RoomReplica; readonly log: readonly Uint8Array[] } {
  const log: Uint8Array[] = []
  const replica = createRoomReplica({
    room: 'law/text',
    state: Y.encodeStateAsUpdate(new Y.Doc()),
    send: () => {},
    receive: (update) => log.push(update),
    met: () => {},
    changed: () => {},
  })
  return { replica, log }
}

/** The updates of one writer, a word each. */
function written(...words: readonly string[]): readonly Uint8Array[] {
  const updates: Uint8Array[] = []
  const doc = new Y.Doc({ gc: false })
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getText().insert(doc.getText().length, word)
  return updates
}

function read(log: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const update of log) Y.applyUpdate(doc, update)
  return doc
}

it('J60: a desk that has nothing of a room logs what the server sends, once and as it came', () => {
  const { replica, log } = newcomer()
  const update = Y.mergeUpdates([...written('All ', 'of ', 'it')])
  replica.hear({ kind: 'step2', update })
  expect(log).toEqual([update])
  const [next] = written('More')
  if (next) replica.hear({ kind: 'update', update: next })
  expect(read(log).getText().toString()).toBe(replica.doc.getText().toString())
  expect(log).toHaveLength(2)
})

it('J60: of an empty room nothing is logged', () => {
  const { replica, log } = newcomer()
  replica.hear({ kind: 'step2', update: Y.encodeStateAsUpdate(new Y.Doc()) })
  expect(log).toEqual([])
})

it('J60: what waits in a room for an update that is missing reaches the log with that update', () => {
  const [first, second, third] = written('One ', 'two ', 'three') as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const { replica, log } = newcomer()
  replica.hear({ kind: 'step2', update: Y.mergeUpdates([first, third]) })
  const before = read(log)
  expect(before.getText().toString()).toBe('One ')
  expect(before.store.pendingStructs).toBeNull()
  replica.hear({ kind: 'update', update: second })
  expect(read(log).getText().toString()).toBe('One two three')
})

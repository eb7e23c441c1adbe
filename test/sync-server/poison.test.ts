import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { tokenMessage, updateMessage } from '#desk/sync/wire.ts'
import { present } from '#shared/base/assert.ts'
import { appendUpdates, readRoom } from '#store/sync/room-log.ts'
import { tempFolder } from '../builders/library.ts'
import { type Node, startNode } from './node.ts'
import { until } from './peer.ts'

const ROOM = 'law/text'
const { dir, remove } = tempFolder()
let node: Node
beforeEach(async () => {
  node = await startNode({ dir, use: 'server' })
})
afterEach(() => node.stop())
process.once('exit', remove)

/** A hostile end of the room, let in as anybody is, that then sends bytes of its own. */
async function hostile(...messages: readonly Uint8Array[]): Promise<WebSocket> {
  const socket = new WebSocket(`${node.server.address.replace('http', 'ws')}/rooms/law`)
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(tokenMessage(ROOM, await node.token('drafter')))
  for (const message of messages) socket.send(message)
  return socket
}

function missingItsStart(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'a')
  const vector = Y.encodeStateVector(doc)
  doc.getText('t').insert(1, 'b')
  return Y.encodeStateAsUpdate(doc, vector)
}

const garbage = Uint8Array.from({ length: 500 }, (_, i) => (i * 73 + 41) % 256)
const whole = (() => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'words')
  return Y.encodeStateAsUpdate(doc)
})()

const POISON: readonly (readonly [string, () => Uint8Array])[] = [
  ['a garbage frame', () => garbage],
  ['an empty frame', () => new Uint8Array(0)],
  ['a garbage update', () => updateMessage(ROOM, garbage)],
  ['a truncated update', () => updateMessage(ROOM, whole.subarray(0, whole.length - 4))],
  ['a truncated frame', () => updateMessage(ROOM, whole).subarray(0, 14)],
  ['a frame of 100 MB', () => updateMessage(ROOM, new Uint8Array(100_000_000))],
  ['an update that waits for another', () => updateMessage(ROOM, missingItsStart())],
  ['a message of no known type', () => new Uint8Array([8, ...new TextEncoder().encode(ROOM), 77])],
]

describe('poison (T4 of the field)', () => {
  it.each(POISON)(
    'G6: %s: the others go on, and the room loads after a restart',
    async (_, make) => {
      const good = node.peer(ROOM, await node.token('drafter'))
      await good.safe()
      const socket = await hostile(make())
      good.write('after')
      await good.safe()
      const late = node.peer(ROOM, await node.token('reader'))
      await until(() => late.keys().includes('after'))
      socket.terminate()
      await node.stop()
      node = await startNode({ dir, use: 'server' })
      const again = node.peer(ROOM, await node.token('reader'))
      await until(() => again.keys().includes('after'))
    },
  )

  it('G6: words under the client of somebody else: whoever hears of them writes on under another, and loses nothing', async () => {
    const good = node.peer('code/text', await node.token('drafter'))
    good.write('before')
    await good.safe()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(good.mine))
    copy.clientID = good.mine.clientID
    const vector = Y.encodeStateVector(copy)
    copy.getMap('probe').set('forged', true)
    const impostor = node.peer('code/text', await node.token('drafter'))
    await impostor.safe()
    impostor.room.write(Y.encodeStateAsUpdate(copy, vector))
    await until(() => good.keys().includes('forged'))
    good.write('after')
    await good.safe()
    const late = node.peer('code/text', await node.token('reader'))
    await until(() => late.keys().length === 3)
    expect(late.keys()).toEqual(['after', 'before', 'forged'])
  })

  it('G7: a row that is damaged on the disk or cannot be read is set aside, and the room loads', async () => {
    const peer = node.peer('bill/text', await node.token('drafter'))
    for (const key of ['a', 'b']) {
      peer.write(key)
      await peer.safe()
    }
    peer.close()
    await until(async () => (await rooms()) === 0)
    const [first] = (await readRoom(node.db, 'bill/text')).updates
    const flipped = Uint8Array.from(present(first, 'first').bytes, (byte, i) =>
      i === 9 ? byte ^ 1 : byte,
    )
    await node.db.run('UPDATE sync_updates SET bytes = ? WHERE id = ?', [
      flipped,
      present(first, 'first').id,
    ])
    await appendUpdates(node.db, [{ room: 'bill/text', bytes: garbage, member: 'x', at: 0 }])
    // The desk that wrote the damaged one still has it, and heals the room when it comes.
    const reader = node.peer('bill/text', await node.token('reader'))
    await reader.safe()
    const aside = await node.db.run<{ reason: string }>(
      "SELECT reason FROM sync_quarantine WHERE room = 'bill/text' ORDER BY id",
    )
    expect(aside.map(({ reason }) => reason)).toEqual(['checksum', 'unreadable'])
    const whole = node.peer('bill/text', await node.token('drafter'), {
      state: Y.encodeStateAsUpdate(peer.mine),
    })
    await whole.safe()
    await until(() => reader.keys().join() === 'a,b')
  })
})

async function rooms(): Promise<number> {
  const page = await (await fetch(`${node.server.address}/metrics`)).text()
  return Number(/^bapta_sync_rooms (\d+)/m.exec(page)?.[1])
}

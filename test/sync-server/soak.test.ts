import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { seedDraft } from '#shared/sync/seed.ts'
import { readRoom } from '#store/sync/room-log.ts'
import { act, art } from '../builders/act.ts'
import { Chance } from '../builders/chance.ts'
import { startNode } from './node.ts'
import { createPeer, type Peer, until } from './peer.ts'

const PEOPLE = 20
const VISITS = 8
const ROOMS = ['law/text', 'law/review', 'bill/text']
/** What a room's log may hold for one edit: a key, its client and clock. */
const BYTES_AN_EDIT = 60
/** Heap that the rounds after the second may leave behind, in MB; a replica kept of each room in each takes 7. */
const MOST_LEFT = 3
const law = seedDraft(
  act(...Array.from({ length: 60 }, (_, i) => art(`${i + 1}`, 'Статья', `Норма ${i}.`))),
)

it(`G35: (T17 of the field) ${PEOPLE} people who come and go ${VISITS} times leave nothing behind: every room is unloaded, and holds what all wrote`, async () => {
  const node = await startNode(undefined, { compactAt: { rows: 60, bytes: 1_000_000 } })
  const token = await node.token('drafter')
  const come = (room: string): Peer =>
    createPeer({ room, token, address: () => node.server.address })
  const written = new Map(ROOMS.map((room) => [room, new Set<string>()]))
  for (const room of ROOMS) {
    const first = node.peer(room, token, { state: law })
    await first.safe()
    first.close()
  }
  const heaps: number[] = []
  for (let round = 0; round < VISITS; round++) {
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, person) => {
        const random = new Chance(round * PEOPLE + person)
        const room = random.pick(ROOMS)
        const peer = come(room)
        for (let edit = 0; edit < 1 + random.below(5); edit++) {
          const key = `${person}-${round}-${edit}`
          peer.write(key)
          written.get(room)?.add(key)
        }
        // Some leave at once: what was not answered they bring again.
        if (random.chance(0.3)) {
          peer.close()
          const again = createPeer({
            room,
            token,
            address: () => node.server.address,
            state: Y.encodeStateAsUpdate(peer.mine),
          })
          await again.safe()
          again.close()
          return
        }
        await peer.safe()
        peer.close()
      }),
    )
    await until(async () => (await gauge('rooms')) === 0 && (await gauge('sockets')) === 0)
    heaps.push(heapAfterCollection())
  }
  expect(await gauge('updates_waiting')).toBe(0)
  const [, settled = 0] = heaps
  expect((heaps.at(-1) ?? 0) - settled).toBeLessThan(MOST_LEFT)
  for (const room of ROOMS) {
    const keys = written.get(room) ?? new Set()
    const peer = come(room)
    await peer.safe()
    await until(() => peer.keys().length === keys.size)
    expect(peer.keys()).toEqual([...keys].toSorted())
    expect(Y.encodeStateAsUpdate(peer.room.doc).length).toBeLessThan(
      law.length + keys.size * BYTES_AN_EDIT,
    )
    expect((await readRoom(node.db, room)).updates.length).toBeLessThan(200)
    peer.close()
  }
  await node.stop()

  async function gauge(name: string): Promise<number> {
    const page = await (await fetch(`${node.server.address}/metrics`)).text()
    return Number(new RegExp(`^bapta_sync_${name} (\\d+)`, 'm').exec(page)?.[1])
  }
})

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('the heap can be collected')
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

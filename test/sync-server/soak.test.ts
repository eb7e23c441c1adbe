import { expect, it } from 'vitest'
import { Chance } from '../builders/chance.ts'
import { startNode } from './node.ts'
import { createPeer, type Peer, until } from './peer.ts'

it('G35: T17: many people who come and go leave nothing behind: every room is unloaded, and holds what all wrote', async () => {
  const node = await startNode(undefined, { compactAt: { rows: 60, bytes: 1_000_000 } })
  const token = await node.token('drafter')
  const random = new Chance(17)
  const rooms = ['law/text', 'law/review', 'bill/text']
  const come = (room: string): Peer =>
    createPeer({ room, token, address: () => node.server.address })
  const written = new Map(rooms.map((room) => [room, new Set<string>()]))
  const visits = Array.from({ length: 12 }, async (_, person) => {
    for (let visit = 0; visit < 4; visit++) {
      const room = random.pick(rooms)
      const peer = come(room)
      for (let edit = 0; edit < 1 + random.below(6); edit++) {
        const key = `${person}-${visit}-${edit}`
        peer.write(key)
        written.get(room)?.add(key)
      }
      await peer.safe()
      peer.close()
    }
  })
  await Promise.all(visits)
  const gauge = async (name: string) => {
    const page = await (await fetch(`${node.server.address}/metrics`)).text()
    return Number(new RegExp(`^bapta_sync_${name} (\\d+)`, 'm').exec(page)?.[1])
  }
  await until(async () => (await gauge('rooms')) === 0 && (await gauge('sockets')) === 0)
  expect(await gauge('updates_waiting')).toBe(0)
  for (const room of rooms) {
    const peer = come(room)
    await peer.safe()
    await until(() => peer.keys().length === written.get(room)?.size)
    expect(peer.keys()).toEqual([...(written.get(room) ?? [])].toSorted())
    peer.close()
  }
  await node.stop()
})

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readRoom } from '#store/sync/room-log.ts'
import { startNode } from './node.ts'
import { createPeer, type Peer, until } from './peer.ts'
import { buildServers, loadServers } from './served.ts'
import { type Services, startServices } from './services.ts'

let services: Services
beforeAll(async () => {
  services = await startServices()
})
afterAll(() => services.end())

describe('the database is away (T11 of the field)', () => {
  it('G8: for a minute of the server’s clock: nothing counts as safe, and nothing is lost', async () => {
    let time = Date.now()
    const node = await startNode({ postgres: services.postgres }, { now: () => time })
    const token = await node.token('drafter')
    const peer = node.peer('away/text', token)
    peer.write('before')
    await peer.safe()
    await services.order('stop postgres')
    peer.write('meanwhile')
    await until(() => node.faults.some((fault) => fault.startsWith('commit')))
    expect(peer.room.state).not.toBe('safe')
    // The server gives the update up and sends the client away, who comes again with it.
    time += 60_000
    await until(() => peer.room.state === 'offline')
    await until(async () => {
      const page = await (await fetch(`${node.server.address}/metrics`)).text()
      return /^bapta_sync_refused_total\{reason="unavailable"\} [1-9]/m.test(page)
    })
    expect(peer.room.state).not.toBe('safe')
    await services.order('start postgres')
    await peer.safe()
    const late = node.peer('away/text', token)
    await late.safe()
    expect(late.keys()).toEqual(['before', 'meanwhile'])
    await node.stop()
  })

  it('G33: (T11 of the field) the server stops although its database is away', async () => {
    const node = await startNode({ postgres: services.postgres })
    const peer = node.peer('stop/text', await node.token('drafter'))
    await peer.safe()
    await services.order('stop postgres')
    peer.write('waits')
    await until(() => node.faults.length > 0)
    await node.server.close()
    expect(peer.room.state).not.toBe('safe')
    await services.order('start postgres')
    await node.stop()
  })
})

describe('nodes (T10 of the field)', () => {
  it('G9: a node is killed under load, then Redis; a lagging third node comes to the same document', async () => {
    const program = await buildServers()
    const args = ['--postgres', services.postgres, '--redis', services.redis, '--rows', '40']
    const nodes = [0, 1, 2].map(() => loadServers(program, 1, args))
    const [first = '', second = '', third = ''] = (
      await Promise.all(nodes.map((node) => node.start()))
    ).flat()
    const aside = await startNode({ postgres: services.postgres })
    const token = await aside.token('drafter')
    await aside.server.close()
    let alive = first
    const writers = Array.from({ length: 4 }, () =>
      createPeer({ room: 'shared/text', token, address: () => alive }),
    )
    const lagging = createPeer({ room: 'shared/text', token, address: () => third })
    await Promise.all([...writers, lagging].map((peer) => peer.safe()))
    const acknowledged: string[] = []
    const write = async (peer: Peer, from: string) => {
      for (let n = 0; n < 25; n++) {
        peer.write(`${from}-${n}`)
        await peer.safe()
        acknowledged.push(`${from}-${n}`)
      }
    }
    const load = writers.map((peer, i) => write(peer, `${i}`))
    await until(() => acknowledged.length > 20)
    alive = second
    await nodes[0]?.kill()
    await until(() => acknowledged.length > 50)
    await services.order('stop redis')
    await until(() => acknowledged.length > 70)
    await services.order('start redis')
    await Promise.all(load)
    // The thread that compacts may be at it still.
    await vi.waitFor(
      async () => expect((await readRoom(aside.db, 'shared/text')).snapshot).toBeGreaterThan(0),
      { timeout: 20_000, interval: 200 },
    )
    const fresh = createPeer({ room: 'shared/text', token, address: () => third })
    const all = [...writers, lagging, fresh]
    await until(() => all.every((peer) => peer.keys().length >= acknowledged.length))
    for (const peer of all) expect(peer.keys()).toEqual(acknowledged.toSorted())
    for (const peer of all) peer.close()
    await Promise.all(nodes.map((node) => node.kill()))
    await aside.db.close()
  })
})

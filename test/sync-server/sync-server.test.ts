import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { awarenessMessage } from '#desk/sync/wire.ts'
import { createMetrics } from '#server/sync/metrics.ts'
import { createRoomCompactor } from '#server/sync/room-compactor.ts'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'
import { readRoom, type StoredRoom } from '#store/sync/room-log.ts'
import { presenceUpdate, statesIn } from './awareness.ts'
import { compacted } from './compacted.ts'
import { type Node, startNode } from './node.ts'
import { until } from './peer.ts'

let node: Node
beforeEach(async () => {
  node = await startNode()
})
afterEach(() => node.stop())

describe('rooms', () => {
  it('G1: what one writes reaches the others of the room, and no other room', async () => {
    const token = await node.token('drafter')
    const one = node.peer('law/text', token)
    const two = node.peer('law/text', token)
    const other = node.peer('law/review', token)
    one.write('a')
    await until(() => two.keys().includes('a'))
    await other.safe()
    expect(other.keys()).toEqual([])
  })

  it('G2: an update is answered when it is in the log, and not before', async () => {
    const peer = node.peer('law/text', await node.token('drafter'))
    await peer.safe()
    peer.write('a')
    expect(peer.room.state).toBe('sent')
    await peer.safe()
    expect((await readRoom(node.db, 'law/text')).updates).toHaveLength(1)
  })

  it('G2: a client that is not ours is answered in the same way', async () => {
    const provider = new HocuspocusProvider({
      url: `${node.server.address.replace('http', 'ws')}/?schema=${SCHEMA_VERSION}`,
      name: 'law/text',
      token: await node.token('drafter'),
    })
    await until(() => provider.isSynced && !provider.hasUnsyncedChanges)
    provider.document.getMap('probe').set('stock', true)
    expect(provider.hasUnsyncedChanges).toBe(true)
    await until(() => !provider.hasUnsyncedChanges)
    const peer = node.peer('law/text', await node.token('reader'))
    await until(() => peer.keys().includes('stock'))
    provider.destroy()
  })

  it('G4: a room is compacted from its log, and what it covers stays until the next time', async () => {
    const peer = node.peer('law/text', await node.token('drafter'))
    for (const key of ['a', 'b']) {
      peer.write(key)
      await peer.safe()
    }
    expect(await compacted(node.db, 'law/text')).toBe('done')
    peer.write('c')
    await peer.safe()
    await node.db.run("UPDATE sync_snapshots SET sha256 = state WHERE room = 'law/text'")
    const damaged = await readRoom(node.db, 'law/text')
    expect([damaged.state, damaged.updates.length]).toEqual([undefined, 3])
    expect(await compacted(node.db, 'law/text')).toBe('done')
    const again = await readRoom(node.db, 'law/text')
    expect([again.updates, again.damaged]).toEqual([[], []])
    expect(keysOf(again)).toEqual(['a', 'b', 'c'])
    expect(await compacted(node.db, 'empty/text')).toBe('nothing')
  })

  it('G4: a draft that was put on the server is no growth of its room; what comes behind it is', async () => {
    const peer = node.peer('law/text', await node.token('drafter'))
    peer.write('a')
    await peer.safe()
    const times: number[] = []
    const compactor = createRoomCompactor({
      db: node.db,
      metrics: { ...createMetrics(), compacted: (ms) => times.push(ms) },
      now: () => 0,
      log: (where, fault) => node.faults.push(`${where}: ${fault}`),
      limits: { rows: 10, bytes: 100 },
    })
    compactor.grew('law/text', 5000)
    await compactor.settled()
    compactor.grew('law/text', 99)
    await compactor.settled()
    expect(times).toEqual([])
    compactor.grew('law/text', 1)
    await compactor.settled()
    expect(times).toHaveLength(1)
    expect(node.faults).toEqual([])
  })

  it('G5: a room in which updates wait for others is not compacted', async () => {
    const peer = node.peer('law/text', await node.token('drafter'))
    peer.write('a')
    peer.write('b')
    await peer.safe()
    await node.db.run('DELETE FROM sync_updates WHERE id = (SELECT min(id) FROM sync_updates)')
    peer.write('c')
    await peer.safe()
    const before = await readRoom(node.db, 'law/text')
    expect(await compacted(node.db, 'law/text')).toBe('incomplete')
    expect(await readRoom(node.db, 'law/text')).toEqual(before)
  })
})

describe('presence', () => {
  it('G20: who is present is said by the server from their token, whatever they say', async () => {
    const one = node.peer('law/text', await node.token('drafter'))
    const two = node.peer('law/text', await node.token('reviewer'))
    await Promise.all([one.safe(), two.safe()])
    const said = { user: { name: 'The Minister', role: 'owner' }, unit: 'u1' }
    one.send(awarenessMessage('law/text', presenceUpdate(7, said)))
    await until(() => statesIn(two.heard).has(7))
    expect(statesIn(two.heard).get(7)).toMatchObject({
      user: { name: 'drafter one', role: 'drafter' },
      unit: 'u1',
    })
  })

  it('G21: (T12 of the field) nobody speaks for another who is present', async () => {
    const one = node.peer('law/text', await node.token('drafter'))
    const two = node.peer('law/text', await node.token('reader'))
    await Promise.all([one.safe(), two.safe()])
    one.send(awarenessMessage('law/text', presenceUpdate(7, { unit: 'u1' })))
    await until(() => statesIn(two.heard).has(7))
    two.send(awarenessMessage('law/text', presenceUpdate(7, { unit: 'u9' })))
    await until(async () => (await metrics()).includes('refused_total{reason="impostor"} 1'))
    expect(statesIn(one.heard).get(7)).toMatchObject({ unit: 'u1' })
  })
})

describe('requests', () => {
  it('G30: the base of a draft is kept once, and read by those who may read the draft', async () => {
    const owner = await node.token('owner')
    const base = new TextEncoder().encode('{"act":1}')
    const put = (body: Uint8Array<ArrayBuffer>) =>
      node.ask(owner, '/documents/law/base', { method: 'PUT', body })
    expect((await put(base)).status).toBe(200)
    expect((await put(base)).status).toBe(200)
    expect((await put(new Uint8Array([1]))).status).toBe(409)
    const reader = await node.token('reader', 'law')
    const read = await node.ask(reader, '/documents/law/base')
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(new Uint8Array(base))
    const stranger = await node.token('owner', 'other')
    expect((await node.ask(stranger, '/documents/law/base')).status).toBe(404)
    expect((await node.ask('none', '/documents/law/base')).status).toBe(401)
  })

  it('G31: the owner of a document invites to it and revokes; nobody else does', async () => {
    const owner = await node.token('owner', 'law')
    const invite = (token: string) =>
      node.ask(token, '/documents/law/members', {
        method: 'POST',
        body: JSON.stringify({ name: 'Dana', role: 'reviewer', days: 7 }),
      })
    const made = await (await invite(owner)).json()
    expect(made.member).toMatchObject({ name: 'Dana', role: 'reviewer', document: 'law' })
    expect(made.link).toBe(`${node.server.address}/join#${made.token}`)
    expect((await invite(made.token)).status).toBe(403)
    const elsewhere = await node.invitations.invite({
      name: 'Elsewhere',
      role: 'reader',
      document: 'other',
      days: 1,
    })
    const revoke = (id: string) =>
      node.ask(owner, `/documents/law/members/${id}`, { method: 'DELETE' })
    expect((await revoke(elsewhere.member.id)).status).toBe(404)
    expect((await revoke(made.member.id)).status).toBe(200)
    expect((await node.ask(made.token, '/me')).status).toBe(401)
  })

  it('G32: metrics are text for Prometheus and name no document and no person', async () => {
    const peer = node.peer('secret-law/text', await node.token('drafter'))
    peer.write('a')
    await peer.safe()
    const page = await metrics()
    expect(page).toContain('# TYPE bapta_sync_updates_committed_total counter\n')
    expect(page).toMatch(/^bapta_sync_updates_committed_total [1-9]/m)
    expect(page).toContain('bapta_sync_rooms 1\n')
    expect(page).not.toMatch(/secret-law|drafter one/)
  })

  it('G33: the server stops within its deadline, with what was acknowledged in its log', async () => {
    const peer = node.peer('law/text', await node.token('drafter'))
    await peer.safe()
    peer.write('a')
    const stopping = node.server.close()
    await stopping
    expect((await readRoom(node.db, 'law/text')).updates.length).toBeLessThan(2)
    await expect(fetch(`${node.server.address}/health`)).rejects.toThrow()
  })
})

async function metrics(): Promise<string> {
  return (await fetch(`${node.server.address}/metrics`)).text()
}

/** The keys that the log holds of a room. */
function keysOf({ state, updates }: StoredRoom): readonly string[] {
  const doc = new Y.Doc()
  for (const update of [...(state ? [state] : []), ...updates.map(({ bytes }) => bytes)])
    Y.applyUpdate(doc, update)
  return [...doc.getMap('probe').keys()].toSorted()
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { awarenessMessage } from '#desk/sync/wire.ts'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { readRoom } from '#store/sync/room-log.ts'
import { act, art } from '../builders/act.ts'
import { presenceUpdate } from './awareness.ts'
import { type Node, startNode } from './node.ts'
import { type Peer, until } from './peer.ts'

const DAY = 86_400_000
let node: Node
let time = Date.now()
beforeEach(async () => {
  time = Date.now()
  node = await startNode(undefined, { now: () => time })
})
afterEach(() => node.stop())

describe('admission (T12 of the field)', () => {
  const REFUSED = {
    'no token': ['law/text', async () => '', 'unauthorized'],
    'a token of another server': ['law/text', foreignToken, 'unauthorized'],
    'a token without signature': ['law/text', unsignedToken, 'unauthorized'],
    'an expired token': ['law/text', expiredToken, 'expired'],
    'a revoked token': ['law/text', revokedToken, 'revoked'],
    'a document of others': ['other/text', () => node.token('owner', 'law'), 'no-room'],
    'a part that is none': ['law/secrets', () => node.token('owner'), 'no-room'],
    'a name with a NUL': ['law\0x/text', () => node.token('owner'), 'no-room'],
    'a name that climbs': ['../law/text', () => node.token('owner'), 'no-room'],
    'no name': ['/text', () => node.token('owner'), 'no-room'],
  } as const satisfies Record<string, readonly [string, () => Promise<string>, string]>

  it.each(Object.entries(REFUSED))('G10: %s is turned away and reads nothing', async (_, row) => {
    const [room, token, reason] = row
    const peer = node.peer(room, await token())
    await until(() => peer.ended !== undefined)
    expect(peer.ended).toBe(reason)
    expect(peer.heard.filter(({ kind }) => kind === 'step2' || kind === 'update')).toEqual([])
  })

  const RIGHTS = [
    ['owner', 'law/text', true],
    ['drafter', 'law/text', true],
    ['drafter', 'law/versions', true],
    ['reviewer', 'law/review', true],
    ['reviewer', 'law/text', false],
    ['reviewer', 'law/versions', false],
    ['reader', 'law/text', false],
    ['reader', 'law/review', false],
  ] as const

  it.each(RIGHTS)('G11: %s in %s: writes are taken %s', async (role, room, taken) => {
    const peer = node.peer(room, await node.token(role, 'law'))
    await peer.safe()
    peer.write('a')
    await until(() => peer.room.state !== 'sent')
    expect(peer.room.state).toBe(taken ? 'safe' : 'refused')
    expect((await readRoom(node.db, room)).updates).toHaveLength(taken ? 1 : 0)
    const reader = node.peer(room, await node.token('reader', 'law'))
    await reader.safe()
    expect(reader.keys()).toEqual(taken ? ['a'] : [])
  })

  it('G12: who is revoked while connected is sent away at once, with the reason', async () => {
    const { member, token } = await node.invitations.invite({
      name: 'Dana',
      role: 'drafter',
      document: 'law',
      days: 1,
    })
    const peer = node.peer('law/text', token)
    await peer.safe()
    await node.ask(await node.token('owner', 'law'), `/documents/law/members/${member.id}`, {
      method: 'DELETE',
    })
    await until(() => peer.ended !== undefined)
    expect(peer.ended).toBe('revoked')
  })

  it('G13: who is revoked by another process, or whose time is over, is sent away within seconds', async () => {
    const { member, token } = await node.invitations.invite({
      name: 'Dana',
      role: 'drafter',
      document: 'law',
      days: 9,
    })
    const revoked = node.peer('law/text', token)
    const expiring = node.peer('law/text', await node.token('drafter', 'law', 1))
    await Promise.all([revoked.safe(), expiring.safe()])
    await node.invitations.revoke(member.id)
    time += 2 * DAY
    await until(() => revoked.ended !== undefined && expiring.ended !== undefined)
    expect([revoked.ended, expiring.ended]).toEqual(['revoked', 'revoked'])
  })

  it('G14: a page of a site cannot connect: an upgrade with an origin is refused', async () => {
    const address = node.server.address.replace('http', 'ws')
    const socket = new WebSocket(`${address}/rooms/law`, { origin: 'https://example.org' })
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
      socket.on('open', () => resolve('open'))
    })
    expect(status).toBe(403)
    socket.on('error', () => {})
    socket.terminate()
  })
})

describe('the schema gate (T2 of the field)', () => {
  it('G15: an older program reads a newer draft and changes nothing of it', async () => {
    const state = seedDraft(act(art('1', 'Республика', 'Народ.')))
    const token = await node.token('drafter')
    const current = node.peer('law/text', token, { state })
    await current.safe()
    const before = await readRoom(node.db, 'law/text')
    const old = node.peer('law/text', token, { schema: SCHEMA_VERSION - 1 })
    await until(() => old.room.doc.getMap('units').size > 0)
    old.write('lost')
    await until(() => old.room.state === 'refused')
    expect(await readRoom(node.db, 'law/text')).toEqual(before)
    expect(keysOf(current)).toEqual([])
  })
})

function keysOf(peer: Peer): readonly string[] {
  return peer.keys()
}

async function foreignToken(): Promise<string> {
  const other = await startNode()
  const token = await other.token('owner')
  await other.stop()
  return token
}

async function unsignedToken(): Promise<string> {
  const [, payload = ''] = (await node.token('owner')).split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  return `${header}.${payload}.`
}

async function expiredToken(): Promise<string> {
  const token = await node.token('owner', '*', 1)
  time += 2 * DAY
  return token
}

async function revokedToken(): Promise<string> {
  const { member, token } = await node.invitations.invite({
    name: 'Dana',
    role: 'owner',
    document: '*',
    days: 1,
  })
  await node.invitations.revoke(member.id)
  return token
}

describe('limits', () => {
  it('G36: who sends too much is held back, and nothing of it is lost', async () => {
    const peer = node.peer('law/text', await node.token('drafter'))
    await peer.safe()
    const here = awarenessMessage('law/text', presenceUpdate(7, { unit: 'u1' }))
    for (let n = 0; n < 3100; n++) peer.send(here)
    peer.write('after')
    await until(async () => /^bapta_sync_throttled_total [1-9]/m.test(await metrics()))
    await peer.safe()
    const late = node.peer('law/text', await node.token('reader'))
    await until(() => late.keys().includes('after'))
  })

  it('G37: one invitation opens a room twenty times at once, and no more', async () => {
    const token = await node.token('drafter')
    const peers = Array.from({ length: 20 }, () => node.peer('law/text', token))
    await Promise.all(peers.map((peer) => peer.safe()))
    const one = node.peer('law/text', token)
    await until(async () => (await metrics()).includes('refused_total{reason="too-many"}'))
    expect(one.room.state).toBe('offline')
    peers[0]?.close()
    await one.safe()
  })
})

async function metrics(): Promise<string> {
  return (await fetch(`${node.server.address}/metrics`)).text()
}

import { randomUUID } from 'node:crypto'
import type { Invitations } from '#server/sync/invitations.ts'
import { openInvitations } from '#server/sync/invitations.ts'
import { openSyncDatabase, type SyncPlace } from '#server/sync/sync-database.ts'
import {
  type SyncServer,
  type SyncServerOptions,
  startSyncServer,
} from '#server/sync/sync-server.ts'
import { present } from '#shared/base/assert.ts'
import type { Role } from '#shared/sync/role.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { tempFolder, value } from '../builders/library.ts'
import { createPeer, type Peer } from './peer.ts'

/** A sync server in this process, on a folder of its own unless a place is given. */
export interface Node {
  readonly db: SyncDatabase
  readonly server: SyncServer
  readonly invitations: Invitations
  readonly faults: string[]
  token(role: Role, document?: string, days?: number): Promise<string>
  peer(room: string, token: string, rest?: { schema?: number; state?: Uint8Array }): Peer
  /** A request to the server, with the token. */
  ask(token: string, path: string, request?: RequestInit): Promise<Response>
  stop(): Promise<void>
}

export async function startNode(
  place?: SyncPlace,
  options: Partial<SyncServerOptions> = {},
): Promise<Node> {
  const folder = place ? undefined : tempFolder()
  const db =
    options.db ??
    value(await openSyncDatabase(place ?? { dir: present(folder, 'dir').dir, use: 'server' }))
  const faults: string[] = []
  const now = options.now ?? Date.now
  const server = await startSyncServer({
    host: '127.0.0.1',
    port: 0,
    now,
    newId: randomUUID,
    log: (where, fault) => faults.push(`${where}: ${fault}`),
    ...options,
    db,
  })
  const invitations = await openInvitations(db, { now, newId: randomUUID })
  const peers: Peer[] = []
  return {
    db,
    server,
    invitations,
    faults,
    async token(role, document = '*', days = 1) {
      return (await invitations.invite({ name: `${role} one`, role, document, days })).token
    },
    peer(room, token, rest = {}) {
      const peer = createPeer({ room, token, address: () => server.address, ...rest })
      peers.push(peer)
      return peer
    },
    ask: (token, path, request = {}) =>
      fetch(`${server.address}${path}`, {
        ...request,
        headers: { authorization: `Bearer ${token}` },
      }),
    async stop() {
      for (const peer of peers) peer.close()
      await server.close()
      await db.close()
      folder?.remove()
    },
  }
}

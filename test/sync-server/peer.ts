import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { createRoomReplica, type RoomReplica } from '#desk/sync/room-replica.ts'
import { createServerLink, NETWORK, type Network } from '#desk/sync/server-link.ts'
import type { Heard } from '#desk/sync/wire.ts'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'

/** Waits that a test can afford. */
export const QUICK: Network = { ...NETWORK, firstWait: 20, longestWait: 100 }

/** A desk's end of one room, without the desk. */
export interface Peer {
  readonly room: RoomReplica
  /** What this desk has on its disk. */
  readonly mine: Y.Doc
  readonly heard: readonly Heard[]
  /** Why the server turned it away for good. */
  readonly ended: string | undefined
  /** Writes a key that is easy to find again. */
  write(key: string): void
  keys(): readonly string[]
  send(message: Uint8Array): void
  /** Ends once all that was written is on the server's disk. */
  safe(): Promise<void>
  close(): void
}

export interface PeerOptions {
  readonly room: string
  readonly token: string
  readonly address: () => string
  readonly schema?: number
  readonly state?: Uint8Array
}

export function createPeer({ room, token, address, schema, state }: PeerOptions): Peer {
  const mine = new Y.Doc({ gc: false })
  const heard: Heard[] = []
  let ended: string | undefined
  if (state) Y.applyUpdate(mine, state)
  const document = room.slice(0, room.lastIndexOf('/'))
  const link = createServerLink({
    network: QUICK,
    url: () =>
      `${address().replace('http', 'ws')}/rooms/${document}?schema=${schema ?? SCHEMA_VERSION}`,
    opened: () => replica.connected(token),
    lost: () => replica.disconnected(),
    hear(_, message) {
      heard.push(message)
      replica.hear(message)
    },
    ended(reason) {
      ended = reason
    },
  })
  const replica = createRoomReplica({
    room,
    state: Y.encodeStateAsUpdate(mine),
    send: link.send,
    receive: (update) => Y.applyUpdate(mine, update),
    met: () => undefined,
    changed: () => {},
  })
  return {
    room: replica,
    mine,
    heard,
    get ended() {
      return ended
    },
    write(key) {
      const before = Y.encodeStateVector(mine)
      mine.getMap('probe').set(key, true)
      replica.write(Y.encodeStateAsUpdate(mine, before))
    },
    keys: () => [...replica.doc.getMap('probe').keys()].toSorted(),
    send: link.send,
    safe: () => until(() => replica.state === 'safe'),
    close() {
      link.close()
      replica.destroy()
    },
  }
}

/** Ends when the condition holds; fails after `most` milliseconds. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  most = 30_000,
): Promise<void> {
  const end = performance.now() + most
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${most} ms: ${condition}`)
    await pause(5)
  }
}

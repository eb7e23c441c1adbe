import type { Room } from '#shared/sync/room.ts'
import type { Person } from './identity.ts'

/** Somebody in a room: what Hocuspocus carries as the context of a connection. */
export interface Visit {
  readonly person: Person
  readonly room: Room
  /** The newest document version that their program knows. */
  readonly schema: number
  /** The Yjs client that they said they are in this room; it does not change. */
  client?: number
}

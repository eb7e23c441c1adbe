import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { TwoSides } from '#shared/merge/three-states.ts'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'
import { DRAFT_PARTS, type DraftPart } from '#shared/sync/part.ts'
import type { Place, PresentPerson } from '#shared/sync/presence.ts'
import { MOST_PLACES, personIn } from '#shared/sync/presence.ts'
import { roomOf } from '#shared/sync/room.ts'
import { createRoomReplica, type RoomReplica, type RoomState } from './room-replica.ts'
import { createServerLink, type Network } from './server-link.ts'
import { awarenessMessage } from './wire.ts'

/** A shared draft with its connection to the server, in a room for each part. */
export interface SharedDraft {
  /** That of the part that is the least far. */
  readonly state: RoomState
  /** Something was written here and is on this computer's disk. */
  write(part: DraftPart, update: Uint8Array): void
  /** Says where the windows of this desk are. */
  show(places: readonly Place[]): void
  /** Tries to connect now. */
  retry(): void
  close(): void
}

export interface SharedDraftOptions {
  readonly network: Network
  readonly address: string
  readonly token: string
  /** Who we are on the server. */
  readonly member: string
  readonly document: string
  /** Each part as it is on this computer. */
  readonly stateOf: (part: DraftPart) => Uint8Array
  /** What others wrote. */
  receive(part: DraftPart, update: Uint8Array): void
  /** The texts here and on the server came together again. */
  met(merged: Y.Doc, sides: TwoSides): void
  changed(): void
  present(people: readonly PresentPerson[]): void
  /** The server turned us away for good. */
  ended(reason: string): void
}

export function createSharedDraft(options: SharedDraftOptions): SharedDraft {
  const { network, address, token, document } = options
  const replicaOf = (part: DraftPart): RoomReplica =>
    createRoomReplica({
      room: roomOf(document, part),
      state: options.stateOf(part),
      send: (message) => link.send(message),
      receive: (update) => options.receive(part, update),
      met: (sides) => part === 'text' && options.met(parts.text.doc, sides),
      changed: options.changed,
    })
  const parts: Readonly<Record<DraftPart, RoomReplica>> = {
    text: replicaOf('text'),
    review: replicaOf('review'),
    versions: replicaOf('versions'),
  }
  const replicas = Object.values(parts)
  const awareness = new Awareness(parts.text.doc)
  awareness.setLocalState({ places: [] })
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (origin === 'server') options.present(othersIn(awareness, options.member))
    else say()
  })
  const link = createServerLink({
    network,
    url: () => socketAddress(address, document),
    opened() {
      for (const replica of replicas) replica.connected(token)
      say()
    },
    lost() {
      for (const replica of replicas) replica.disconnected()
      options.present([])
    },
    hear(name, heard) {
      const part = DRAFT_PARTS.find((each) => roomOf(document, each) === name)
      if (part === undefined) return
      if (heard.kind !== 'awareness') parts[part].hear(heard)
      else if (part === 'text') applyAwarenessUpdate(awareness, heard.update, 'server')
    },
    ended: options.ended,
  })

  return {
    get state() {
      const states = new Set(replicas.map(({ state }) => state))
      return LEAST_FIRST.find((state) => states.has(state)) ?? 'safe'
    },
    write: (part, update) => parts[part].write(update),
    show: (places) => awareness.setLocalState({ places }),
    retry: link.retry,
    close() {
      link.close()
      awareness.destroy()
      for (const replica of replicas) replica.destroy()
    },
  }

  function say(): void {
    if (awareness.getLocalState() === null) return
    const own = encodeAwarenessUpdate(awareness, [awareness.clientID])
    link.send(awarenessMessage(roomOf(document, 'text'), own))
  }
}

const LEAST_FIRST: readonly RoomState[] = ['refused', 'offline', 'sent', 'safe']

/** A room's address names the document, so that a proxy can send all who work on it to one node. */
function socketAddress(address: string, document: string): string {
  const path = `/rooms/${encodeURIComponent(document)}?schema=${SCHEMA_VERSION}`
  return `${address.replace(/^http/, 'ws')}${path}`
}

/** Everybody else by who they are: of one person at two computers the places together, of ourselves as our own. */
function othersIn(awareness: Awareness, member: string): readonly PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const person = personIn(state)
    if (!person) continue
    const known = people.get(person.id)
    const places = [...(known?.places ?? []), ...person.places].slice(0, MOST_PLACES)
    people.set(person.id, { ...person, places, isOwn: person.id === member })
  }
  return [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'
import type { Place, PresentPerson } from '#shared/sync/presence.ts'
import { personIn } from '#shared/sync/presence.ts'
import { createRoomReplica, type RoomState } from './room-replica.ts'
import { createServerLink, type Network } from './server-link.ts'
import { awarenessMessage } from './wire.ts'

/** A shared draft with its connection to the server. */
export interface SharedDraft {
  readonly state: RoomState
  /** Something was written here and is on this computer's disk. */
  write(update: Uint8Array): void
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
  readonly document: string
  readonly state: Uint8Array
  /** What others wrote. */
  receive(update: Uint8Array): void
  changed(): void
  present(people: readonly PresentPerson[]): void
  /** The server turned us away for good. */
  ended(reason: string): void
}

export function createSharedDraft(options: SharedDraftOptions): SharedDraft {
  const { network, address, token, document } = options
  const room = `${document}/text`
  const replica = createRoomReplica({
    room,
    state: options.state,
    send: (message) => link.send(message),
    receive: options.receive,
    changed: options.changed,
  })
  const awareness = new Awareness(replica.doc)
  awareness.setLocalState({ places: [] })
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (origin === 'server') options.present(othersIn(awareness))
    else say()
  })
  const link = createServerLink({
    network,
    url: () => socketAddress(address, document),
    opened() {
      replica.connected(token)
      say()
    },
    lost() {
      replica.disconnected()
      options.present([])
    },
    hear(name, heard) {
      if (name !== room) return
      if (heard.kind === 'awareness') applyAwarenessUpdate(awareness, heard.update, 'server')
      else replica.hear(heard)
    },
    ended: options.ended,
  })

  return {
    get state() {
      return replica.state
    },
    write: replica.write,
    show: (places) => awareness.setLocalState({ places }),
    retry: link.retry,
    close() {
      link.close()
      awareness.destroy()
      replica.destroy()
    },
  }

  function say(): void {
    if (awareness.getLocalState() === null) return
    const own = encodeAwarenessUpdate(awareness, [awareness.clientID])
    link.send(awarenessMessage(room, own))
  }
}

/** A room's address names the document, so that a proxy can send all who work on it to one node. */
function socketAddress(address: string, document: string): string {
  const path = `/rooms/${encodeURIComponent(document)}?schema=${SCHEMA_VERSION}`
  return `${address.replace(/^http/, 'ws')}${path}`
}

function othersIn(awareness: Awareness): readonly PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const person = personIn(state)
    if (!person) continue
    const known = people.get(person.id)
    people.set(person.id, { ...person, places: [...(known?.places ?? []), ...person.places] })
  }
  return [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

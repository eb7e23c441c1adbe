import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Heard } from '#desk/sync/wire.ts'

/** What a client of this number would say of where it is. */
export function presenceUpdate(client: number, state: Record<string, unknown>): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const awareness = new Awareness(doc)
  awareness.setLocalState(state)
  const update = encodeAwarenessUpdate(awareness, [client])
  awareness.destroy()
  return update
}

/** Who is present, from all that was heard. */
export function statesIn(heard: readonly Heard[]): ReadonlyMap<number, Record<string, unknown>> {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  for (const message of heard)
    if (message.kind === 'awareness') applyAwarenessUpdate(awareness, message.update, null)
  const states = new Map(awareness.getStates())
  awareness.destroy()
  return states
}

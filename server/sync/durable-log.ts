import type {
  afterUnloadDocumentPayload,
  beforeSyncPayload,
  Extension,
  onLoadDocumentPayload,
} from '@hocuspocus/server'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { SyncDatabase } from '#store/sync/database.ts'
import { quarantine, readRoom } from '#store/sync/room-log.ts'
import type { SyncCommits } from './commit-group.ts'
import type { Metrics } from './metrics.ts'
import { SyncRefusal } from './refusal.ts'
import type { RoomCompactor } from './room-compactor.ts'
import type { Visit } from './visit.ts'

interface DurableLogParts {
  readonly db: SyncDatabase
  readonly commits: SyncCommits
  readonly compactor: RoomCompactor
  readonly metrics: Metrics
  readonly now: () => number
  readonly log: (where: string, fault: unknown) => void
}

/**
 * Makes the acknowledgement of Hocuspocus one of the disk: an update is applied, answered and passed
 * on after its commit. What cannot be decoded is refused before, since one such row would shut a room.
 */
export function durableLog(parts: DurableLogParts): Extension<Visit> {
  const { db, commits, compactor, metrics, now, log } = parts
  return {
    extensionName: 'durable-log',
    async beforeSync({
      type,
      payload,
      connection,
      context,
      documentName,
    }: beforeSyncPayload<Visit>) {
      if (type === messageYjsSyncStep1) return
      // Hocuspocus answers these that they were not applied; a log must not hold them.
      if (connection.readOnly) return
      const content = contentOf(payload)
      if (content === 'unreadable') throw new SyncRefusal('bad-update')
      if (content === 'nothing') return
      await commits.append({
        room: documentName,
        bytes: new Uint8Array(payload),
        member: context.person.id,
        at: now(),
      })
      compactor.grew(documentName, payload.byteLength)
    },
    async onLoadDocument({ document, documentName }: onLoadDocumentPayload<Visit>) {
      try {
        const stored = await readRoom(db, documentName)
        const unreadable: number[] = []
        document.transact(() => {
          if (stored.state) Y.applyUpdate(document, stored.state)
          for (const { id, bytes } of stored.updates) {
            if (contentOf(bytes) === 'unreadable') unreadable.push(id)
            else Y.applyUpdate(document, bytes)
          }
        })
        await setAside(stored.damaged, 'checksum')
        await setAside(unreadable, 'unreadable')
        compactor.loaded(documentName, stored.updates)
      } catch (fault) {
        log(`load of ${documentName}`, fault)
        throw new SyncRefusal('unavailable')
      }
    },
    async afterUnloadDocument({ documentName }: afterUnloadDocumentPayload) {
      compactor.unloaded(documentName)
    },
  }

  async function setAside(ids: readonly number[], reason: 'checksum' | 'unreadable') {
    if (ids.length === 0) return
    await quarantine(db, ids, reason, now())
    metrics.quarantined(ids.length)
  }
}

/** What an update holds, without applying it. */
function contentOf(update: Uint8Array): 'something' | 'nothing' | 'unreadable' {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    return structs.length > 0 || ds.clients.size > 0 ? 'something' : 'nothing'
  } catch {
    return 'unreadable'
  }
}

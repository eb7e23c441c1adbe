import type * as Y from 'yjs'
import { type Problem, problem } from '#shared/base/problem.ts'
import type { ShareSummary } from '#shared/bridge/sharing.ts'
import type { TwoSides } from '#shared/merge/three-states.ts'
import type { DraftPart } from '#shared/sync/part.ts'
import { mayWrite } from '#shared/sync/role.ts'
import { type Reader, transact } from '#store/connection.ts'
import { type DocumentKey, findDocument } from '#store/documents.ts'
import type { Store } from '#store/open.ts'
import { type LogFacts, partState, readLogFacts } from '#store/parts.ts'
import type { PendingUpdate } from '../commit-group.ts'
import type { Windows } from '../windows.ts'
import type { Presence } from './presence.ts'
import type { RoomState } from './room-replica.ts'
import type { Network } from './server-link.ts'
import { readShare, removeShare, type Share, sharedDocuments, writeShare } from './share.ts'
import { createSharedDraft, type SharedDraft } from './shared-draft.ts'

/**
 * The shared drafts of a desk. A draft is connected while a window has it open, and until all that
 * was written here is on the server.
 */
export interface Shares {
  readonly network: Network
  /** How a document is shared, as windows are told; null: it is not. */
  summary(document: string): ShareSummary | null
  /** Why a role may read a part of a document only, in a sentence; null: it may write, or it is not shared. */
  readOnly(document: string, part?: DraftPart): Problem | null
  refusal(document: string, part?: DraftPart): Problem | undefined
  /** A window opened or left a document. */
  opened(document: string): void
  left(document: string): void
  /** An update is on this computer's disk. */
  committed(update: PendingUpdate): void
  begin(document: string, share: Share): void
  /** Shares a document no longer; it stays as it is. */
  end(document: string): void
  retry(document: string): void
  stop(): Promise<void>
}

/** Milliseconds after which it is kept that a draft is safe on its server. */
const CALM = 1000

/** Milliseconds after sharing or joining in which the window opens the draft, which connects it at once. */
const FIRST_LOOK = 250

export interface SharesParts {
  readonly store: Store
  readonly windows: Windows
  readonly presence: Presence
  readonly network: Network
  readonly log: (where: string, fault: unknown) => void
  /** Takes what others wrote. */
  readonly receive: (document: string, part: DraftPart, update: Uint8Array) => void
  /** The texts here and on the server came together again. */
  readonly met: (document: string, merged: Y.Doc, sides: TwoSides) => void
}

export function createShares(parts: SharesParts): Shares {
  const { store, windows, presence, network } = parts
  const { db } = store
  const connected = new Map<string, SharedDraft>()
  const soon = postponed(connect, (fault) => parts.log('share', fault))
  const told = new Map<string, string>()
  presence.onOwn((document) => connected.get(document)?.show(presence.own(document)))
  const calm = new Map<string, NodeJS.Timeout>()
  const logOf = logsOf(db)
  // What could not be sent when the desk was closed goes out now, whether it is opened or not.
  for (const document of sharedDocuments(db))
    if (readShare(db, document)?.safe === false) connect(document)

  return {
    network,
    summary,
    readOnly,
    refusal(document, part) {
      return readOnly(document, part) ?? undefined
    },
    opened(document) {
      if (!connected.has(document)) soon.call(document, 0)
      presence.refresh(document)
    },
    left: disconnectIfDone,
    committed({ document: key, bytes, origin }) {
      const log = origin === 'window' ? logOf(key) : undefined
      const share = log && readShare(db, log.document)
      if (!share || share.ended !== null) return
      if (share.safe) keep(log.document, { ...share, safe: false })
      const draft = connected.get(log.document)
      // A file may be taken into a draft that no window shows.
      if (draft) draft.write(log.part, bytes)
      else connect(log.document)
    },
    begin(document, share) {
      disconnect(document)
      keep(document, share)
      soon.call(document, FIRST_LOOK)
      tell(document)
    },
    end(document) {
      disconnect(document)
      transact(db, () => removeShare(db, document))
      tell(document)
    },
    retry: (document) => connected.get(document)?.retry(),
    async stop() {
      soon.stop()
      for (const document of [...connected.keys()]) disconnect(document)
    },
  }

  function summary(document: string): ShareSummary | null {
    const share = readShare(db, document)
    return share ? summaryOf(share, connected.get(document)?.state ?? 'offline') : null
  }

  function readOnly(document: string, part: DraftPart = 'text'): Problem | null {
    const share = readShare(db, document)
    return share ? readOnlyFor(share, part) : null
  }

  function keep(document: string, share: Share): void {
    transact(db, () => writeShare(db, document, share))
  }

  function connect(document: string): void {
    soon.drop(document)
    const share = readShare(db, document)
    const found = findDocument(db, document)
    if (connected.has(document) || !share || share.ended !== null || !found) return
    const draft = createSharedDraft({
      network,
      address: share.address,
      token: share.token,
      member: share.member,
      document,
      stateOf: (part) => partState(db, found.key, part),
      receive: (part, update) => parts.receive(document, part, update),
      met: (merged, sides) => parts.met(document, merged, sides),
      changed: () => queueMicrotask(() => changed(document)),
      present: (people) => presence.others(document, people),
      ended: (reason) => removed(document, reason),
    })
    connected.set(document, draft)
    draft.show(presence.own(document))
  }

  function changed(document: string): void {
    const draft = connected.get(document)
    const share = readShare(db, document)
    if (!draft || !share) return
    if (draft.state === 'safe' && !share.safe) noteSafe(document)
    tell(document)
    disconnectIfDone(document)
  }

  function removed(document: string, reason: string): void {
    const share = readShare(db, document)
    disconnect(document)
    if (share) keep(document, { ...share, ended: reason })
    tell(document)
  }

  function disconnectIfDone(document: string): void {
    if (windows.readers(document).length > 0) return
    const isDone = connected.get(document)?.state === 'safe' || readShare(db, document)?.safe
    if (isDone) disconnect(document)
  }

  /** Keeps that all is on the server, in a calm moment: a person who types would have it kept at each key. */
  function noteSafe(document: string): void {
    if (calm.has(document)) return
    calm.set(document, setTimeout(keepSafe, CALM, document))
  }

  function keepSafe(document: string): void {
    clearTimeout(calm.get(document))
    calm.delete(document)
    const share = readShare(db, document)
    if (connected.get(document)?.state === 'safe' && share?.safe === false)
      keep(document, { ...share, safe: true })
  }

  function disconnect(document: string): void {
    soon.drop(document)
    keepSafe(document)
    connected.get(document)?.close()
    connected.delete(document)
    presence.others(document, [])
  }

  function tell(document: string): void {
    const share = summary(document)
    const words = JSON.stringify(share)
    if (told.get(document) === words) return
    told.set(document, words)
    windows.tell({ kind: 'share', document, share })
  }
}

/**
 * Calls for a document after a wait; the last one counts. What was asked is answered first: to read a
 * long draft into a replica takes as long as to show it.
 */
function postponed(work: (document: string) => void, failed: (fault: unknown) => void) {
  const waiting = new Map<string, NodeJS.Timeout>()
  return { call, drop, stop }

  function call(document: string, wait: number): void {
    drop(document)
    waiting.set(document, setTimeout(run, wait, document))
  }

  /** No call waits for it that would be answered with its fault. */
  function run(document: string): void {
    try {
      work(document)
    } catch (fault) {
      failed(fault)
    }
  }

  function drop(document: string): void {
    clearTimeout(waiting.get(document))
    waiting.delete(document)
  }

  function stop(): void {
    for (const document of [...waiting.keys()]) drop(document)
  }
}

/** What a log is of never changes. */
function logsOf(db: Reader): (key: DocumentKey) => LogFacts | undefined {
  const logs = new Map<DocumentKey, LogFacts | undefined>()
  return (key) => {
    if (!logs.has(key)) logs.set(key, readLogFacts(db, key))
    return logs.get(key)
  }
}

function summaryOf({ address, member, name, role, ended }: Share, state: RoomState): ShareSummary {
  return { address, member, name, role, state: ended === null ? state : 'removed', reason: ended }
}

function readOnlyFor({ role, ended }: Share, part: DraftPart): Problem | null {
  if (ended !== null || mayWrite(role, part)) return null
  return role === 'reader' ? problem('desk/role:reader') : problem('desk/role:reviewer')
}

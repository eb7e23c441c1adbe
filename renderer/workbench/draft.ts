import type { Plugin } from 'prosemirror-state'
import * as Y from 'yjs'
import type { Problem } from '#shared/base/problem.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { DocumentSummary, OpenedDocument } from '#shared/bridge/contract.ts'
import { unitId } from '#shared/schema/act.ts'
import { type Attribution, attributionOf } from '#shared/sync/attribution.ts'
import { signerIn } from '#shared/sync/people.ts'
import type { Person } from '#shared/sync/person.ts'
import { behindFrame } from '../editor/binding/behind-frame.ts'
import { draftPaste } from '../editor/binding/paste.ts'
import { draftPlugins } from '../editor/binding/plugins.ts'
import { createDraftSession, type DraftSession } from '../editor/binding/session.ts'
import type { Host } from '../host/host.ts'
import { createSaveQueue, type SaveQueue } from '../host/save-queue.ts'
import { notify } from '../ui/toasts.tsx'
import type { ToldFromParts } from './told-from.ts'

/** A document's draft as it was opened, and the way what is done to it goes to the host and back. */
export interface Draft {
  readonly summary: DocumentSummary
  readonly session: DraftSession
  /** Who wrote what in it. */
  readonly attribution: Attribution
  /** Why it may only be read, if so; a sentence. */
  readonly readOnly: Problem | null
  /** The text that its changes were told from the last time. */
  readonly toldFrom: Pick<ToldFromParts, 'remembered' | 'remember'>
  readonly saves: SaveQueue
  readonly plugins: readonly Plugin[]
  close(): void
}

/** Whose name signs what is written, and their way into the shared draft while it is shared. */
export interface Signer {
  readonly person: () => Person
  readonly way: () => string | undefined
}

export async function openDraft(
  host: Host,
  document: string,
  { person, way }: Signer,
): Promise<Result<Draft>> {
  const opened = await host.bridge.openDocument({ document })
  if (!opened.ok) return opened
  const { summary, state } = opened.value
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state)
  const session = createDraftSession({
    doc,
    refused: opened.value.readOnly,
    newId: () => unitId(window.crypto.randomUUID()),
    now: Date.now,
    person: () => signerIn(doc, person(), way()),
    way,
  })
  const attribution = attributionOf(doc)
  const saves = createSaveQueue({
    save: (update) => host.bridge.saveUpdate({ document, update: new Uint8Array(update) }),
    merge: (updates) => Y.mergeUpdates([...updates]),
    gather: () => session.gather(),
    later(callback, milliseconds) {
      const timer = window.setTimeout(callback, milliseconds)
      return () => window.clearTimeout(timer)
    },
  })
  session.onUpdate((update) => saves.push(update))
  const stopListening = followHost(host, document, session, saves)
  return ok({
    summary,
    session,
    attribution,
    readOnly: session.readOnly,
    toldFrom: {
      remembered: opened.value.toldFrom,
      remember: (text) => void host.bridge.keepToldFrom({ document, text }),
    },
    saves,
    plugins: [...draftPlugins(session, behindFrame), draftPaste(session, notify)],
    close() {
      stopListening()
      saves.close()
      attribution.close()
      session.close()
      void host.bridge.closeDocument({ document })
    },
  })
}

/** Others' updates come in; after a lost connection the document is opened anew and what the host lacks is sent. */
function followHost(
  host: Host,
  document: string,
  session: DraftSession,
  saves: SaveQueue,
): () => void {
  return host.bridge.subscribe((event) => {
    if (event.kind === 'update' && event.document === document) {
      const taken = session.receive(event.update)
      if (!taken.ok) notify({ tone: 'problem', text: taken.problem })
    }
    if (event.kind === 'connection' && event.state === 'restored') {
      void host.bridge.openDocument({ document }).then((again) => {
        if (again.ok) catchUp(session, again.value, saves)
      })
    }
  })
}

function catchUp(session: DraftSession, { state }: OpenedDocument, saves: SaveQueue): void {
  session.receive(state)
  saves.retry()
  const missing = Y.encodeStateAsUpdate(session.doc, Y.encodeStateVectorFromUpdate(state))
  if (hasContent(missing)) saves.push(missing)
}

/** Bytes of an update that says nothing: no structs, no deletions. */
const EMPTY_UPDATE = 2

function hasContent(update: Uint8Array): boolean {
  return update.byteLength > EMPTY_UPDATE
}

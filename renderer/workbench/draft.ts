import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { ok, type Result } from '#shared/base/result.ts'
import type { DocumentSummary, OpenedDocument } from '#shared/bridge/contract.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { carry } from '#shared/sync/carry.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { createDraftView, type DraftView } from '#shared/sync/project.ts'
import { createUndo } from '#shared/sync/undo.ts'
import { structureKeys } from '../editor/commands/structure-keys.ts'
import type { Host } from '../host/host.ts'
import { createSaveQueue, type SaveQueue } from '../host/save-queue.ts'

/** A document's draft as it was opened, and the way edits go into it and out to the host. */
export interface Draft {
  readonly summary: DocumentSummary
  readonly base: Act
  readonly act: Act
  /** Why it may only be read, if so; a sentence. */
  readonly readOnly: string | null
  readonly saves: SaveQueue
  readonly plugins: readonly Plugin[]
  edit(edits: readonly UnitEdit[]): Result<unknown>
  undo(): void
  redo(): void
  close(): void
}

/** Origin of what this window did, and of what came from the host. */
const HERE = 'here'
const HOST = 'host'

export async function openDraft(host: Host, document: string): Promise<Result<Draft>> {
  const opened = await host.bridge.openDocument({ document })
  if (!opened.ok) return opened
  const { summary, base: baseJson, state } = opened.value
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state, HOST)
  const shown = createDraftView(doc)
  const base = schema.nodeFromJSON(baseJson)
  const readOnly = opened.value.readOnly ?? shown.fault
  const saves = createSaveQueue({
    save: (update) => host.bridge.saveUpdate({ document, update: new Uint8Array(update) }),
    merge: (updates) => Y.mergeUpdates([...updates]),
    later(callback, milliseconds) {
      const timer = window.setTimeout(callback, milliseconds)
      return () => window.clearTimeout(timer)
    },
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== HOST) saves.push(update)
  })
  const stopListening = followHost(host, document, doc, saves)
  const undo = createUndo(doc, HERE)
  const edit = (edits: readonly UnitEdit[]) => {
    undo.stopCapturing()
    for (const one of edits) {
      const done = applyEdit(doc, one, { origin: HERE, view: shown })
      if (!done.ok) return done
    }
    undo.stopCapturing()
    return ok(undefined)
  }
  return ok({
    summary,
    base,
    act: shown.act,
    readOnly,
    saves,
    plugins: [structureKeys(edit, () => unitId(window.crypto.randomUUID())), boundTo(doc, shown)],
    edit,
    undo: () => void undo.undo(),
    redo: () => void undo.redo(),
    close() {
      stopListening()
      saves.close()
      shown.close()
      undo.destroy()
      void host.bridge.closeDocument({ document })
    },
  })
}

/** Others' updates come in; after a lost connection the document is opened anew and what the host lacks is sent. */
function followHost(host: Host, document: string, doc: Y.Doc, saves: SaveQueue): () => void {
  return host.bridge.subscribe((event) => {
    if (event.kind === 'update' && event.document === document) {
      Y.applyUpdate(doc, event.update, HOST)
    }
    if (event.kind === 'connection' && event.state === 'restored') {
      void host.bridge.openDocument({ document }).then((again) => {
        if (again.ok) catchUp(doc, again.value, saves)
      })
    }
  })
}

function catchUp(doc: Y.Doc, { state }: OpenedDocument, saves: SaveQueue): void {
  Y.applyUpdate(doc, state, HOST)
  saves.retry()
  const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(state))
  if (hasContent(missing)) saves.push(missing)
}

/** Bytes of an update that says nothing: no structs, no deletions. */
const EMPTY_UPDATE = 2

function hasContent(update: Uint8Array): boolean {
  return update.byteLength > EMPTY_UPDATE
}

/** Carries what is typed into the document, and what others did into the view as the least step. */
function boundTo(doc: Y.Doc, shown: DraftView): Plugin {
  let isCarrying = false
  return new Plugin({
    view(view) {
      const stop = shown.subscribe(() => {
        if (!isCarrying) showIn(view, shown.act)
      })
      return {
        update({ state }) {
          if (state.doc === shown.act || state.doc.eq(shown.act)) return
          isCarrying = true
          doc.transact(() => carry(doc, shown.act, state.doc), HERE)
          isCarrying = false
          if (shown.act.eq(state.doc)) shown.adopt(state.doc)
          else showIn(view, shown.act)
        },
        destroy: stop,
      }
    },
  })
}

function showIn(view: EditorView, act: Act): void {
  const { doc, tr } = view.state
  const from = doc.content.findDiffStart(act.content)
  if (from === null) return
  const ends = doc.content.findDiffEnd(act.content)
  if (!ends) return
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const slice = act.slice(from, ends.b + overlap)
  view.dispatch(tr.replace(from, ends.a + overlap, slice).setMeta('addToHistory', false))
}

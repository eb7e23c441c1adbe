import * as Y from 'yjs'
import type { Act } from '#shared/schema/act.ts'
import { ignoredIn } from '#shared/sync/ignored.ts'
import { createDraftView, type DraftView, projectAct } from '#shared/sync/project.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey, ListedDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { readUpdates } from '#store/updates.ts'

/** A draft as it stands on disk after update `seq`. */
export interface CachedDraft {
  readonly seq: number
  readonly act: Act
  /** Keys of the citations to be left alone. */
  readonly ignored: ReadonlySet<string>
}

/**
 * Drafts as acts. One that changes is kept as a replica, so that the next change costs what it
 * touches and all other nodes stay the same objects.
 */
export interface DraftCache {
  draftOf(document: Pick<ListedDocument, 'key' | 'seq'>): CachedDraft
  actOf(document: Pick<ListedDocument, 'key' | 'seq'>): Act
}

/** Replicas of drafts that change: about ten times their text in memory. */
const MOST_REPLICAS = 4

/** Characters of all acts kept, the latest asked for: some 70 laws, in about 300 MB. */
const MOST_CHARACTERS = 30_000_000

interface Entry extends CachedDraft {
  readonly replica?: { readonly doc: Y.Doc; readonly view: DraftView }
}

export function createDraftCache(db: Reader): DraftCache {
  const entries = new Map<DocumentKey, Entry>()
  return { draftOf, actOf: (document) => draftOf(document).act }

  function draftOf({ key, seq }: Pick<ListedDocument, 'key' | 'seq'>): CachedDraft {
    const known = entries.get(key)
    const isKnown = known !== undefined && known.seq >= seq
    const entry = isKnown
      ? known
      : ((known && forwarded(key, known, seq)) ?? loaded(key, seq, known))
    entries.delete(key)
    entries.set(key, entry)
    if (entry !== known) makeRoom()
    return entry
  }

  /** The replica with the updates since; undefined where the log no longer has them all. */
  function forwarded(key: DocumentKey, known: Entry, seq: number): Entry | undefined {
    const { replica } = known
    if (!replica) return undefined
    const rows = readUpdates(db, key, known.seq).filter((row) => row.seq <= seq)
    if (rows.length !== seq - known.seq) return undefined
    replica.doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(replica.doc, bytes)
    })
    return { seq, act: replica.view.act, ignored: ignoredIn(replica.doc), replica }
  }

  function loaded(key: DocumentKey, seq: number, before: Entry | undefined): Entry {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, draftState(db, key))
    const ignored = ignoredIn(doc)
    if (!before) return { seq, act: projectAct(doc), ignored }
    const view = createDraftView(doc)
    return { seq, act: view.act, ignored, replica: { doc, view } }
  }

  function makeRoom(): void {
    let replicas = 0
    let characters = 0
    for (const [key, entry] of [...entries].reverse()) {
      characters += entry.act.nodeSize
      if (characters > MOST_CHARACTERS) entries.delete(key)
      else if (entry.replica && ++replicas > MOST_REPLICAS) {
        const { seq, act, ignored } = entry
        entries.set(key, { seq, act, ignored })
      }
    }
  }
}

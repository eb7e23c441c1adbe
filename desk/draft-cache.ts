import * as Y from 'yjs'
import type { Problem } from '#shared/base/problem.ts'
import type { Act } from '#shared/schema/act.ts'
import type { Looked } from '#shared/schema/citation-check.ts'
import type { InForce } from '#shared/schema/in-force.ts'
import type { Wordings } from '#shared/schema/wordings.ts'
import { lookedIn } from '#shared/sync/checks.ts'
import { inForceIn } from '#shared/sync/in-force.ts'
import { createDraftView, type DraftView } from '#shared/sync/project.ts'
import { wordingsIn } from '#shared/sync/wordings.ts'
import { isIncomplete } from '#store/compact.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey, ListedDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { readUpdates } from '#store/updates.ts'

/** A draft as it stands on disk after update `seq`. */
export interface CachedDraft extends Looked {
  readonly seq: number
  readonly act: Act
  readonly wordings: Wordings
  readonly inForce: InForce
  /**
   * Why this program may not write to it, in a sentence; `null`: it may. What an incomplete draft
   * lacks may be the next update: a window sends again what was refused.
   */
  readonly fault: Problem | null
}

/**
 * Drafts as acts. One that changes is kept as a replica, so that the next change costs what it
 * touches and all other nodes stay the same objects.
 */
export interface DraftCache {
  draftOf(document: Pick<ListedDocument, 'key' | 'seq'>): CachedDraft
  actOf(document: Pick<ListedDocument, 'key' | 'seq'>): Act
  /** Of a draft that is about to change: kept as a replica at once. */
  replicaOf(document: Pick<ListedDocument, 'key' | 'seq'>): CachedDraft
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
  return {
    draftOf,
    actOf: (document) => draftOf(document).act,
    replicaOf(document) {
      const known = entries.get(document.key)
      return known ? draftOf(document) : keep(document.key, replicated(document))
    },
  }

  function draftOf(document: Pick<ListedDocument, 'key' | 'seq'>): CachedDraft {
    const { key, seq } = document
    const known = entries.get(key)
    if (!known) return keep(key, loaded(document))
    if (known.seq >= seq) return keep(key, known)
    return keep(key, forwarded(key, known, seq) ?? replicated(document))
  }

  /** Kept as the latest that was asked for. */
  function keep(key: DocumentKey, entry: Entry): Entry {
    const known = entries.get(key)
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
    return readIn(seq, replica)
  }

  function loaded(document: Pick<ListedDocument, 'key' | 'seq'>): Entry {
    const { replica, ...read } = replicated(document)
    replica?.view.close()
    return read
  }

  function replicated({ key, seq }: Pick<ListedDocument, 'key' | 'seq'>): Entry {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, draftState(db, key))
    return readIn(seq, { doc, view: createDraftView(doc) })
  }

  function makeRoom(): void {
    let replicas = 0
    let characters = 0
    for (const [key, entry] of [...entries].reverse()) {
      characters += entry.act.nodeSize
      if (characters > MOST_CHARACTERS) entries.delete(key)
      else if (entry.replica && ++replicas > MOST_REPLICAS) {
        const { replica: _, ...read } = entry
        entries.set(key, read)
      }
    }
  }
}

function readIn(seq: number, replica: NonNullable<Entry['replica']>): Entry {
  const { doc, view } = replica
  const fault = isIncomplete(doc) ? null : view.fault
  const beside = { ...lookedIn(doc), wordings: wordingsIn(doc), inForce: inForceIn(doc) }
  return { seq, act: view.act, ...beside, fault, replica }
}

import * as Y from 'yjs'
import type { Problem } from '#shared/base/problem.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { createSaveQueue, type SaveQueue } from '../host/save-queue.ts'
import { createStore, type Store } from '../host/store.ts'

/** The review part of a draft in a window, and the way what is said goes to the host and back. */
export interface ReviewPart {
  readonly review: Y.Doc
  /** Why the host takes no comments, in a sentence; null: it does. */
  /** Undefined until the desk has told. */
  readonly readOnly: Store<Problem | null | undefined>
  readonly saves: SaveQueue
  /** The comments that the person has read. */
  seen(): ReadonlySet<string>
  see(comments: readonly string[]): void
  close(): void
}

/** Origin of updates that came from elsewhere. */
const ELSEWHERE = Symbol('elsewhere')

/** Opens the review part of a document that the window has open; calls back when what was read is another. */
export function openReviewPart(
  bridge: Bridge,
  document: string,
  seenChanged: () => void,
): ReviewPart {
  const review = new Y.Doc()
  const readOnly = createStore<Problem | null | undefined>(undefined)
  let seen: ReadonlySet<string> = new Set()
  const saves = createSaveQueue({
    save: (update) => bridge.saveReview({ document, update: new Uint8Array(update) }),
    merge: (updates) => Y.mergeUpdates([...updates]),
    gather: () => {},
    later(callback, milliseconds) {
      const timer = window.setTimeout(callback, milliseconds)
      return () => window.clearTimeout(timer)
    },
  })
  review.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== ELSEWHERE) saves.push(update)
  })
  const add = (comments: readonly string[]) => {
    seen = new Set([...seen, ...comments])
    seenChanged()
  }
  /** What the host lacks after a lost connection is sent again. */
  const load = async () => {
    const opened = await bridge.openReview({ document })
    if (!opened.ok) return
    Y.applyUpdate(review, opened.value.state, ELSEWHERE)
    readOnly.set(opened.value.readOnly)
    add(opened.value.seen)
    saves.retry()
    const known = Y.encodeStateVectorFromUpdate(opened.value.state)
    if (hasMore(review, known)) saves.push(Y.encodeStateAsUpdate(review, known))
  }
  const stop = bridge.subscribe((event) => {
    if (event.kind === 'connection' && event.state === 'restored') void load()
    if (!('document' in event) || event.document !== document) return
    if (event.kind === 'review') Y.applyUpdate(review, event.update, ELSEWHERE)
    if (event.kind === 'seen') add(event.comments)
  })
  void load()
  return {
    review,
    readOnly,
    saves,
    seen: () => seen,
    see(comments) {
      add(comments)
      void bridge.seeComments({ document, comments: [...comments] })
    },
    close() {
      stop()
      saves.close()
    },
  }
}

function hasMore(review: Y.Doc, known: Uint8Array): boolean {
  const there = Y.decodeStateVector(known)
  const own = Y.decodeStateVector(Y.encodeStateVector(review))
  return [...own].some(([client, clock]) => (there.get(client) ?? 0) < clock)
}

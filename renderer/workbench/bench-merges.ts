import type * as Y from 'yjs'
import type { Bridge } from '#shared/bridge/contract.ts'
import { takeSide } from '#shared/merge/take.ts'
import type { Act } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { ignoredIn, onIgnored, setIgnored } from '#shared/sync/ignored.ts'
import { createStore, type Store } from '../host/store.ts'
import {
  nextCard,
  type OpenMerge,
  openMerge,
  type ReviewCard,
} from '../panels/merge-review/model.ts'
import { notify } from '../ui/toasts.tsx'

/** What merging the work of several drafters did, to be looked at unit by unit. */
export interface BenchMerges {
  /** Those that nobody has closed, the last first. */
  readonly merges: Store<readonly OpenMerge[]>
  /** The cards that were looked at, by key; kept beside the text. */
  readonly reviewed: Store<ReadonlySet<string>>
  /** The card gone to last: another object each time, so that the same card can be gone to again. */
  readonly reviewing: Store<{ readonly key: string } | undefined>
  /** Makes the unit what one side had made of it, undone as one, and the card done. */
  take(card: ReviewCard, side: 'mine' | 'theirs'): void
  /** Brings the unit back as it was when it went. */
  restore(card: ReviewCard): void
  setReviewed(card: ReviewCard, as: 'done' | 'open'): void
  stepMerged(direction: 'next' | 'previous'): void
  /** The review is out of sight: stepping begins anew. */
  leaveReview(): void
  endReview(merge: string): void
}

interface MergesParts {
  readonly bridge: Bridge
  readonly document: string
  readonly doc: Y.Doc
  readonly draft: () => Act
  /** Whether the edits could be made; why not is told by it. */
  readonly edit: (edits: readonly UnitEdit[]) => boolean
}

export function createBenchMerges({
  bridge,
  document,
  doc,
  draft,
  edit,
}: MergesParts): BenchMerges & { closeMerges(): void } {
  const merges = createStore<readonly OpenMerge[]>([])
  const reviewed = createStore(ignoredIn(doc))
  const reviewing = createStore<{ readonly key: string } | undefined>(undefined)
  let asked = 0
  const ask = async () => {
    const turn = ++asked
    const answer = await bridge.listMerges({ document })
    if (answer.ok && turn === asked) merges.set(answer.value.map(openMerge))
  }
  const stop = bridge.subscribe((event) => {
    if (event.kind === 'merge' && event.document === document) void ask()
    if (event.kind === 'connection' && event.state === 'restored') void ask()
  })
  const stopReviewed = onIgnored(doc, () => reviewed.set(ignoredIn(doc)))
  void ask()

  const setReviewed = ({ key }: ReviewCard, as: 'done' | 'open') =>
    setIgnored(doc, key, as === 'done' ? 'ignored' : 'heeded')

  return {
    merges,
    reviewed,
    reviewing,
    setReviewed,
    take(card, side) {
      const edits = takeSide(card.entry, side, draft())
      if (edits.length === 0 || edit(edits)) setReviewed(card, 'done')
    },
    restore(card) {
      if (edit([{ kind: 'restore', unit: card.entry.unit }])) setReviewed(card, 'done')
    },
    stepMerged(direction) {
      const key = nextCard(merges.get(), reviewing.get()?.key, direction)
      if (key !== undefined) reviewing.set({ key })
    },
    leaveReview: () => reviewing.set(undefined),
    endReview(merge) {
      void bridge.closeMerge({ document, merge }).then((ended) => {
        if (!ended.ok) notify({ tone: 'problem', text: ended.problem })
      })
    },
    closeMerges() {
      asked++
      stop()
      stopReviewed()
    },
  }
}

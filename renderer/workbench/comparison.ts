import { type Change, changesOf } from '#shared/diff/changes.ts'
import { compareSteps } from '#shared/diff/compare.ts'
import type { ActRedline } from '#shared/diff/redline.ts'
import type { Act } from '#shared/schema/act.ts'
import { createStore } from '../host/store.ts'

/** The text that changes are told from, and what the draft's changes against it are. */
export function createComparison(onRedline: (draft: Act) => void) {
  const against = createStore<Act | undefined>(undefined)
  const redline = createStore<ActRedline | undefined>(undefined)
  const changes = createStore<readonly Change[]>([])
  return {
    against,
    redline,
    changes,
    /** Compares in steps. What was begun against another text than the one now chosen is let go: it may end last. */
    *compare(draft: Act): Generator<undefined, void> {
      const from = against.get()
      if (!from) return
      const isLate = () => against.get() !== from
      const found = yield* compareSteps(from, draft)
      yield
      if (isLate()) return
      redline.set(found)
      onRedline(draft)
      yield
      const list = changesOf(found)
      yield
      if (isLate()) return
      changes.set(list)
      yield
    },
  }
}

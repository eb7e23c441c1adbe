import type { EditorView } from 'prosemirror-view'
import type { Result } from '#shared/base/result.ts'
import type { Change } from '#shared/diff/changes.ts'
import type { ActRedline } from '#shared/diff/redline.ts'
import { revert } from '#shared/diff/revert.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Attribution } from '#shared/sync/attribution.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { createStore, type Store } from '../host/store.ts'
import { type ChangeFilter, EVERY_CHANGE, filterChanges } from '../panels/changes/filter.ts'
import { standingNear } from '../panels/changes/model.ts'
import type { TextKey } from './bench-versions.ts'
import { nextChange } from './step-change.ts'

/** The changes of the draft: from which text they are told, which are looked at, and the way between them. */
export interface BenchChanges {
  readonly againstKey: Store<TextKey>
  /** Tells changes from another text: the law in force (`base`) or a version. */
  tellFrom(key: TextKey): Promise<Result<unknown>>
  readonly filter: Store<ChangeFilter>
  setFilter(filter: ChangeFilter): void
  /** Those that the filter lets through. */
  readonly filtered: Store<readonly Change[]>
  revert(change: Change): void
  /** Shows where a change is; for a unit that is gone, where it stood. */
  jumpToChange(change: Change): void
  /** Goes to the next of the filtered changes, or the one before. */
  stepChange(direction: 'next' | 'previous'): void
}

interface ChangesParts {
  readonly live: {
    readonly against: Store<Act | undefined>
    readonly redline: Store<ActRedline | undefined>
    readonly changes: Store<readonly Change[]>
    setAgainst(act: Act): void
  }
  readonly attribution: Attribution
  readonly readText: (key: TextKey) => Promise<Result<Act>>
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly edit: (edits: readonly UnitEdit[]) => void
  readonly jump: (unit: UnitId) => void
  readonly show: (unit: UnitId) => void
}

/** What a bench can do with changes; there are none before the law in force came. */
export function benchChanges(parts: ChangesParts): BenchChanges & { closeChanges(): void } {
  const { live, attribution, readText, view, places, edit, jump, show } = parts
  const againstKey = createStore<TextKey>('base')
  const filter = createStore(EVERY_CHANGE)
  const filtered = createStore<readonly Change[]>([])
  const sift = () => {
    const [changes, redline] = [live.changes.get(), live.redline.get()]
    filtered.set(filterChanges(changes, filter.get(), redline, attribution))
  }
  const closeChanges = live.changes.subscribe(sift)
  sift()
  const placeOf = ({ units: [unit] }: Change) => {
    const against = live.against.get()
    const stands = (one: UnitId) => places.positionOf(one) !== undefined
    return unit && against && standingNear(against, unit, stands)
  }
  return {
    closeChanges,
    againstKey,
    async tellFrom(key) {
      const read = await readText(key)
      if (!read.ok) return read
      againstKey.set(key)
      live.setAgainst(read.value)
      return read
    },
    filter,
    setFilter(next) {
      filter.set(next)
      sift()
    },
    filtered,
    revert(change) {
      const against = live.against.get()
      if (against) edit(revert(change, against, view.state.doc))
    },
    jumpToChange(change) {
      const unit = placeOf(change)
      if (unit !== undefined) jump(unit)
    },
    stepChange(direction) {
      const to = nextChange(
        filtered.get().flatMap((change) => placeOf(change) ?? []),
        places,
        view.state.selection.head,
        direction,
      )
      if (to !== undefined) show(to)
    },
  }
}

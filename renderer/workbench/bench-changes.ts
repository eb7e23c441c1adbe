import type { EditorView } from 'prosemirror-view'
import type { Change } from '#shared/diff/changes.ts'
import type { ActRedline } from '#shared/diff/redline.ts'
import { revert } from '#shared/diff/revert.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Attribution } from '#shared/sync/attribution.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { createStore, type Store } from '../host/store.ts'
import { type ChangeFilter, EVERY_CHANGE, filterChanges } from '../panels/changes/filter.ts'
import { type MarksChange, marksOf } from '../panels/changes/marked.ts'
import { standingNear } from '../panels/changes/model.ts'
import type { CaretPath } from './caret.ts'
import { nextChange, nextInList } from './step-change.ts'
import { createToldFrom, type ToldFrom, type ToldFromParts } from './told-from.ts'

/** The changes of the draft: from which text they are told, which are looked at, and the way between them. */
export interface BenchChanges extends ToldFrom {
  readonly filter: Store<ChangeFilter>
  setFilter(filter: ChangeFilter): void
  /** Those that the filter lets through. */
  readonly filtered: Store<readonly Change[]>
  /** Which changes the texts mark: those; undefined where the filter lets all through. */
  readonly marks: Store<MarksChange | undefined>
  /** The change gone to last: another object each time. */
  readonly lookedAt: Store<LookedAt | undefined>
  revert(change: Change): void
  /** Shows where a change is; for a unit that is gone, where it stood. */
  jumpToChange(change: Change): void
  /**
   * Goes to the next of the filtered changes, or the one before: in the text from place to place, in
   * rows to each, those that are gone too.
   */
  stepChange(direction: 'next' | 'previous', through: 'text' | 'rows'): void
}

/** A change that was gone to, and the unit where the caret then stood. */
export interface LookedAt {
  readonly change: Change
  readonly at: UnitId | undefined
}

interface ChangesParts extends Pick<ToldFromParts, 'remembered' | 'remember' | 'readText'> {
  readonly live: {
    readonly base: Store<Act | undefined>
    readonly against: Store<Act | undefined>
    readonly redline: Store<ActRedline | undefined>
    readonly changes: Store<readonly Change[]>
    readonly caret: Store<CaretPath>
    setAgainst(act: Act): void
    setMarks(marks: MarksChange | undefined): void
  }
  readonly attribution: Attribution
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly edit: (edits: readonly UnitEdit[]) => void
  readonly jump: (unit: UnitId) => void
  readonly show: (unit: UnitId) => void
}

/** What a bench can do with changes; there are none before the law in force came. */
export function benchChanges(parts: ChangesParts): BenchChanges & { closeChanges(): void } {
  const { live, attribution, view, places, edit, jump, show } = parts
  const { base, setAgainst } = live
  const { closeToldFrom, ...toldFrom } = createToldFrom({ ...parts, base, setAgainst })
  const filter = createStore(EVERY_CHANGE)
  const filtered = createStore<readonly Change[]>([])
  const marks = createStore<MarksChange | undefined>(undefined)
  const lookedAt = createStore<LookedAt | undefined>(undefined)
  const sift = () => {
    const [changes, redline] = [live.changes.get(), live.redline.get()]
    const passed = filterChanges(changes, filter.get(), redline, attribution)
    filtered.set(passed)
    marks.set(filter.get() === EVERY_CHANGE ? undefined : marksOf(passed))
    live.setMarks(marks.get())
  }
  const stopSifting = live.changes.subscribe(sift)
  sift()
  const placeOf = ({ units: [unit] }: Change) => {
    const against = live.against.get()
    const stands = (one: UnitId) => places.positionOf(one) !== undefined
    return unit && against && standingNear(against, unit, stands)
  }
  return {
    closeChanges() {
      stopSifting()
      closeToldFrom()
    },
    ...toldFrom,
    filter,
    setFilter(next) {
      filter.set(next)
      sift()
    },
    filtered,
    marks,
    lookedAt,
    revert(change) {
      const against = live.against.get()
      if (against) edit(revert(change, against, view.state.doc))
    },
    jumpToChange(change) {
      const unit = placeOf(change)
      if (unit !== undefined) jump(unit)
      look(change)
    },
    stepChange(direction, through) {
      const placed = filtered.get().map((change) => ({ change, near: placeOf(change) }))
      const found =
        (through === 'rows' && besideLooked(placed, direction)) || besideCaret(placed, direction)
      if (!found) return
      if (found.near !== undefined) show(found.near)
      look(found.change)
    },
  }

  function look(change: Change): void {
    lookedAt.set({ change, at: live.caret.get().at(-1) })
  }

  function besideLooked(placed: readonly Placed[], direction: 'next' | 'previous') {
    const [looked, at] = [lookedAt.get(), live.caret.get().at(-1)]
    const [unit] = looked?.change.units ?? []
    if (!looked || looked.at !== at || unit === undefined) return undefined
    const units = placed.flatMap(({ change }) => change.units[0] ?? [])
    const next = nextInList(units, unit, direction)
    return placed.find(({ change }) => change.units[0] === next)
  }

  function besideCaret(placed: readonly Placed[], direction: 'next' | 'previous') {
    const units = placed.flatMap(({ near }) => near ?? [])
    const to = nextChange(units, places, view.state.selection.head, direction)
    return placed.find(({ near }) => near === to)
  }
}

/** A change, and the unit near which it shows in the draft. */
interface Placed {
  readonly change: Change
  readonly near: UnitId | undefined
}

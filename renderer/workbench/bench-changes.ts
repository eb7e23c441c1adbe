import type { EditorView } from 'prosemirror-view'
import type { Change } from '#shared/diff/changes.ts'
import { revert } from '#shared/diff/revert.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import type { Store } from '../host/store.ts'
import { standingNear } from '../panels/changes/model.ts'
import type { Bench } from './bench.ts'
import { nextChange } from './step-change.ts'

interface ChangesParts {
  readonly live: {
    readonly base: Store<Act | undefined>
    readonly changes: Store<readonly Change[]>
  }
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly edit: (edits: readonly UnitEdit[]) => void
  readonly jump: (unit: UnitId) => void
  readonly show: (unit: UnitId) => void
}

/** What a bench can do with changes; there are none before the law in force came. */
export function benchChanges({
  live,
  view,
  places,
  edit,
  jump,
  show,
}: ChangesParts): Pick<Bench, 'revert' | 'jumpToChange' | 'stepChange'> {
  const placeOf = ({ units: [unit] }: Change) => {
    const base = live.base.get()
    return unit && base && standingNear(base, unit, (one) => places.positionOf(one) !== undefined)
  }
  return {
    revert(change) {
      const base = live.base.get()
      if (base) edit(revert(change, base, view.state.doc))
    },
    jumpToChange(change) {
      const unit = placeOf(change)
      if (unit !== undefined) jump(unit)
    },
    stepChange(direction) {
      const to = nextChange(
        live.changes.get().flatMap((change) => placeOf(change) ?? []),
        places,
        view.state.selection.head,
        direction,
      )
      if (to !== undefined) show(to)
    },
  }
}

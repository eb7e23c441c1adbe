import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Bridge } from '#shared/bridge/contract.ts'
import { type UnitId, unitAttrs, unitId } from '#shared/schema/act.ts'
import type { Place, PresentPerson } from '#shared/sync/presence.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { presenceLayer, presenceMarks } from '../editor/plugins/presence-layer.ts'
import { unitsAround } from '../editor/queries/unit-at.ts'
import { createStore, type Store } from '../host/store.ts'
import type { OutlineNode } from '../panels/outline/model.ts'
import { NOBODY, type WhoIsWhere, whoIsWhere } from './model.ts'
import type { ShareState } from './share-state.ts'

/** How an open draft is shared, and who else is in it. */
export interface BenchSharing extends Pick<ShareState, 'share' | 'people'> {
  readonly whoIsWhere: Store<WhoIsWhere>
  /** How others are called in the language of the window. */
  setNames(name: (person: PresentPerson) => string): void
}

interface SharingParts {
  readonly state: ShareState
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly outline: Store<readonly OutlineNode[]>
}

/** Milliseconds between two words of where this window is: often enough for an eye. */
const TELL_EVERY = 120

export function createBenchSharing(
  bridge: Bridge,
  document: string,
  { state, view, places, outline }: SharingParts,
) {
  const { share, people } = state
  const where = createStore<WhoIsWhere>(NOBODY)
  let nameOf = ({ name }: PresentPerson) => name
  let telling: number | undefined
  let told = ''
  const stop = bridge.subscribe((event) => {
    if (event.kind !== 'connection' || event.state !== 'restored') return
    told = ''
    moved()
  })
  const stopPeople = people.subscribe(draw)
  const stopOutline = outline.subscribe(placePeople)
  moved()

  return {
    share,
    people,
    whoIsWhere: where,
    setNames(name: (person: PresentPerson) => string) {
      nameOf = name
      draw()
    },
    /** The caret, or the text, is another. */
    moved,
    closeSharing() {
      stop()
      stopOutline()
      stopPeople()
      state.close()
      window.clearTimeout(telling)
    },
  }

  function moved(): void {
    telling ??= window.setTimeout(() => {
      telling = undefined
      const place = placeOf(view.state)
      const words = JSON.stringify(place)
      if (words === told) return
      told = words
      void bridge.showPresence({ document, place })
    }, TELL_EVERY)
  }

  function draw(): void {
    const present = people.get()
    presenceLayer.show(view, presenceMarks(view.state.doc, places, present, nameOf))
    placePeople()
  }

  function placePeople(): void {
    const present = people.get()
    where.set(present.length === 0 ? NOBODY : whoIsWhere(present, outline.get(), around))
  }

  /** A unit and those around it, the outermost first. */
  function around(unit: string): readonly UnitId[] {
    const position = places.positionOf(unitId(unit))
    if (position === undefined) return []
    const outer = unitsAround(view.state.doc.resolve(position)).map((one) => unitAttrs(one).id)
    return [...outer, unitId(unit)]
  }
}

/** Where the selection is, counted from the innermost unit around its head. */
export function placeOf({ selection }: EditorState): Place | null {
  const { $head, anchor, head } = selection
  const unit = unitsAround($head).at(-1)
  if (!unit) return null
  for (let depth = $head.depth; depth > 0; depth--) {
    if ($head.node(depth) !== unit) continue
    const start = $head.before(depth)
    const { id } = unitAttrs(unit)
    return { unit: id, anchor: Math.max(0, anchor - start), head: head - start }
  }
  return null
}

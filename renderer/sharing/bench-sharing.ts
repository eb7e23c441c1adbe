import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Bridge } from '#shared/bridge/contract.ts'
import type { ShareSummary } from '#shared/bridge/sharing.ts'
import { type UnitId, unitAttrs, unitId } from '#shared/schema/act.ts'
import type { Place, PresentPerson } from '#shared/sync/presence.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { presenceLayer, presenceMarks } from '../editor/plugins/presence-layer.ts'
import { unitsAround } from '../editor/queries/unit-at.ts'
import { createStore, type Store } from '../host/store.ts'
import type { OutlineNode } from '../panels/outline/model.ts'
import { NOBODY, type WhoIsWhere, whoIsWhere } from './model.ts'

/** How an open draft is shared, and who else is in it. */
export interface BenchSharing {
  /** Null: it is not shared. */
  readonly share: Store<ShareSummary | null>
  readonly people: Store<readonly PresentPerson[]>
  readonly whoIsWhere: Store<WhoIsWhere>
  /** How the person of another window of this desk is called. */
  setOwnName(name: string): void
}

interface SharingParts {
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly outline: Store<readonly OutlineNode[]>
}

/** Milliseconds between two words of where this window is: often enough for an eye. */
const TELL_EVERY = 120

export function createBenchSharing(
  bridge: Bridge,
  document: string,
  { view, places, outline }: SharingParts,
) {
  const share = createStore<ShareSummary | null>(null)
  const people = createStore<readonly PresentPerson[]>([])
  const where = createStore<WhoIsWhere>(NOBODY)
  let ownName = ''
  let telling: number | undefined
  let told = ''
  const ask = () =>
    void bridge.shareOf({ document }).then((answer) => {
      if (answer.ok) share.set(answer.value)
    })
  const stop = bridge.subscribe((event) => {
    if (event.kind === 'share' && event.document === document) share.set(event.share)
    if (event.kind === 'presence' && event.document === document) {
      people.set(event.people)
      draw()
    }
    if (event.kind === 'connection' && event.state === 'restored') {
      told = ''
      ask()
      moved()
    }
  })
  const stopOutline = outline.subscribe(placePeople)
  ask()
  moved()

  return {
    share,
    people,
    whoIsWhere: where,
    setOwnName(name: string) {
      ownName = name
      draw()
    },
    /** The caret, or the text, is another. */
    moved,
    closeSharing() {
      stop()
      stopOutline()
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
    const nameOf = ({ name, isOwn }: PresentPerson) => (isOwn ? ownName : name)
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

import { ok, type Result } from '#shared/base/result.ts'
import type { Change } from '#shared/diff/changes.ts'
import { revert } from '#shared/diff/revert.ts'
import { isUnit, type UnitId, unitAttrs, unitId, walkUnits } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { createActView } from '../editor/act-view.ts'
import { selectAndShow, showSelected } from '../editor/commands/show.ts'
import { TABLE_COMMANDS } from '../editor/commands/table-commands.ts'
import { planUnitCommand } from '../editor/commands/unit-edits.ts'
import { foundLayer, foundMarks } from '../editor/plugins/found-layer.ts'
import { placeWords } from '../editor/queries/place-words.ts'
import { firstWordIn, unitsAround } from '../editor/queries/unit-at.ts'
import type { Host } from '../host/host.ts'
import { createStore } from '../host/store.ts'
import { standingNear } from '../panels/changes/model.ts'
import { openAtFirst } from '../panels/outline/model.ts'
import type { IncomingFromElsewhere } from '../panels/references/model.ts'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'
import { caretUnits, goBack, leave, type Trail } from './caret.ts'
import { openDraft } from './draft.ts'
import { createLive } from './live.ts'
import { nextChange } from './step-change.ts'

/** Opens a document's draft for work; fails as the host does. */
export async function openBench(host: Host, document: string): Promise<Result<Bench>> {
  const opened = await openDraft(host, document)
  if (!opened.ok) return opened
  const draft = opened.value
  const { summary, base, readOnly, session } = draft
  const live = createLive(base, session.act)
  const profile = profileOf(session.act)
  const { view, units } = createActView({
    act: session.act,
    plugins: draft.plugins,
    isEditable: readOnly === null,
    label: summary.title,
    onUpdate: live.update,
  })
  live.mount(view)
  const incoming = createStore<readonly IncomingFromElsewhere[]>([])
  const loadIncoming = async () => {
    const answer = await host.bridge.referencesInto({ document })
    if (answer.ok) incoming.set(answer.value)
  }
  const stopListening = host.bridge.subscribe(({ kind }) => {
    if (kind === 'library') void loadIncoming()
  })
  void loadIncoming()
  const conflicts = createStore(session.conflicts)
  const stopMerging = session.subscribe(() => conflicts.set(session.conflicts))
  let trail: Trail = { places: [] }

  const unitOf = (unit: UnitId) => {
    const position = units.positionOf(unit)
    const node = position === undefined ? null : view.state.doc.nodeAt(position)
    return position === undefined || !node || !isUnit(node) ? undefined : { position, node }
  }
  const show = (unit: UnitId) => {
    const found = unitOf(unit)
    if (!found) return
    const at = firstWordIn(found.node, found.position)
    selectAndShow(view, at, at)
  }
  const edit = (edits: readonly UnitEdit[]) => {
    const done = session.edit(edits)
    if (!done.ok) notify({ tone: 'problem', text: done.problem.message })
  }
  const jump = (unit: UnitId) => {
    const here = live.caret.get().at(-1)
    if (here !== undefined) trail = leave(trail, here)
    show(unit)
  }

  const placeOfChange = ({ units: [unit] }: Change) =>
    unit && standingNear(base, unit, (one) => units.positionOf(one) !== undefined)

  return ok({
    summary,
    base,
    readOnly,
    bridge: host.bridge,
    view,
    places: units,
    saves: draft.saves,
    openAtFirst: openAtFirst(session.act),
    ...live,
    incoming,
    edit,
    unit(command) {
      const path = caretUnits(view.state)
      const newId = () => unitId(window.crypto.randomUUID())
      const planned = planUnitCommand(view.state.doc, path, command, newId)
      if (!planned) return
      edit(planned.edits)
      if (planned.caret !== undefined) show(planned.caret)
    },
    table(command) {
      TABLE_COMMANDS[command](view.state, view.dispatch, view)
      view.focus()
    },
    canTable: (command) => TABLE_COMMANDS[command](view.state),
    conflicts,
    undo: () => void session.undo(),
    redo: () => void session.redo(),
    revert: (change) => edit(revert(change, base, view.state.doc)),
    jump,
    jumpToChange(change) {
      const unit = placeOfChange(change)
      if (unit !== undefined) jump(unit)
    },
    back() {
      const { trail: rest, to } = goBack(trail)
      trail = rest
      if (to !== undefined) show(to)
    },
    select: ({ from, to }) => showSelected(view, from, to),
    stepChange(direction) {
      const to = nextChange(
        live.changes.get().flatMap((change) => placeOfChange(change) ?? []),
        units,
        view.state.selection.head,
        direction,
      )
      if (to !== undefined) show(to)
    },
    showFound: (found, current) => foundLayer.show(view, foundMarks(found, current)),
    placeOf(unit) {
      const found = unitOf(unit)
      if (!found) return ''
      const around = unitsAround(view.state.doc.resolve(found.position))
      return placeWords(profile, [...around, found.node])
    },
    unitsWithin(path) {
      const unit = path.at(-1)
      const found = unit === undefined ? undefined : unitOf(unit)
      if (!found) return []
      const inside: UnitId[] = [unitAttrs(found.node).id]
      walkUnits(found.node, (child) => inside.push(unitAttrs(child).id))
      return inside
    },
    close() {
      stopListening()
      stopMerging()
      live.close()
      draft.close()
      view.destroy()
    },
  })
}

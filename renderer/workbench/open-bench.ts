import { ok, type Result } from '#shared/base/result.ts'
import type { UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { signerIn } from '#shared/sync/people.ts'
import type { Person } from '#shared/sync/person.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { createActView } from '../editor/act-view.ts'
import { type SuggestedEdits, suggestedEdits } from '../editor/binding/suggested-edits.ts'
import { showSelected } from '../editor/commands/show.ts'
import { foundLayer, foundMarks } from '../editor/plugins/found-layer.ts'
import type { Host } from '../host/host.ts'
import { openAtFirst } from '../panels/outline/model.ts'
import { createBenchSharing } from '../sharing/bench-sharing.ts'
import { createShareState, type ShareState } from '../sharing/share-state.ts'
import { notify } from '../ui/toasts.tsx'
import { loadBase } from './base.ts'
import type { Bench } from './bench.ts'
import { benchChanges } from './bench-changes.ts'
import { createBenchComments } from './bench-comments.ts'
import { createBenchEdits } from './bench-edits.ts'
import { createBenchHistory } from './bench-history.ts'
import { createBenchMerges } from './bench-merges.ts'
import { createBenchNotes } from './bench-notes.ts'
import { createBenchReferences } from './bench-references.ts'
import { planOrSuggest } from './bench-suggestions.ts'
import { createBenchUnits } from './bench-units.ts'
import { createBenchVersions } from './bench-versions.ts'
import { type Draft, openDraft } from './draft.ts'
import type { Journey } from './journey.ts'
import { createLive } from './live.ts'

/** What a bench needs of the window around it. */
export interface BenchSurroundings {
  readonly journey: Journey
  /** Who works here, by the settings as they are now. */
  readonly person: () => Person
  openDocument(document: string, unit: UnitId | null): void
}

/** Opens a document's draft for work; fails as the host does. */
export async function openBench(
  host: Host,
  document: string,
  surroundings: BenchSurroundings,
): Promise<Result<Bench>> {
  const { person } = surroundings
  // Asked before the text: the host reads a shared draft into its replica behind what was asked.
  const state = createShareState(host.bridge, document)
  const { way, told } = state
  const [opened] = await Promise.all([openDraft(host, document, { person, way }), told])
  if (opened.ok) return ok(benchOf({ host, document, draft: opened.value, state }, surroundings))
  state.close()
  return opened
}

interface OpenedHere {
  readonly host: Host
  readonly document: string
  readonly draft: Draft
  readonly state: ShareState
}

function benchOf(
  { host, document, draft, state }: OpenedHere,
  { journey, person, openDocument }: BenchSurroundings,
): Bench {
  let sharing: ReturnType<typeof createBenchSharing> | undefined
  const { way } = state
  const { summary, readOnly, session } = draft
  const live = createLive(session.act)
  const profile = profileOf(session.act)
  let commenting: ReturnType<typeof createBenchComments> | undefined
  const suggesting: SuggestedEdits = {
    maySuggest: () => commenting?.commentsReadOnly.get() === null,
    suggestChange: (after) => commenting?.suggestChange(after),
    suggestTyped: (words) => commenting?.suggestTyped(words),
    typeAtCaret: () => commenting?.typeAtCaret(),
  }
  const { view, units } = createActView({
    act: session.act,
    plugins: [...(readOnly === null ? [] : [suggestedEdits(suggesting)]), ...draft.plugins],
    isEditable: readOnly === null,
    label: summary.title,
    onUpdate(state, before) {
      live.update(state, before)
      sharing?.moved()
      if (state.doc !== before.doc) commenting?.textChanged(state.doc)
    },
  })
  const { outline } = live
  sharing = createBenchSharing(host.bridge, document, { state, view, places: units, outline })
  const { closeSharing, moved: _moved, ...shared } = sharing
  const { closeNotes, ...notes } = createBenchNotes(session)

  const { show, ...unitQueries } = createBenchUnits(view, units, profile)
  const edit = (edits: readonly UnitEdit[]) => {
    const done = session.edit(edits)
    if (!done.ok) notify({ tone: 'problem', text: done.problem })
    return done.ok
  }
  const jump = (unit: UnitId) => {
    const left = live.caret.get().at(-1)
    if (left !== undefined) journey.leave({ document, unit: left })
    show(unit)
  }
  const here = { bridge: host.bridge, document, session, view, places: units }
  const references = createBenchReferences({
    ...here,
    journey,
    index: live.references,
    referencesRead: live.referencesRead,
    caret: live.caret,
    jump,
    show,
    edit,
    setOverlay: live.setOverlay,
    openDocument,
  })

  const { closeMerges, ...merges } = createBenchMerges({
    bridge: host.bridge,
    document,
    doc: session.doc,
    draft: () => view.state.doc,
    edit,
  })

  live.mount(view)
  const stopLoading = loadBase(host.bridge, document, live.setBase)

  const { closeHistory, ...history } = createBenchHistory({
    doc: session.doc,
    attribution: draft.attribution,
    profile,
    view,
  })

  commenting = createBenchComments({
    ...here,
    ...unitQueries,
    person: () => signerIn(session.doc, person(), way()),
    nameOfGone: history.nameOfGone,
    plan: references.plan,
  })
  const { closeComments, textChanged: _changed, ...comments } = commenting

  const { closeVersions, ...versions } = createBenchVersions({
    bridge: host.bridge,
    document,
    saves: draft.saves,
    base: live.base.get,
    draft: () => view.state.doc,
  })

  const { closeChanges, ...changes } = benchChanges({
    live,
    attribution: draft.attribution,
    ...draft.toldFrom,
    readText: versions.readText,
    view,
    places: units,
    edit,
    jump,
    show,
  })
  const closers = [stopLoading, references.close, closeSharing, closeHistory, closeVersions]
  closers.push(closeChanges, closeComments, closeNotes, closeMerges, live.close, draft.close)

  return {
    summary,
    readOnly,
    bridge: host.bridge,
    view,
    places: units,
    saves: draft.saves,
    openAtFirst: openAtFirst(session.act),
    ...live,
    ...references,
    ...history,
    ...versions,
    ...comments,
    ...shared,
    ...notes,
    ...merges,
    edit,
    ...createBenchEdits(view, session, planOrSuggest({ readOnly, ...references, ...comments })),
    jump,
    arrive: show,
    ...changes,
    select: ({ from, to }) => showSelected(view, from, to),
    showFound: (found, current) => foundLayer.show(view, foundMarks(found, current)),
    ...unitQueries,
    close() {
      for (const close of closers) close()
      view.destroy()
    },
  }
}

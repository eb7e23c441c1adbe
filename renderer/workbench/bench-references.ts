import type { EditorView } from 'prosemirror-view'
import type { Doc } from 'yjs'
import type { Bridge, IncomingReference, TouchedReference } from '#shared/bridge/contract.ts'
import { planRewrites } from '#shared/citation/rewrite.ts'
import { rewriteEdits } from '#shared/citation/rewrite-edits.ts'
import type { Rewrite } from '#shared/citation/rewrite-value.ts'
import type { UnitId } from '#shared/schema/act.ts'
import { isUnit } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { ignoredIn, onIgnored } from '#shared/sync/ignored.ts'
import { selectAndShow } from '../editor/commands/show.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { blockAt, blockStart } from '../editor/queries/unit-at.ts'
import { createStore, type Store, type WritableStore } from '../host/store.ts'
import {
  type Jump,
  nextDoubtful,
  type ReferenceIndex,
  type ReferenceRow,
} from '../panels/references/model.ts'
import {
  NO_OVERLAY,
  type Overlay,
  overlayOf,
  type ShownReference,
} from '../panels/references/shown.ts'
import { notify } from '../ui/toasts.tsx'
import type { CaretPath } from './caret.ts'
import { type TouchedHere, touchedHere, unitsConcerned } from './impact.ts'
import type { Journey } from './journey.ts'
import { plannedEdits } from './planned-edits.ts'

/** Edits that would touch references: they wait until the drafter has seen which. */
export interface Planned {
  readonly edits: readonly UnitEdit[]
  readonly caret: UnitId | undefined
  readonly here: readonly TouchedHere[]
  readonly elsewhere: readonly TouchedReference[]
  /** How citations of this draft follow, or what a drafter must decide. */
  readonly rewrites: readonly Rewrite[]
}

export type Impact = Pick<Planned, 'here' | 'elsewhere' | 'rewrites'>

/** The reference whose card is asked for from the keyboard. */
export interface CardRequest {
  readonly reference: ShownReference
}

/** What a bench can do with references. */
export interface BenchReferences {
  readonly incoming: Store<readonly IncomingReference[]>
  readonly overlay: Store<Overlay>
  readonly planned: WritableStore<Planned | undefined>
  readonly card: WritableStore<CardRequest | undefined>
  /** Goes to a unit of this or another document; {@link Bench.back} returns. */
  follow(jump: Jump): void
  back(): void
  /** Goes where the reference at the caret leads. */
  followAtCaret(): void
  showCardAtCaret(): void
  /** Selects a reference in the text. */
  showReference(reference: ShownReference): void
  /** To the next reference that asks for a look, and its card. */
  stepDoubtful(direction: 'next' | 'previous'): void
  ignore(at: ReferenceRow['at'], as: 'ignored' | 'heeded'): void
  /** Does edits at once when they touch no reference; else they wait in {@link planned}. */
  plan(edits: readonly UnitEdit[], caret: UnitId | undefined): Promise<void>
  /** Does what waits, or drops it. */
  settle(as: 'done' | 'dropped'): void
  /** What edits would touch, in this draft and in others. */
  impactOf(edits: readonly UnitEdit[]): Promise<Impact>
  /** Does edits and the rewrites that follow from them, as one step that undo takes back. */
  carryOut(edits: readonly UnitEdit[], rewrites: readonly Rewrite[], caret?: UnitId): void
  positionOf(reference: ShownReference): number | undefined
}

interface Parts {
  readonly bridge: Bridge
  readonly document: string
  readonly doc: Doc
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly journey: Journey
  readonly index: Store<ReferenceIndex>
  readonly caret: Store<CaretPath>
  readonly jump: (unit: UnitId) => void
  readonly show: (unit: UnitId) => void
  readonly edit: (edits: readonly UnitEdit[]) => void
  readonly setOverlay: (overlay: Overlay) => void
  readonly openDocument: (document: string, unit: UnitId | null) => void
}

export function createBenchReferences(parts: Parts): BenchReferences & { close(): void } {
  const { bridge, document, doc, view, journey, index } = parts
  const incoming = createStore<readonly IncomingReference[]>([])
  const overlay = createStore<Overlay>(NO_OVERLAY)
  const planned = createStore<Planned | undefined>(undefined)
  const card = createStore<CardRequest | undefined>(undefined)
  let outgoing: Parameters<typeof overlayOf>[0] = []
  let asked = 0

  const redraw = () => {
    const next = overlayOf(outgoing, ignoredIn(doc))
    overlay.set(next)
    parts.setOverlay(next)
  }
  const load = async () => {
    const turn = ++asked
    const [into, from] = await Promise.all([
      bridge.referencesInto({ document }),
      bridge.referencesFrom({ document }),
    ])
    // Answers may come in another order than the questions: only the last question counts.
    if (turn !== asked) return
    if (into.ok) incoming.set(into.value)
    if (!from.ok || JSON.stringify(from.value) === JSON.stringify(outgoing)) return
    outgoing = from.value
    redraw()
  }
  const stopListening = bridge.subscribe((event) => {
    if (event.kind === 'references' && event.documents.includes(document)) void load()
  })
  const stopIgnored = onIgnored(doc, redraw)
  redraw()
  void load()

  const positionOf = ({ from, block, range }: ShownReference) => {
    const position = parts.places.positionOf(from)
    const unit = position === undefined ? null : view.state.doc.nodeAt(position)
    if (position === undefined || !unit || !isUnit(unit)) return undefined
    const start = blockStart(unit, block)
    return start === undefined ? undefined : position + start + range.start
  }
  const showReference = (reference: ShownReference) => {
    const from = positionOf(reference)
    if (from === undefined) return
    const { start, end } = reference.range
    selectAndShow(view, from, Math.min(from + end - start, view.state.doc.content.size))
  }
  const atCaret = () => {
    const place = blockAt(view.state.selection.$from)
    const found = place && index.get().from.get(place.unit)
    return found?.find(
      ({ block, range }) =>
        block === place?.block && range.start <= place.offset && place.offset <= range.end,
    )
  }
  const follow = ({ document: to, unit }: Jump) => {
    if (to === null || to === document) {
      if (unit !== null) parts.jump(unit)
      return
    }
    const here = parts.caret.get().at(-1)
    if (here !== undefined) journey.leave({ document, unit: here })
    parts.openDocument(to, unit)
  }
  const impactOf = async (edits: readonly UnitEdit[]) => {
    const act = view.state.doc
    const after = applyEditsToAct(act, edits)
    if (!after.ok) return { here: [], elsewhere: [], rewrites: [] }
    const concerned = unitsConcerned(act, edits)
    const here = touchedHere(index.get(), concerned, after.value)
    const { from, to } = index.get()
    const isCiting = [...concerned].some((unit) => from.has(unit) || to.has(unit))
    const rewrites = isCiting ? planRewrites(act, after.value) : []
    const isCited = incoming
      .get()
      .some(({ toUnit }) => toUnit !== null && [...concerned].some((unit) => unit === toUnit))
    if (!isCited) return { here, elsewhere: [], rewrites }
    const answer = await bridge.impactOf({ document, edits: plannedEdits(edits) })
    if (!answer.ok) notify({ tone: 'problem', text: answer.problem.message })
    return { here, elsewhere: answer.ok ? answer.value : [], rewrites }
  }
  const carryOut: BenchReferences['carryOut'] = (edits, rewrites, caret) => {
    const after = applyEditsToAct(view.state.doc, edits)
    const rewording = after.ok ? rewriteEdits(after.value, rewrites) : []
    parts.edit([...edits, ...rewording])
    if (caret !== undefined) parts.show(caret)
  }

  return {
    incoming,
    overlay,
    planned,
    card,
    follow,
    positionOf,
    showReference,
    impactOf,
    carryOut,
    back() {
      const stop = journey.back()
      if (!stop) return
      if (stop.document === document) parts.show(stop.unit)
      else parts.openDocument(stop.document, stop.unit)
    },
    followAtCaret() {
      const jump = jumpOf(atCaret(), overlay.get())
      if (jump) follow(jump)
    },
    showCardAtCaret() {
      const reference = atCaret()
      if (reference) card.set({ reference })
    },
    stepDoubtful(direction) {
      const { from } = view.state.selection
      const reference = nextDoubtful(index.get().all, from, positionOf, direction)
      if (!reference) return
      showReference(reference)
      card.set({ reference })
    },
    async ignore({ document: other, unit, text }, as) {
      const answer = await bridge.ignoreReference({ document: other ?? document, unit, text, as })
      if (!answer.ok) notify({ tone: 'problem', text: answer.problem.message })
    },
    async plan(edits, caret) {
      const touched = await impactOf(edits)
      const isTouched = touchedCount(touched) > 0
      if (isTouched) planned.set({ edits, caret, ...touched })
      else carryOut(edits, [], caret)
    },
    settle(as) {
      const waiting = planned.get()
      planned.set(undefined)
      if (waiting && as === 'done') carryOut(waiting.edits, waiting.rewrites, waiting.caret)
    },
    close() {
      stopListening()
      stopIgnored()
    },
  }
}

/** How many references an edit touches: a citation that is rewritten counts once. */
export function touchedCount({ here, elsewhere, rewrites }: Impact): number {
  const rewritten = rewrites.filter((rewrite) => !here.some((one) => isOf(rewrite, one)))
  return here.length + elsewhere.length + rewritten.length
}

/** Whether a rewrite is of a touched reference. */
export function isOf(rewrite: Rewrite, { reference }: TouchedHere): boolean {
  return rewrite.from === reference.from && rewrite.oldWords === reference.text
}

/** Where a reference leads; undefined: nowhere that is at hand. */
export function jumpOf(reference: ShownReference | undefined, overlay: Overlay): Jump | undefined {
  const target = reference?.targets.find(
    ({ act, unit }) =>
      (act === null && unit !== null) || (act !== null && overlay.titleOf(act) !== undefined),
  )
  return target && { document: target.act, unit: target.unit }
}

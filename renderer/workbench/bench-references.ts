import type { EditorView } from 'prosemirror-view'
import type { Bridge, IncomingReference } from '#shared/bridge/contract.ts'
import { rewriteEdits, standingIn } from '#shared/citation/rewrite-edits.ts'
import type { UnitId } from '#shared/schema/act.ts'
import { isUnit } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { lookedIn, onChecks } from '#shared/sync/checks.ts'
import { onIgnored } from '#shared/sync/ignored.ts'
import type { DraftSession } from '../editor/binding/session.ts'
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
import { type BenchImpact, createBenchImpact } from './bench-impact.ts'
import type { CaretPath } from './caret.ts'
import { acceptedRewrite } from './impact.ts'
import type { Journey } from './journey.ts'

/** Milliseconds after which references are asked for even if the window never idles. */
const LONGEST_WAIT = 2000

/** The reference whose card is asked for from the keyboard. */
export interface CardRequest {
  readonly reference: ShownReference
}

/** What a bench can do with references. */
export interface BenchReferences extends BenchImpact {
  readonly incoming: Store<readonly IncomingReference[]>
  readonly overlay: Store<Overlay>
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
  /** Gives a reference that is to be checked the words proposed for it. */
  acceptCheck(reference: ShownReference): void
  /** Holds a reference checked as it stands. */
  endCheck(at: ReferenceRow['at']): void
  positionOf(reference: ShownReference): number | undefined
}

interface Parts {
  readonly bridge: Bridge
  readonly document: string
  readonly session: DraftSession
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly journey: Journey
  readonly index: Store<ReferenceIndex>
  readonly referencesRead: () => ReferenceIndex
  readonly caret: Store<CaretPath>
  readonly jump: (unit: UnitId) => void
  readonly show: (unit: UnitId) => void
  readonly edit: (edits: readonly UnitEdit[]) => boolean
  readonly setOverlay: (overlay: Overlay) => void
  readonly openDocument: (document: string, unit: UnitId | null) => void
}

export function createBenchReferences(parts: Parts): BenchReferences & { close(): void } {
  const { bridge, document, view, journey, index } = parts
  const { doc } = parts.session
  const incoming = createStore<readonly IncomingReference[]>([])
  const overlay = createStore<Overlay>(NO_OVERLAY)
  const card = createStore<CardRequest | undefined>(undefined)
  let outgoing: Parameters<typeof overlayOf>[0] = []
  let asked = 0
  let isTold = false

  const redraw = () => {
    const next = overlayOf(outgoing, lookedIn(doc))
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
    isTold = true
    if (into.ok) incoming.set(into.value)
    if (!from.ok || JSON.stringify(from.value) === JSON.stringify(outgoing)) return
    outgoing = from.value
    redraw()
  }
  const stopListening = bridge.subscribe((event) => {
    if (event.kind === 'references' && event.documents.includes(document)) void load()
  })
  const stopIgnored = onIgnored(doc, redraw)
  const stopChecks = onChecks(doc, redraw)
  redraw()
  // The host may have to read the whole library for it: the text is drawn first.
  const request = window.requestIdleCallback(() => void load(), { timeout: LONGEST_WAIT })

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
  const settleAt = async (
    { document: other, unit, text }: ReferenceRow['at'],
    as: 'ignored' | 'heeded' | 'checked',
  ) => {
    const answer = await bridge.ignoreReference({ document: other ?? document, unit, text, as })
    if (!answer.ok) notify({ tone: 'problem', text: answer.problem })
  }

  return {
    ...createBenchImpact({
      ...parts,
      incoming: { ...incoming, isTold: () => isTold, whenTold: load },
    }),
    incoming,
    overlay,
    card,
    follow,
    positionOf,
    showReference,
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
    ignore: (at, as) => void settleAt(at, as),
    endCheck: (at) => void settleAt(at, 'checked'),
    acceptCheck(reference) {
      const check = overlay.get().checkOf(reference)
      const rewrite = check && acceptedRewrite(reference, check)
      if (rewrite) parts.edit(rewriteEdits(view.state.doc, standingIn(view.state.doc, [rewrite])))
    },
    close() {
      window.cancelIdleCallback(request)
      stopListening()
      stopIgnored()
      stopChecks()
    },
  }
}

/** Where a reference leads; undefined: nowhere that is at hand. */
export function jumpOf(reference: ShownReference | undefined, overlay: Overlay): Jump | undefined {
  const target = reference?.targets.find(
    ({ act, unit }) =>
      (act === null && unit !== null) || (act !== null && overlay.titleOf(act) !== undefined),
  )
  return target && { document: target.act, unit: target.unit }
}

import type { EditorView } from 'prosemirror-view'
import type { Bridge, IncomingReference } from '#shared/bridge/contract.ts'
import { checkOf } from '#shared/citation/check.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { heirsOf, planRewrites } from '#shared/citation/rewrite.ts'
import { rewriteEdits, standingIn } from '#shared/citation/rewrite-edits.ts'
import type { UnitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { setCheck } from '#shared/sync/checks.ts'
import { ignoredIn } from '#shared/sync/ignored.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import { createStore, type Store, type WritableStore } from '../host/store.ts'
import type { ReferenceIndex } from '../panels/references/model.ts'
import { notify } from '../ui/toasts.tsx'
import {
  type CarryOptions,
  type Follows,
  type Impact,
  NO_IMPACT,
  type Planned,
  touchedCount,
  touchedHere,
  unitsConcerned,
  type WriteEdits,
} from './impact.ts'
import { plannedEdits } from './planned-edits.ts'
import { type RewrittenElsewhere, rewriteElsewhere } from './rewrite-elsewhere.ts'

/** What a bench does with edits that references depend on. */
export interface BenchImpact {
  readonly planned: WritableStore<Planned | undefined>
  /** Does edits at once when they touch no reference; else they wait in {@link planned}. */
  plan(edits: readonly UnitEdit[], caret: UnitId | undefined, write?: WriteEdits): Promise<void>
  /** Does what waits, or drops it. */
  settle(as: 'done' | 'dropped', options?: CarryOptions): Promise<RewrittenElsewhere> | undefined
  /** What edits would touch, in this draft and in others. */
  impactOf(edits: readonly UnitEdit[]): Promise<Impact>
  /** Does edits with what follows from them: here as one step that undo takes back, then in other drafts. */
  carryOut(
    edits: readonly UnitEdit[],
    impact: Follows,
    options?: CarryOptions,
  ): Promise<RewrittenElsewhere>
}

interface Parts {
  readonly bridge: Bridge
  readonly document: string
  readonly session: Pick<DraftSession, 'doc' | 'asks'>
  readonly view: EditorView
  readonly referencesRead: () => ReferenceIndex
  readonly incoming: Incoming
  readonly show: (unit: UnitId) => void
  readonly edit: (edits: readonly UnitEdit[]) => boolean
}

/** Who cites this act from others. */
export interface Incoming extends Store<readonly IncomingReference[]> {
  /** Whether the library has told it yet. */
  isTold(): boolean
  whenTold(): Promise<void>
}

const NONE: ReadonlySet<string> = new Set()

export function createBenchImpact(parts: Parts): BenchImpact {
  const { bridge, document, view, referencesRead, incoming } = parts
  const { doc } = parts.session
  const planned = createStore<Planned | undefined>(undefined)
  const impactOf = async (edits: readonly UnitEdit[]) => {
    if (!incoming.isTold()) await incoming.whenTold()
    const act = view.state.doc
    const after = applyEditsToAct(act, edits)
    if (!after.ok) return NO_IMPACT
    const concerned = unitsConcerned(act, edits)
    const heirs = heirsOf(edits)
    const references = referencesRead()
    const here = touchedHere(references, concerned, after.value)
    const { from, to } = references
    const isCiting = [...concerned].some((unit) => from.has(unit) || to.has(unit))
    const ignored = ignoredIn(doc)
    const rewrites = (isCiting ? planRewrites(act, after.value, { heirs }) : []).filter(
      ({ from: citing, citation }) => !ignored.has(ignoreKey({ from: citing, text: citation })),
    )
    const asked = plannedEdits(edits)
    // A citation of what is not there may come to name a unit that gets another number or place.
    const mayFind = asked.some(({ kind }) => kind !== 'remove' && kind !== 'setState')
    const isFound =
      mayFind && incoming.get().some(({ toUnit, status }) => toUnit === null && status === 'broken')
    // What no other draft can feel is done under the drafter's fingers.
    const isFelt = asked.length > 0 && (isFound || isCitedElsewhere(concerned))
    if (!isFelt) return { ...NO_IMPACT, here, rewrites }
    const answer = await bridge.impactOf({ document, edits: asked })
    if (!answer.ok) notify({ tone: 'problem', text: answer.problem })
    if (!answer.ok) return { ...NO_IMPACT, here, rewrites }
    const { touched, rewrites: drafts } = answer.value
    return { here, elsewhere: touched, rewrites, drafts }
  }
  const isCitedElsewhere = (units: ReadonlySet<string>) =>
    incoming.get().some(({ toUnit }) => toUnit !== null && units.has(toUnit))
  const carryOut: BenchImpact['carryOut'] = (edits, { rewrites, drafts }, options = {}) => {
    const { caret, leave = NONE, write = oneByOne(edits) } = options
    let standing = rewrites
    const done = write((act) => {
      standing = standingIn(act, rewrites)
      return rewriteEdits(act, standing)
    })
    if (!done) return rewriteElsewhere(bridge, document, [], leave)
    for (const rewrite of rewrites) {
      if (rewrite.kind !== 'check' && standing.includes(rewrite)) continue
      const key = ignoreKey({ from: rewrite.from, text: rewrite.citation })
      setCheck(doc, key, checkOf(rewrite, null), 'check')
    }
    if (caret !== undefined) parts.show(caret)
    return rewriteElsewhere(bridge, document, drafts, leave)
  }
  const oneByOne =
    (edits: readonly UnitEdit[]): WriteEdits =>
    (following) => {
      const after = applyEditsToAct(view.state.doc, edits)
      return parts.edit([...edits, ...(after.ok ? following(after.value) : [])])
    }
  const plan: BenchImpact['plan'] = async (edits, caret, write) => {
    const touched = await impactOf(edits)
    const isTouched = touchedCount(touched) > 0
    if (isTouched) planned.set({ edits, caret, write, ...touched })
    else void carryOut(edits, NO_IMPACT, { caret, write })
  }
  // Whatever nobody cites is done under the drafter's fingers; a key right after opening waits to be told.
  parts.session.asks = (edits, caret) => {
    const concerned = unitsConcerned(view.state.doc, edits)
    const { to } = referencesRead()
    const isCited = [...concerned].some((unit) => to.has(unit)) || isCitedElsewhere(concerned)
    if (!isCited && incoming.isTold()) return 'free'
    void plan(edits, caret)
    return 'taken'
  }

  return {
    planned,
    impactOf,
    carryOut,
    plan,
    settle(as, options) {
      const waiting = planned.get()
      planned.set(undefined)
      if (!waiting || as === 'dropped') return undefined
      const { edits, caret, write } = waiting
      return carryOut(edits, waiting, { ...options, caret, write })
    },
  }
}

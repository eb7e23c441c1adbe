import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { type Act, isUnit, type UnitId } from '#shared/schema/act.ts'
import type { Hint } from '#shared/sync/write-body.ts'
import { tablePlugin } from '../plugins/table-editing.ts'
import { blockAt } from '../queries/unit-at.ts'
import { draftKeys } from './keys.ts'
import { patchTo } from './patch.ts'
import type { BoundSession, CarriedChange } from './session.ts'

/** Calls back later; gives a function that forgets it. */
export type Later = (callback: () => void) => () => void

/**
 * What an editor of a draft needs: what was typed goes into the shared document (`later`, so that the
 * page shows it first), what others did comes out as least steps, keys do structural commands. The
 * state must hold `session.act`.
 */
export function draftPlugins(session: BoundSession, later: Later): readonly Plugin[] {
  return [bindingPlugin(session, later), draftKeys(session), tablePlugin(isShown)]
}

/** Changes of the editor's document that the shared document has not seen. */
interface Pending {
  readonly changes: readonly LocalChange[]
}

interface LocalChange {
  readonly before: Act
  readonly after: Act
  /** Where one run of inline content was replaced; `undefined` for any other change. */
  readonly at: number | undefined
}

const key = new PluginKey<Pending>('draft')
const NOTHING: Pending = { changes: [] }

/** Meta of transactions that show what the shared document says. */
const SHOWN = 'shown'

function isShown(tr: Transaction): boolean {
  return tr.getMeta(key) === SHOWN
}

/**
 * Brings editor and shared document together: writes the pending changes, then gives the transaction
 * that the editor still needs, if any.
 */
export function settle(session: BoundSession, state: EditorState): Transaction | undefined {
  const { changes } = key.getState(state) ?? NOTHING
  if (state.doc !== session.settled) session.carry(carried(changes))
  if (state.doc === session.act) return undefined
  if (state.doc.eq(session.act)) {
    session.adopt(state.doc)
    return undefined
  }
  const tr = patchTo(state.tr, session.act).setMeta(key, SHOWN).setMeta('addToHistory', false)
  session.adopt(tr.doc)
  return tr
}

/** Whether all that the shared document has not seen is words, which nothing on the page waits for. */
export function holdsWords(session: BoundSession, state: EditorState): boolean {
  const { changes } = key.getState(state) ?? NOTHING
  return state.doc !== session.settled && changes.every(({ at }) => at !== undefined)
}

function bindingPlugin(session: BoundSession, later: Later): Plugin<Pending> {
  return new Plugin<Pending>({
    key,
    state: {
      init: () => NOTHING,
      apply: (tr, pending) => {
        if (!tr.docChanged) return pending
        if (isShown(tr)) return NOTHING
        const earlier = tr.before === session.settled ? [] : pending.changes
        return { changes: [...earlier, ...localChanges(tr)] }
      },
    },
    filterTransaction: (tr) => !tr.docChanged || session.readOnly === null || isShown(tr),
    appendTransaction: (transactions, before, after) => {
      if (transactions.some(isShown)) return null
      return transactions.some(bringsUnits)
        ? identify(transactions, before, after, session.newId)
        : null
    },
    view: (view) => {
      const show = () => {
        const tr = settle(session, view.state)
        if (tr) view.dispatch(tr)
      }
      let isSettling = false
      let forgetLater: (() => void) | undefined
      const settleOnce = () => {
        forgetLater?.()
        forgetLater = undefined
        if (isSettling) return
        isSettling = true
        try {
          show()
        } finally {
          isSettling = false
        }
      }
      const forget = [session.subscribe(settleOnce), session.onGather(settleOnce)]
      settleOnce()
      return {
        update() {
          if (holdsWords(session, view.state)) forgetLater ??= later(settleOnce)
          else settleOnce()
        },
        destroy() {
          forgetLater?.()
          for (const stop of forget) stop()
        },
      }
    },
  })
}

function localChanges(tr: Transaction): readonly LocalChange[] {
  return tr.steps.map((step, index) => {
    const before = tr.docs[index] ?? tr.before
    const after = tr.docs[index + 1] ?? tr.doc
    const at: number[] = []
    let isInline = true
    step.getMap().forEach((from, to) => {
      at.push(from)
      isInline &&= isInOneText(before, from, to)
    })
    const isWords = isInline && at.length <= 1 && sliceUnits(step) === 0
    return { before, after, at: isWords ? (at[0] ?? 0) : undefined }
  })
}

function isInOneText(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  return $from.parent.inlineContent && to <= $from.end()
}

/** Step by step where only words changed, so that each is written where it was typed; else as a whole. */
function carried(changes: readonly LocalChange[]): readonly CarriedChange[] {
  const first = changes[0]
  const last = changes.at(-1)
  if (!first || !last) return []
  if (changes.some(({ at }) => at === undefined)) {
    return [{ before: first.before, after: last.after, options: {} }]
  }
  return changes.map(({ before, after, at }) => ({
    before,
    after,
    options: { hint: (unit) => hintAt(before, unit, at ?? 0) },
  }))
}

function hintAt(before: Act, unit: UnitId, at: number): Hint | undefined {
  const place = blockAt(before.resolve(at))
  return place?.unit === unit ? place : undefined
}

function bringsUnits(tr: Transaction): boolean {
  return tr.steps.some((step) => sliceUnits(step) > 0)
}

function sliceUnits(step: object): number {
  let units = 0
  const slice = 'slice' in step ? step.slice : undefined
  if (typeof slice !== 'object' || slice === null || !('content' in slice)) return 0
  const content = slice.content as Node['content']
  content.descendants((node) => {
    if (isUnit(node)) units++
    return units === 0
  })
  return units
}

/** Gives each copy of a unit an id of its own; the unit that stood before keeps its id. */
function identify(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: () => UnitId,
): Transaction | null {
  const places = unitPlaces(after.doc)
  const copies: number[] = []
  const old = unitPlaces(before.doc)
  for (const [id, positions] of places) {
    if (id === '') copies.push(...positions)
    else if (positions.length > 1) {
      const stood = mapped(transactions, old.get(id)?.[0])
      const keeper = positions.find((position) => position === stood) ?? positions[0]
      copies.push(...positions.filter((position) => position !== keeper))
    }
  }
  if (copies.length === 0) return null
  const { tr } = after
  for (const position of copies) {
    tr.setNodeAttribute(position, 'id', newId())
    tr.setNodeAttribute(position, 'state', 'draft')
  }
  return tr
}

function mapped(transactions: readonly Transaction[], position: number | undefined) {
  if (position === undefined) return undefined
  return transactions.reduce((at, tr) => tr.mapping.map(at), position)
}

function unitPlaces(doc: Node): Map<string, number[]> {
  const places = new Map<string, number[]>()
  doc.descendants((node, position) => {
    if (!isUnit(node)) return false
    const id = String(node.attrs['id'])
    const known = places.get(id)
    if (known) known.push(position)
    else places.set(id, [position])
    return true
  })
  return places
}

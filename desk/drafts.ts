import * as Y from 'yjs'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { draftState } from '#store/draft-state.ts'
import { baseBytes } from './acts.ts'
import type { DeskContext } from './context.ts'
import { standing, summaryOf } from './library.ts'
import { toldFrom } from './told-from.ts'
import type { Window } from './windows.ts'

/**
 * The draft of a document as it is kept; from now on the window hears of its updates. Nothing is read
 * out of it here: the window does that itself, and the text shows the sooner.
 */
export function openDocument(
  ctx: DeskContext,
  window: Window,
  { document }: Input<'openDocument'>,
): Result<Output<'openDocument'>> {
  const { db } = ctx.store
  ctx.references.opening()
  ctx.commits.flush()
  const found = standing(db, document)
  if (!found.ok) return found
  const base = baseBytes(db, found.value.key)
  if (!base.ok) return base
  const state = draftState(db, found.value.key)
  ctx.gates.forget(found.value.key)
  window.opened.add(document)
  ctx.shares.opened(document)
  const readOnly = ctx.shares.readOnly(document)
  const summary = summaryOf(found.value)
  return ok({ summary, state, readOnly, toldFrom: toldFrom(db, document) })
}

export function readBase(
  ctx: DeskContext,
  _: Window,
  { document }: Input<'readBase'>,
): Result<Output<'readBase'>> {
  const { db } = ctx.store
  const found = standing(db, document)
  if (!found.ok) return found
  const base = baseBytes(db, found.value.key)
  return base.ok ? ok({ act: base.value }) : base
}

/** Takes an update into the log; the answer comes when it is on disk. */
export function saveUpdate(
  ctx: DeskContext,
  window: Window,
  { document, update }: Input<'saveUpdate'>,
): Result<Output<'saveUpdate'>> | Promise<Result<Output<'saveUpdate'>>> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const { key } = found.value
  const refused =
    unreadable(update) ?? ctx.gates.refusal(found.value) ?? ctx.shares.refusal(document)
  if (refused) return fail(refused)
  return ctx.commits.save({
    document: key,
    bytes: update,
    origin: 'window',
    committed() {
      ctx.windows.tellOthers(window, document, { kind: 'update', document, update })
      ctx.compactor.grew(key, update.byteLength)
      ctx.references.changed()
    },
  })
}

/** Why bytes are no update: one unreadable update in a log would make the whole log unreadable. */
export function unreadable(update: Uint8Array): Problem | undefined {
  try {
    Y.decodeUpdate(update)
    return undefined
  } catch {
    return problem('desk/bad-update')
  }
}

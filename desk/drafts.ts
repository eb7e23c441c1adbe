import * as Y from 'yjs'
import type { Problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { draftState } from '#store/draft-state.ts'
import { baseBytes } from './acts.ts'
import type { DeskContext } from './context.ts'
import { standing, summaryOf } from './library.ts'
import { deskProblem } from './problems.ts'
import type { Window } from './windows.ts'

/** Base and draft of a document; from now on the window hears of its updates. */
export function openDocument(
  ctx: DeskContext,
  window: Window,
  { document }: Input<'openDocument'>,
): Result<Output<'openDocument'>> {
  const { db } = ctx.store
  ctx.commits.flush()
  const found = standing(db, document)
  if (!found.ok) return found
  const base = baseBytes(db, found.value.key)
  if (!base.ok) return base
  const state = draftState(db, found.value.key)
  const readOnly = ctx.gates.judge(found.value.key, state) ?? ctx.shares.readOnly(document)
  window.opened.add(document)
  ctx.shares.opened(document)
  return ok({ summary: summaryOf(found.value), base: base.value, state, readOnly })
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
  const refused = unreadable(update) ?? ctx.gates.refusal(key) ?? ctx.shares.refusal(document)
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

/** One unreadable update in a log would make the whole draft unreadable. */
function unreadable(update: Uint8Array): Problem | undefined {
  try {
    Y.decodeUpdate(update)
    return undefined
  } catch {
    return deskProblem('bad-update', 'The change is not in a form that Bapta can keep.')
  }
}

import { z } from 'zod'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { type Reader, transact, type Writer } from '#store/connection.ts'
import { partState } from '#store/parts.ts'
import { readSetting, writeSetting } from '#store/settings.ts'
import { saveBeside } from './beside-part.ts'
import type { DeskContext } from './context.ts'
import { unreadable } from './drafts.ts'
import { standing } from './library.ts'
import type { Window } from './windows.ts'

/** What is said of a draft, as it is kept, and what of it the person has read. */
export function openReview(
  { store: { db }, commits, shares }: DeskContext,
  { document }: Input<'openReview'>,
): Result<Output<'openReview'>> {
  commits.flush()
  const found = standing(db, document)
  if (!found.ok) return found
  return ok({
    state: new Uint8Array(partState(db, found.value.key, 'review')),
    readOnly: shares.readOnly(document, 'review'),
    seen: [...seenIn(db, document)],
  })
}

/** Takes an update of the comments into their log; the answer comes when it is on disk. */
export function saveReview(
  ctx: DeskContext,
  window: Window,
  { document, update }: Input<'saveReview'>,
): Result<Output<'saveReview'>> | Promise<Result<Output<'saveReview'>>> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const refused = unreadable(update) ?? ctx.shares.refusal(document, 'review')
  if (refused) return fail(refused)
  const written = { bytes: update, origin: 'window', from: window } as const
  return saveBeside(ctx, found.value, 'review', written)
}

export function seeComments(
  { store: { db }, windows }: DeskContext,
  window: Window,
  { document, comments }: Input<'seeComments'>,
): Result<void> {
  const found = standing(db, document)
  if (!found.ok) return found
  transact(db, () => keepSeen(db, document, comments))
  windows.tellOthers(window, document, { kind: 'seen', document, comments })
  return ok(undefined)
}

const kept = z.array(z.string())

function seenIn(db: Reader, document: string): ReadonlySet<string> {
  const read = kept.safeParse(readSetting(db, `seen ${document}`))
  return new Set(read.success ? read.data : [])
}

function keepSeen(db: Writer, document: string, comments: readonly string[]): void {
  writeSetting(db, `seen ${document}`, [...new Set([...seenIn(db, document), ...comments])])
}

import * as Y from 'yjs'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { formatOf } from '#shared/open/file-format.ts'
import { type OpenedAct, openFileSteps } from '#shared/open/open.ts'
import { anchorToUnit } from '#shared/review/anchor.ts'
import { actAttrs, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { justificationsIn } from '#shared/sync/justifications.ts'
import { partState } from '#store/parts.ts'
import { type DraftTexts, textsOf } from '../acts.ts'
import { saveBeside } from '../beside-part.ts'
import type { DeskContext } from '../context.ts'
import { standing } from '../library.ts'
import { inSlices } from '../turn.ts'
import { remarkPlaces, sameUnits } from './place-remarks.ts'
import { takeRemarks } from './take-remarks.ts'

/**
 * Takes the comments of a Word file of a draft, as a reviewer sent it back, among the threads of the
 * draft. Its text is not taken: what it changes is read as a draft of its own.
 */
export async function takeWordComments(
  ctx: DeskContext,
  { document, ...file }: Input<'takeWordComments'>,
): Promise<Result<Output<'takeWordComments'>>> {
  const { store, commits, now } = ctx
  const found = standing(store.db, document)
  if (!found.ok) return found
  const refused = ctx.shares.refusal(document, 'review')
  if (refused) return fail(refused)
  const format = formatOf(file)
  if (!format.ok) return format
  if (format.value !== 'docx') return fail(notWord(file.name))
  commits.flush()
  const own = textsOf(store.db, found.value.key)
  if (!own.ok) return own
  const opened = await inSlices(openFileSteps(file, optionsFor(ctx, own.value)), STANDS)
  if (!opened?.ok) return opened ?? fail(notWord(file.name))
  const [act] = opened.value.acts
  commits.flush()
  const placed = placedIn(own.value, act)
  const review = new Y.Doc()
  Y.applyUpdate(review, partState(store.db, found.value.key, 'review'))
  const before = Y.encodeStateVector(review)
  const taken = takeRemarks(review, placed, { at: now() })
  if (taken.threads + taken.answers + taken.resolved === 0) return ok(taken)
  const bytes = new Uint8Array(Y.encodeStateAsUpdate(review, before))
  // As a window's own: a server that shares the draft must get it too.
  const saved = await saveBeside(ctx, found.value, 'review', { bytes, origin: 'window' })
  return saved.ok ? ok(taken) : saved
}

/** Nobody stops it. */
const STANDS = new AbortController().signal

/** A file of the draft is read as the draft is drafted. */
function optionsFor({ newId }: DeskContext, { base }: DraftTexts) {
  const { language, tradition, profile } = actAttrs(base)
  return { newId, wish: { language, tradition, profile } }
}

function placedIn({ base, draft, doc }: DraftTexts, act: OpenedAct | undefined) {
  if (!act) return []
  const placeOf = remarkPlaces(doc, act, sameUnits(act, { base, draft }))
  const [first] = unitsOf(draft)
  const justified = justificationsIn(doc)
  return (act.remarks ?? []).flatMap((remark) => {
    const anchor = placeOf(remark) ?? (first && anchorToUnit(unitAttrs(first).id))
    // A justification went out as a comment, and stands in the draft as what it is.
    if (!anchor || isJustification(remark, justified.get(anchor.unit))) return []
    return [{ anchor, remark }]
  })
}

function isJustification({ comments }: Remark, justification: string | undefined): boolean {
  const [only, answer] = comments
  return justification !== undefined && !answer && only?.words.trim() === justification.trim()
}

function notWord(name: string) {
  return problem('desk/not-word', { name })
}

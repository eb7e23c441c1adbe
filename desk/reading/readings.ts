import * as Y from 'yjs'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { anchorToUnit } from '#shared/review/anchor.ts'
import { type Act, actAttrs, type UnitId, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { remarkPlaces } from '../comments/place-remarks.ts'
import { takeRemarks } from '../comments/take-remarks.ts'
import type { DeskContext } from '../context.ts'
import { failed } from '../jobs.ts'
import type { Window } from '../windows.ts'
import { importFile, isCarried, keepDocuments } from './import-file.ts'
import { type PreparedDocument, prepared } from './prepared.ts'
import { readFile } from './read-file.ts'

/** Starts the job that reads a file and holds what it read for the window. */
export function holdReading(
  ctx: DeskContext,
  window: Window,
  { wish, ...file }: Input<'readFile'>,
): Result<Output<'readFile'>> {
  if (isCarried(file)) return ok({ job: ctx.jobs.start(importFile(ctx, file), window.events.emit) })
  const job = ctx.jobs.start(
    async (signal, progress) => {
      const read = await readFile(file, { newId: ctx.newId, wish, at: ctx.now(), signal, progress })
      if (!read) return undefined
      if (!read.ok) return failed(read.problem)
      window.readings.set(job, { name: file.name, read: read.value })
      const { documents, problems, profile, format } = read.value
      const units = documents.reduce((sum, document) => sum + document.units, 0)
      return { kind: 'read', units, problems: [...problems], profile, format }
    },
    window.events.emit,
    window.left.signal,
  )
  return ok({ job })
}

export function showReading(
  _: DeskContext,
  window: Window,
  { job }: Input<'showReading'>,
): Result<Output<'showReading'>> {
  const reading = window.readings.get(job)
  if (!reading) return fail(noReading())
  const { documents, source } = reading.read
  const acts = documents.map(({ title, base, proposed }) => ({
    title,
    act: new Uint8Array(base),
    proposes: proposed !== undefined,
  }))
  return ok({ acts, source: source === undefined || source.length > MOST_SHOWN ? null : source })
}

/** Characters of a source that are worth sending to be looked at. */
const MOST_SHOWN = 20_000_000

export function keepReading(
  ctx: DeskContext,
  window: Window,
  { job, corrections }: Input<'keepReading'>,
): Result<Output<'keepReading'>> {
  const reading = window.readings.get(job)
  if (!reading) return fail(noReading())
  const documents: PreparedDocument[] = []
  for (const [place, document] of reading.read.documents.entries()) {
    const correction = corrections.find((one) => one.place === place)
    const provenance = { source: reading.name, at: ctx.now() }
    const kept = correction ? corrected(document, correction, provenance) : ok(document)
    if (!kept.ok) return kept
    documents.push(kept.value)
  }
  const kept = keepDocuments(ctx, reading.name, documents)
  if (!kept.ok) return kept
  window.readings.delete(job)
  return ok({ document: kept.value })
}

export function dropReading(
  _: DeskContext,
  window: Window,
  { job }: Input<'dropReading'>,
): Result<Output<'dropReading'>> {
  return window.readings.delete(job) ? ok(undefined) : fail(noReading())
}

type Correction = Input<'keepReading'>['corrections'][number]

function corrected(
  document: PreparedDocument,
  { title, act }: Correction,
  provenance: { readonly source: string; readonly at: number },
): Result<PreparedDocument> {
  const titled = (one: PreparedDocument) => ok({ ...one, title: title?.trim() || one.title })
  if (!act) return titled(document)
  const read = actIn(act)
  if (document.proposed || !read || actAttrs(read).id !== document.id)
    return fail(problem('desk/bad-correction'))
  const { remarks } = document
  const again = prepared({ act: read, draft: undefined }, provenance)
  return titled({
    ...again,
    remarks,
    review: correctedReview(document, again, read, provenance.at),
  })
}

/** What was said of the text as it was read, at its places in the corrected one. */
function correctedReview(
  { base, remarks }: PreparedDocument,
  { seed }: PreparedDocument,
  corrected: Act,
  at: number,
): Uint8Array | undefined {
  const read = actIn(base)
  if (!read || remarks.length === 0) return undefined
  const draft = new Y.Doc({ gc: false })
  Y.applyUpdate(draft, seed)
  const same = new Map<UnitId, UnitId>()
  walkUnits(corrected, (unit) => same.set(unitAttrs(unit).id, unitAttrs(unit).id))
  const placeOf = remarkPlaces(draft, { act: read }, same)
  const review = new Y.Doc()
  const placed = remarks.map((remark) => ({
    anchor: placeOf(remark) ?? anchorToUnit(remark.unit),
    remark,
  }))
  takeRemarks(review, placed, { at })
  return Y.encodeStateAsUpdate(review)
}

function actIn(bytes: Uint8Array): Act | undefined {
  try {
    const act = schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(bytes)))
    act.check()
    return act.type === schema.nodes.act ? act : undefined
  } catch {
    return undefined
  }
}

function noReading() {
  return problem('desk/no-reading')
}

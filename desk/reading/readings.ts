import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { type Act, actAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { DeskContext } from '../context.ts'
import { failed } from '../jobs.ts'
import { deskProblem } from '../problems.ts'
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
      const read = await readFile(file, { newId: ctx.newId, wish, signal, progress })
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
    const kept = correction ? corrected(document, correction, reading.name) : ok(document)
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
  source: string,
): Result<PreparedDocument> {
  const titled = (one: PreparedDocument) => ok({ ...one, title: title?.trim() || one.title })
  if (!act) return titled(document)
  const read = actIn(act)
  if (document.proposed || !read || actAttrs(read).id !== document.id)
    return fail(deskProblem('bad-correction', 'The corrected text is not one of what was read.'))
  return titled(prepared({ act: read, draft: undefined }, source))
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
  return deskProblem(
    'no-reading',
    'What was read of this file is not held any more: import it again.',
  )
}

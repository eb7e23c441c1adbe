import { randomUUID } from 'node:crypto'
import { lawAkn } from '#shared/akn/law/write-law.ts'
import type { Difference } from '#shared/amend/differences.ts'
import { amendingLawAct } from '#shared/amend/law-act.ts'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input } from '#shared/bridge/contract.ts'
import { type ComparativeTable, comparativeTable } from '#shared/compare/table.ts'
import { compareSteps } from '#shared/diff/compare.ts'
import { withoutFollowingNumbers } from '#shared/diff/following-numbers.ts'
import type { Redline } from '#shared/diff/redline.ts'
import { signRedline } from '#shared/diff/sign.ts'
import { toldAs } from '#shared/diff/telling.ts'
import { aboutAct, type ExportAbout } from '#shared/export/about.ts'
import { docxCleanSteps, docxRedlineSteps, docxTableSteps } from '#shared/export/docx/docx.ts'
import { htmlClean, htmlRedlineSteps } from '#shared/export/html/html.ts'
import { printClean, printRedline } from '#shared/export/print/print.ts'
import type { PrintDocument } from '#shared/export/print/print-document.ts'
import { printTable } from '#shared/export/print/table.ts'
import { tableCsv } from '#shared/export/table/csv.ts'
import { tableHtml } from '#shared/export/table/html.ts'
import { textClean } from '#shared/export/text.ts'
import { type Act, isLanguage, unitId } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import type { ListedDocument } from '#store/documents.ts'
import { draftDoc, justificationsOf, textsOf } from '../acts.ts'
import { aknSteps } from '../akn-text.ts'
import { derivedLaw } from '../amending/amending-law.ts'
import type { DerivedAnswer } from '../amending/order.ts'
import { authorsOf } from '../authors.ts'
import { exportCarried } from '../carried/export-carried.ts'
import { remarksOf } from '../comments/remarks-of.ts'
import type { DeskContext } from '../context.ts'
import type { JobOptions } from '../jobs.ts'
import { printPdf } from '../print/print-pdf.ts'
import { inSlices } from '../turn.ts'
import { textsBetween } from '../versions.ts'
import { expressionDocuments, markedDocument, oneDocument } from './akn-redline.ts'
import { checkedBytes, type UncheckedAkn } from './check-akn.ts'
import type { Format } from './file-name.ts'

type Asked = Input<'exportDocument'>
type By = Pick<ExportAbout, 'author' | 'date'>

/** How far an export is: its texts are read, compared, written, and set as pages. */
const STAGES = { read: 1, compared: 2, written: 3, set: 4 } as const
type Stage = (typeof STAGES)[keyof typeof STAGES]

/** Pages wait to be set and documents to be checked; all else is the file. */
type Written = Uint8Array | (() => PrintDocument) | UncheckedAkn
type Steps<T> = Generator<Stage | undefined, T>

/** The bytes of a file that was asked for. Undefined: stopped by the signal. */
export async function fileBytes(
  ctx: DeskContext,
  document: ListedDocument,
  asked: Asked,
  { signal, progress }: JobOptions,
): Promise<Result<Uint8Array> | undefined> {
  if (asked.form === 'carry') return exportCarried(ctx, document)
  const tell = (stage: Stage | undefined) => {
    if (stage !== undefined) progress(stage, STAGES.set)
  }
  const by = { author: ctx.author, date: new Date(ctx.now()).toISOString() }
  const steps = await stepsFor(ctx, document, asked, { by, signal })
  if (!steps.ok) return steps
  const written = await inSlices(steps.value, signal, tell)
  if (!written?.ok) return written
  if (written.value instanceof Uint8Array) return ok(written.value)
  if (typeof written.value !== 'function') return checkedBytes(written.value, signal)
  const { standard } = asked
  return printPdf(written.value, { standard, signal, onBegun: () => tell(STAGES.written) })
}

async function stepsFor(
  ctx: DeskContext,
  document: ListedDocument,
  asked: Asked,
  { by, signal }: { readonly by: By; readonly signal: AbortSignal },
): Promise<Result<Steps<Result<Written>>>> {
  if (asked.form !== 'law') return ok(draftSteps(ctx, document, asked, by))
  const spoken = asked.language ?? (isLanguage(document.language) ? document.language : 'en')
  const wanted = { document: document.id, language: spoken, proof: 'whole' } as const
  const derived = await derivedLaw(ctx, wanted, signal)
  if (!derived.ok) return derived
  const { holds, differences } = derived.value
  // A law without proof is not written: it would not say what the draft says.
  if (!holds) return fail(unproved(differences))
  return ok(lawSteps(ctx, document, derived.value, { by, format: asked.format }))
}

function* lawSteps(
  ctx: DeskContext,
  { key }: ListedDocument,
  { law, title }: DerivedAnswer,
  { by, format }: { readonly by: By; readonly format: Format },
): Steps<Result<Written>> {
  yield STAGES.compared
  const newId = () => unitId(randomUUID())
  if (format === 'xml') {
    const texts = textsOf(ctx.store.db, key)
    if (!texts.ok) return texts
    const akn = lawAkn(law, { base: texts.value.base, newId })
    yield
    return ok(yield* oneDocument(aknSteps(akn.act, akn.options)))
  }
  const act = amendingLawAct(law, newId)
  return ok(yield* cleanSteps(act, { ...aboutAct(act, by), title }, { format, remarks: [] }))
}

function unproved(differences: readonly Difference[]) {
  const [first] = differences
  return first ? problem('desk/unproved:in', { place: first.at }) : problem('desk/unproved')
}

function* draftSteps(
  { store: { db } }: DeskContext,
  { key, title }: ListedDocument,
  { form, format, between, telling, comments = [] }: Asked,
  by: By,
): Steps<Result<Written>> {
  if (telling?.following === 'unmarked' && !isForReading(format)) return fail(notExact())
  const texts = between ? textsBetween(db, key, between) : textsOf(db, key)
  if (!texts.ok) return texts
  yield STAGES.read
  const { base, draft } = texts.value
  const about = { ...aboutAct(draft, by), title }
  // What was said is of the draft as it stands, and of no version before it.
  const isOfDraft = !between || between.to === 'draft'
  const said = isOfDraft && format === 'docx' ? comments : []
  const place = { db, document: key }
  const remarks =
    said.length === 0 ? [] : remarksOf({ ...place, draft: draftDoc(db, key) }, said, by)
  if (form === 'table') {
    const table = comparativeTable(base, draft, { justifications: justificationsOf(db, key) })
    yield STAGES.compared
    return ok(yield* tableSteps(table, about, format))
  }
  if (form === 'redline') {
    const redline = yield* compareSteps(base, draft)
    yield STAGES.compared
    const authors = authorsOf(db, key, by, between)
    const signed = authors ? signRedline(redline, authors) : redline
    yield
    const full = telling ? toldAs(signed, telling) : signed
    const told = telling?.following === 'unmarked' ? withoutFollowingNumbers(full) : full
    if (format === 'xml') return ok(yield* markedDocument({ redline: told, base, draft }))
    if (format === 'zip')
      return ok(yield* expressionDocuments({ redline: told, base, draft }, about))
    return ok(yield* redlineSteps(told, about, { format, remarks }))
  }
  yield STAGES.compared
  if (format === 'xml') return ok(yield* oneDocument(aknSteps(draft, { base })))
  return ok(yield* cleanSteps(draft, about, { format, remarks }))
}

/** Whether a redline of the format is for the eye alone, and not to get both texts back from. */
function isForReading(format: Format): boolean {
  return format === 'html' || format === 'pdf'
}

function notExact() {
  return problem('desk/no-such-export:numbers')
}

interface Told {
  readonly format: Format
  readonly remarks: readonly Remark[]
}

function* redlineSteps(
  redline: Redline,
  about: ExportAbout,
  { format, remarks }: Told,
): Steps<Written> {
  if (format === 'docx') return yield* docxRedlineSteps(redline, about, remarks)
  if (format === 'pdf') return () => printRedline(redline, about)
  return utf8(yield* htmlRedlineSteps(redline, about))
}

function* cleanSteps(act: Act, about: ExportAbout, { format, remarks }: Told): Steps<Written> {
  if (format === 'docx') return yield* docxCleanSteps(act, about, remarks)
  if (format === 'pdf') return () => printClean(act, about)
  return utf8(format === 'html' ? htmlClean(act, about) : textClean(act))
}

function* tableSteps(table: ComparativeTable, about: ExportAbout, format: Format): Steps<Written> {
  if (format === 'docx') return yield* docxTableSteps(table, about)
  if (format === 'pdf') return () => printTable(table, about)
  return utf8(format === 'html' ? tableHtml(table, about) : tableCsv(table))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

import { randomUUID } from 'node:crypto'
import { lawAkn } from '#shared/akn/law/write-law.ts'
import type { WriteAknOptions } from '#shared/akn/write.ts'
import type { Difference } from '#shared/amend/differences.ts'
import { amendingLawAct } from '#shared/amend/law-act.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { type ComparativeTable, comparativeTable } from '#shared/compare/table.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { Redline } from '#shared/diff/redline.ts'
import { signRedline } from '#shared/diff/sign.ts'
import { toldAs } from '#shared/diff/telling.ts'
import { aboutAct, type ExportAbout } from '#shared/export/about.ts'
import { docxClean, docxRedline, docxTable } from '#shared/export/docx/docx.ts'
import { htmlClean, htmlRedline } from '#shared/export/html/html.ts'
import { printClean, printRedline } from '#shared/export/print/print.ts'
import { printTable } from '#shared/export/print/table.ts'
import type { Remark } from '#shared/export/remark.ts'
import { tableCsv } from '#shared/export/table/csv.ts'
import { tableHtml } from '#shared/export/table/html.ts'
import { textClean } from '#shared/export/text.ts'
import { type Act, isLanguage, unitId } from '#shared/schema/act.ts'
import { ownBytes } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftDoc, justificationsOf, textsOf } from './acts.ts'
import { aknFile } from './akn-export.ts'
import { derivedLaw } from './amending/amending-law.ts'
import { authorsOf } from './authors.ts'
import { exportCarried } from './carried/export-carried.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import { printPdf } from './print/print-pdf.ts'
import { deskProblem } from './problems.ts'
import { remarksOf } from './remarks.ts'
import { textsBetween } from './versions.ts'

type Form = Input<'exportDocument'>['form']
type Format = Input<'exportDocument'>['format']

const MIME: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/akn+xml; charset=utf-8',
  bapta: 'application/vnd.bapta+zip',
}

/** Which formats each form is written in. */
const FORMATS: Readonly<Record<Form, readonly Format[]>> = {
  redline: ['docx', 'html', 'pdf'],
  clean: ['docx', 'html', 'pdf', 'txt', 'xml'],
  law: ['docx', 'html', 'pdf', 'txt', 'xml'],
  table: ['docx', 'html', 'pdf', 'csv'],
  carry: ['bapta'],
}

/** The draft as a file: against the law in force, alone, or as the law that makes it. */
export async function exportDocument(
  ctx: DeskContext,
  input: Input<'exportDocument'>,
): Promise<Result<Output<'exportDocument'>>> {
  const { document, form, format } = input
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  if (!FORMATS[form].includes(format))
    return fail(
      deskProblem(
        'no-such-export',
        `This cannot be written as .${format}: choose one of ${FORMATS[form].join(', ')}.`,
      ),
    )
  if (form === 'law' && input.between)
    return fail(
      deskProblem(
        'no-such-export',
        'An amending law is written from the law in force to the draft; compare versions as a redline or table.',
      ),
    )
  const by = { author: ctx.author, date: new Date(ctx.now()).toISOString() }
  const { title, key } = found.value
  const bytes =
    form === 'law'
      ? await lawBytes(ctx, input, by)
      : form === 'carry'
        ? await exportCarried(ctx, found.value)
        : await draftBytes(ctx, { key, title }, input, by)
  if (!bytes.ok) return bytes
  return ok({
    name: fileName(title, form, format),
    mime: MIME[format],
    bytes: ownBytes(bytes.value),
  })
}

type By = Pick<ExportAbout, 'author' | 'date'>

/** A law without proof is not written: it would not say what the draft says. */
async function lawBytes(
  ctx: DeskContext,
  { document, format, language }: Input<'exportDocument'>,
  by: By,
): Promise<Result<Uint8Array>> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const spoken = language ?? (isLanguage(found.value.language) ? found.value.language : 'en')
  const derived = await derivedLaw(ctx, { document, language: spoken, proof: 'whole' })
  if (!derived.ok) return derived
  const { holds, differences, law, title } = derived.value
  if (!holds) return fail(unproved(differences))
  const newId = () => unitId(randomUUID())
  if (format === 'xml') {
    const texts = textsOf(ctx.store.db, found.value.key)
    if (!texts.ok) return texts
    const akn = lawAkn(law, { base: texts.value.base, newId })
    return aknBytes(akn.act, akn.options)
  }
  const act = amendingLawAct(law, newId)
  return cleanBytes(act, { ...aboutAct(act, by), title }, { format, remarks: [] })
}

function aknBytes(act: Act, options: WriteAknOptions): Result<Uint8Array> {
  const file = aknFile(act, options)
  return file.ok ? ok(utf8(file.value.text)) : file
}

function unproved(differences: readonly Difference[]) {
  const [first] = differences
  const place = first ? ` The first difference is in ${first.at}.` : ''
  return deskProblem(
    'unproved',
    `The amending law could not be proved to give the draft, so it is not written.${place}`,
  )
}

async function draftBytes(
  ctx: DeskContext,
  { key, title }: { readonly key: DocumentKey; readonly title: string },
  { form, format, between, telling, comments = [] }: Input<'exportDocument'>,
  by: By,
): Promise<Result<Uint8Array>> {
  const texts = between ? textsBetween(ctx.store.db, key, between) : textsOf(ctx.store.db, key)
  if (!texts.ok) return texts
  const { base, draft } = texts.value
  const about = { ...aboutAct(draft, by), title }
  // What was said is of the draft as it stands, and of no version before it.
  const isOfDraft = !between || between.to === 'draft'
  const asked = isOfDraft && format === 'docx' ? comments : []
  const place = { db: ctx.store.db, document: key }
  const remarks =
    asked.length === 0 ? [] : remarksOf({ ...place, draft: draftDoc(ctx.store.db, key) }, asked, by)
  if (form === 'table') {
    const justifications = justificationsOf(ctx.store.db, key)
    return tableBytes(comparativeTable(base, draft, { justifications }), about, format)
  }
  if (form === 'redline') {
    const redline = compareActs(base, draft)
    const authors = authorsOf(ctx.store.db, key, by, between)
    const signed = authors ? signRedline(redline, authors) : redline
    return redlineBytes(telling ? toldAs(signed, telling) : signed, about, { format, remarks })
  }
  if (format === 'xml') return aknBytes(draft, { base })
  return cleanBytes(draft, about, { format, remarks })
}

interface Told {
  readonly format: Format
  readonly remarks: readonly Remark[]
}

async function redlineBytes(
  redline: Redline,
  about: ExportAbout,
  { format, remarks }: Told,
): Promise<Result<Uint8Array>> {
  if (format === 'docx') return ok(docxRedline(redline, about, remarks))
  if (format === 'pdf') return printPdf(printRedline(redline, about))
  return ok(utf8(htmlRedline(redline, about)))
}

async function cleanBytes(
  act: Act,
  about: ExportAbout,
  { format, remarks }: Told,
): Promise<Result<Uint8Array>> {
  if (format === 'docx') return ok(docxClean(act, about, remarks))
  if (format === 'pdf') return printPdf(printClean(act, about))
  return ok(utf8(format === 'html' ? htmlClean(act, about) : textClean(act)))
}

async function tableBytes(
  table: ComparativeTable,
  about: ExportAbout,
  format: Format,
): Promise<Result<Uint8Array>> {
  if (format === 'docx') return ok(docxTable(table, about))
  if (format === 'pdf') return printPdf(printTable(table, about))
  return ok(utf8(format === 'html' ? tableHtml(table, about) : tableCsv(table)))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** UTF-8 bytes of a title in a file name: file systems take 255, and a form and an ending follow. */
const LONGEST_NAME = 180

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

const SUFFIXES: Readonly<Record<Form, string>> = {
  redline: ' (redline)',
  clean: '',
  law: ' (amending law)',
  table: ' (comparative table)',
  carry: '',
}

/** A name that Windows, macOS and Linux take: `Title (redline).docx`. */
export function fileName(title: string, form: Form, format: Format): string {
  const plain = [
    ...title
      .normalize('NFC')
      .replaceAll(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, ' ')
      .trim(),
  ]
  let kept = ''
  for (const character of plain) {
    if (utf8(kept + character).byteLength > LONGEST_NAME) break
    kept += character
  }
  const stem = kept.replace(/^[. ]+/, '').replace(/[. ]+$/, '')
  const safe = stem === '' || DEVICE.test(stem) ? `Bapta ${stem}`.trim() : stem
  return `${safe}${SUFFIXES[form]}.${format}`
}

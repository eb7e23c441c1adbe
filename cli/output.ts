import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type PdfStandard, printPdf } from '#desk/print/print-pdf.ts'
import { present } from '#shared/base/assert.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { aboutAct } from '#shared/export/about.ts'
import type { PrintDocument } from '#shared/export/print/print-document.ts'
import type { Act } from '#shared/schema/act.ts'
import { reasonOf } from './input.ts'
import { unreadable, wrongUsage } from './refusal.ts'

/** The extension of `file` if it is one of `written`; a refusal says which are. */
export function formatOf<F extends string>(file: string, written: readonly F[]): F {
  const extension = path.extname(file).toLowerCase()
  const format = written.find((one) => one === extension)
  if (format !== undefined) return format
  const known = written.join(', ')
  throw wrongUsage(`“${file}” does not end in one of ${known}.`)
}

/** Options of every command that writes a PDF. */
export const PDF_OPTIONS = { 'pdf-a': { type: 'boolean' } } as const

/** PDF/A-2a where `--pdf-a` asks for it; a refusal where the file is no PDF. */
export function standardFor(
  format: string,
  values: { readonly 'pdf-a'?: boolean | undefined },
): PdfStandard {
  if (!values['pdf-a']) return 'ua-1'
  if (format !== '.pdf') throw wrongUsage(`--pdf-a is for a file that ends in .pdf, not ${format}.`)
  return 'a-2a'
}

/** The document as a PDF; a refusal where it cannot be made. */
export async function pdfOf(
  makeDocument: () => PrintDocument,
  standard: PdfStandard,
): Promise<Uint8Array> {
  const printed = present(await printPdf(makeDocument, { standard }), 'nothing stops this print')
  if (!printed.ok) throw unreadable(printed.problem.message)
  return printed.value
}

export function writeOutput(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
  } catch (fault) {
    throw unreadable(`“${file}” cannot be written: ${reasonOf(fault)}`)
  }
}

/** What an exported file says of itself; the date is now unless the person gives one. */
export function aboutFor(
  act: Act,
  { author, date }: { author?: string | undefined; date?: string | undefined },
): ExportAbout {
  if (date !== undefined && Number.isNaN(Date.parse(date)))
    throw wrongUsage(`--date is an ISO date such as 2026-11-24T08:00:00Z, not “${date}”.`)
  const when = date === undefined ? new Date() : new Date(date)
  return aboutAct(act, { author: author ?? 'Bapta', date: when.toISOString() })
}

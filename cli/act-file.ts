import type { PdfStandard } from '#desk/print/print-pdf.ts'
import type { WriteAknOptions } from '#shared/akn/write.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { docxClean } from '#shared/export/docx/docx.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { printClean } from '#shared/export/print/print.ts'
import { textClean } from '#shared/export/text.ts'
import type { Act } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import type { Output } from './command.ts'
import { pdfOf, writeOutput } from './output.ts'
import { DONE, PROBLEMS, unreadable } from './refusal.ts'

/** The formats that an act is written in, by the ending of the file. */
export const ACT_FORMATS = ['.txt', '.docx', '.html', '.pdf', '.xml'] as const

export type ActFormat = (typeof ACT_FORMATS)[number]

interface ActFileOptions {
  readonly format: ActFormat
  readonly about: ExportAbout
  /** Of a PDF. */
  readonly standard: PdfStandard
  /** What is known of the act for Akoma Ntoso. */
  readonly akn?: WriteAknOptions | undefined
  /** What people said, where the format shows it. */
  readonly remarks?: readonly Remark[]
}

/** Writes an act to a file; the answer is the code that the command ends with. */
export async function writeActFile(
  file: string,
  act: Act,
  { format, about, standard, akn = {}, remarks = [] }: ActFileOptions,
  io: Output,
): Promise<number> {
  switch (format) {
    case '.txt':
      writeOutput(file, textClean(act))
      return DONE
    case '.docx':
      writeOutput(file, docxClean(act, about, remarks))
      return DONE
    case '.html':
      writeOutput(file, htmlClean(act, about))
      return DONE
    case '.pdf':
      writeOutput(file, await pdfOf(() => printClean(act, about), standard))
      return DONE
    case '.xml':
      return writeAknFile(file, act, akn, io)
  }
}

/**
 * Akoma Ntoso, whose validator is loaded where it is needed; a document of others is written as it
 * came, and what is wrong in it is told.
 */
async function writeAknFile(
  file: string,
  act: Act,
  akn: WriteAknOptions,
  io: Output,
): Promise<number> {
  const { aknFile } = await import('#desk/akn-export.ts')
  const made = aknFile(act, akn)
  if (!made.ok) throw unreadable(made.problem.message)
  const { text, problems } = made.value
  writeOutput(file, text)
  const [first] = problems
  if (!first) return DONE
  io.tell(`${file}: ${first.message}`)
  return PROBLEMS
}

import type { PdfStandard } from '#desk/print/print-pdf.ts'
import { type ComparativeTable, comparativeTable } from '#shared/compare/table.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { docxTable } from '#shared/export/docx/docx.ts'
import { printTable } from '#shared/export/print/table.ts'
import { tableCsv } from '#shared/export/table/csv.ts'
import { tableHtml } from '#shared/export/table/html.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { tableWordsFor } from '#shared/tradition/table-words.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readPair } from './input.ts'
import { aboutFor, formatOf, PDF_OPTIONS, pdfOf, standardFor, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'
import { wrongUsage } from './refusal.ts'

const FORMATS = ['.docx', '.html', '.pdf', '.csv'] as const
type Format = (typeof FORMATS)[number]

export const table: Command = {
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      out: { type: 'string' },
      layout: { type: 'string' },
      bill: { type: 'string' },
      author: { type: 'string' },
      date: { type: 'string' },
      ...PDF_OPTIONS,
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [baseFile = '', draftFile = ''] = filesOf(positionals, 'BASE', 'DRAFT')
    if (values.out === undefined) throw wrongUsage('--out FILE is missing.')
    const format = formatOf(values.out, FORMATS)
    const standard = standardFor(format, values)
    const { base, draft } = readPair(baseFile, draftFile, values)
    const { layouts } = tableWordsFor(profileOf(draft.act))
    const ids = layouts.map(({ id }) => id)
    if (values.layout !== undefined && !ids.includes(values.layout))
      throw wrongUsage(`--layout is one of ${ids.join(', ')}, not “${values.layout}”.`)
    const compared = comparativeTable(base.act, draft.act, values)
    const about = aboutFor(draft.act, values)
    writeOutput(values.out, await written(compared, about, { format, standard }))
    return Math.max(tellReading(baseFile, base, io), tellReading(draftFile, draft, io))
  },
}

async function written(
  compared: ComparativeTable,
  about: ExportAbout,
  { format, standard }: { readonly format: Format; readonly standard: PdfStandard },
): Promise<string | Uint8Array> {
  switch (format) {
    case '.docx':
      return docxTable(compared, about)
    case '.html':
      return tableHtml(compared, about)
    case '.pdf':
      return pdfOf(() => printTable(compared, about), standard)
    case '.csv':
      return tableCsv(compared)
  }
}

import { compareActs } from '#shared/diff/compare.ts'
import type { Redline } from '#shared/diff/redline.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { htmlRedline } from '#shared/export/html/html.ts'
import { printRedline } from '#shared/export/print/print.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readPair, readTracked } from './input.ts'
import { aboutFor, formatOf, pdfOf, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'
import { wrongUsage } from './refusal.ts'

export const redline: Command = {
  usage: 'BASE [DRAFT] --out FILE(.docx|.html|.pdf) [--author NAME] [--date ISO]',
  gives:
    'DRAFT with all its changes against BASE marked; both from the tracked changes of one Word file',
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      out: { type: 'string' },
      author: { type: 'string' },
      date: { type: 'string' },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const tracked = positionals.length === 1 ? positionals[0] : undefined
    const [baseFile = '', draftFile = ''] =
      tracked === undefined ? filesOf(positionals, 'BASE', 'DRAFT') : [tracked, tracked]
    if (values.out === undefined) throw wrongUsage('--out FILE is missing.')
    const format = formatOf(values.out, ['.docx', '.html', '.pdf'])
    const { base, draft } =
      tracked === undefined ? readPair(baseFile, draftFile, values) : readTracked(tracked, values)
    const about = aboutFor(draft.act, values)
    const compared = compareActs(base.act, draft.act)
    writeOutput(values.out, await written(compared, about, format))
    if (tracked !== undefined) return tellReading(tracked, draft, io)
    return Math.max(tellReading(baseFile, base, io), tellReading(draftFile, draft, io))
  },
}

async function written(
  redline: Redline,
  about: ExportAbout,
  format: '.docx' | '.html' | '.pdf',
): Promise<string | Uint8Array> {
  switch (format) {
    case '.docx':
      return docxRedline(redline, about)
    case '.html':
      return htmlRedline(redline, about)
    case '.pdf':
      return pdfOf(printRedline(redline, about))
  }
}

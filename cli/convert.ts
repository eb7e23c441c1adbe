import type { ExportAbout } from '#shared/export/about.ts'
import { docxClean } from '#shared/export/docx/docx.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { printClean } from '#shared/export/print/print.ts'
import { textClean } from '#shared/export/text.ts'
import type { Act } from '#shared/schema/act.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { aboutFor, formatOf, pdfOf, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'

export const convert: Command = {
  usage: 'IN OUT(.txt|.docx|.html|.pdf) [--author NAME] [--date ISO]',
  gives: 'the same act in another format',
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      author: { type: 'string' },
      date: { type: 'string' },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [from = '', to = ''] = filesOf(positionals, 'IN', 'OUT')
    const format = formatOf(to, ['.txt', '.docx', '.html', '.pdf'])
    const read = readAct(from, values)
    const about = aboutFor(read.act, values)
    writeOutput(to, await written(read.act, about, format))
    return tellReading(from, read, io)
  },
}

type Written = '.txt' | '.docx' | '.html' | '.pdf'

async function written(
  act: Act,
  about: ExportAbout,
  format: Written,
): Promise<string | Uint8Array> {
  switch (format) {
    case '.txt':
      return textClean(act)
    case '.docx':
      return docxClean(act, about)
    case '.html':
      return htmlClean(act, about)
    case '.pdf':
      return pdfOf(printClean(act, about))
  }
}

import type { ExportAbout } from '#shared/export/about.ts'
import { docxClean } from '#shared/export/docx/docx.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { printClean } from '#shared/export/print/print.ts'
import { textClean } from '#shared/export/text.ts'
import type { Act } from '#shared/schema/act.ts'
import { argumentsOf, type Command, filesOf, type Output, READING_OPTIONS } from './command.ts'
import { type ReadAct, readAct } from './input.ts'
import { aboutFor, formatOf, pdfOf, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'
import { DONE, PROBLEMS, unreadable } from './refusal.ts'

export const convert: Command = {
  usage: 'IN OUT(.txt|.docx|.html|.pdf|.xml) [--author NAME] [--date ISO] [--bill]',
  gives: 'the same act in another format',
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      author: { type: 'string' },
      date: { type: 'string' },
      bill: { type: 'boolean' },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [from = '', to = ''] = filesOf(positionals, 'IN', 'OUT')
    const format = formatOf(to, ['.txt', '.docx', '.html', '.pdf', '.xml'])
    const read = readAct(from, values)
    if (format === '.xml') return writeAknFile(from, to, read, values.bill ? 'bill' : undefined, io)
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

/**
 * Akoma Ntoso, whose validator is loaded where it is needed; a document of others is written as it
 * came, and what is wrong in it is told.
 */
async function writeAknFile(
  from: string,
  to: string,
  read: ReadAct,
  type: 'bill' | undefined,
  io: Output,
): Promise<number> {
  const { aknFile } = await import('#desk/akn-export.ts')
  const file = aknFile(read.act, type ? { metadata: { type } } : {})
  if (!file.ok) throw unreadable(file.problem.message)
  const { text, problems } = file.value
  writeOutput(to, text)
  const [first] = problems
  if (first) io.tell(`${to}: ${first.message}`)
  return Math.max(tellReading(from, read, io), first ? PROBLEMS : DONE)
}

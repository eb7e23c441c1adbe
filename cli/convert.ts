import { docxClean } from '#shared/export/docx/docx.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { textClean } from '#shared/export/text.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { aboutFor, formatOf, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'

export const convert: Command = {
  usage: 'IN OUT(.txt|.docx|.html) [--author NAME] [--date ISO]',
  gives: 'the same act in another format',
  run(args, io) {
    const options = {
      ...READING_OPTIONS,
      author: { type: 'string' },
      date: { type: 'string' },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [from = '', to = ''] = filesOf(positionals, 'IN', 'OUT')
    const format = formatOf(to, ['.txt', '.docx', '.html'])
    const read = readAct(from, values)
    const about = aboutFor(read.act, values)
    const written = { '.txt': textClean, '.docx': docxClean, '.html': htmlClean }[format]
    writeOutput(to, written(read.act, about))
    return tellReading(from, read, io)
  },
}

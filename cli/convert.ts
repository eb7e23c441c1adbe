import { ACT_FORMATS, writeActFile } from './act-file.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { COMMENTS_OPTION, commentsFor } from './comments.ts'
import { readAct } from './input.ts'
import { aboutFor, formatOf, PDF_OPTIONS, standardFor } from './output.ts'
import { tellReading } from './reading.ts'

export const convert: Command = {
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      author: { type: 'string' },
      date: { type: 'string' },
      bill: { type: 'boolean' },
      ...PDF_OPTIONS,
      ...COMMENTS_OPTION,
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [from = '', to = ''] = filesOf(positionals, 'IN', 'OUT')
    const format = formatOf(to, ACT_FORMATS)
    const standard = standardFor(format, values)
    const read = readAct(from, values)
    const about = aboutFor(read.act, values)
    const remarks = commentsFor(to, values, read.remarks)
    const akn = values.bill ? ({ metadata: { type: 'bill' } } as const) : undefined
    const written = await writeActFile(to, read.act, { format, about, akn, standard, remarks }, io)
    return Math.max(tellReading(from, read, io), written)
  },
}

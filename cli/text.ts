import { canonicalText } from '#shared/structure/canonical-text.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { tellReading } from './reading.ts'

export const text: Command = {
  run(args, io) {
    const { values, positionals } = argumentsOf(args, READING_OPTIONS)
    const [file = ''] = filesOf(positionals, 'FILE')
    const read = readAct(file, values)
    io.print(canonicalText(read.act).text)
    return tellReading(file, read, io)
  },
}

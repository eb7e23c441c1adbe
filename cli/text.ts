import { canonicalText } from '#shared/structure/canonical-text.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { tellReading } from './reading.ts'

export const text: Command = {
  usage: 'FILE',
  gives: 'the canonical text, one block a line: the text that all offsets refer to',
  run(args, io) {
    const { values, positionals } = argumentsOf(args, READING_OPTIONS)
    const [file = ''] = filesOf(positionals, 'FILE')
    const read = readAct(file, values)
    io.print(canonicalText(read.act).text)
    return tellReading(file, read, io)
  },
}

import { type OutlineEntry, outline as outlineOf } from '#shared/structure/outline.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type Profile, printLabel, styleOf } from '#shared/tradition/tradition.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { tellReading } from './reading.ts'

export const outline: Command = {
  run(args, io) {
    const options = { ...READING_OPTIONS, json: { type: 'boolean' } } as const
    const { values, positionals } = argumentsOf(args, options)
    const [file = ''] = filesOf(positionals, 'FILE')
    const read = readAct(file, values)
    const entries = outlineOf(read.act)
    if (values.json) io.print(`${JSON.stringify(entries)}\n`)
    else io.print(linesOf(entries, profileOf(read.act), '').join('\n').concat('\n'))
    return tellReading(file, read, io)
  },
}

function linesOf(
  entries: readonly OutlineEntry[],
  profile: Profile,
  indent: string,
): readonly string[] {
  return entries.flatMap((entry) => {
    const { kind, label, heading, eId, children } = entry
    const num = label === null ? undefined : printLabel(profile, kind, label)
    const name = num ?? styleOf(profile, kind)?.word ?? kind
    const words = heading === '' ? '' : ` ${heading}`
    return [`${indent}${name}${words}  [${eId}]`, ...linesOf(children, profile, `${indent}  `)]
  })
}

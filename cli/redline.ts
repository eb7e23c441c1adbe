import { compareActs } from '#shared/diff/compare.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { htmlRedline } from '#shared/export/html/html.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readPair } from './input.ts'
import { aboutFor, formatOf, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'
import { wrongUsage } from './refusal.ts'

export const redline: Command = {
  usage: 'BASE DRAFT --out FILE(.docx|.html) [--author NAME] [--date ISO]',
  gives: 'DRAFT with all its changes against BASE marked',
  run(args, io) {
    const options = {
      ...READING_OPTIONS,
      out: { type: 'string' },
      author: { type: 'string' },
      date: { type: 'string' },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [baseFile = '', draftFile = ''] = filesOf(positionals, 'BASE', 'DRAFT')
    if (values.out === undefined) throw wrongUsage('--out FILE is missing.')
    const format = formatOf(values.out, ['.docx', '.html'])
    const { base, draft } = readPair(baseFile, draftFile, values)
    const about = aboutFor(draft.act, values)
    const compared = compareActs(base.act, draft.act)
    writeOutput(
      values.out,
      format === '.docx' ? docxRedline(compared, about) : htmlRedline(compared, about),
    )
    return Math.max(tellReading(baseFile, base, io), tellReading(draftFile, draft, io))
  },
}

import { applyLaw } from '#shared/amend/apply/apply.ts'
import type { Outcome } from '#shared/amend/outcome.ts'
import { readLawOf } from '#shared/amend/read-law.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { ACT_FORMATS, writeActFile } from './act-file.ts'
import { argumentsOf, type Command, filesOf, type Output, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { aboutFor, formatOf, PDF_OPTIONS, standardFor } from './output.ts'
import { tellReading } from './reading.ts'
import { DONE, PROBLEMS, wrongUsage } from './refusal.ts'

export const apply: Command = {
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      out: { type: 'string' },
      json: { type: 'boolean' },
      author: { type: 'string' },
      date: { type: 'string' },
      ...PDF_OPTIONS,
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [baseFile = '', lawFile = ''] = filesOf(positionals, 'BASE', 'LAW')
    if (baseFile === '-' && lawFile === '-')
      throw wrongUsage('Only one of BASE and LAW can be standard input.')
    const { out } = values
    const format = out === undefined ? undefined : formatOf(out, ACT_FORMATS)
    const standard = standardFor(format ?? 'no file', values)
    const base = readAct(baseFile, { ...values, ids: 'a' })
    const { act, outcomes, elsewhere } = applied(base.act, lawText(lawFile))
    const written =
      out === undefined || format === undefined
        ? DONE
        : await writeActFile(
            out,
            act,
            { format, about: aboutFor(act, values), akn: { base: base.act }, standard },
            io,
          )
    if (values.json) io.print(`${JSON.stringify(outcomes.map(row), null, 2)}\n`)
    else if (out === undefined) io.print(canonicalText(act).text)
    if (!values.json) tellOutcomes(outcomes, io)
    const here = outcomes.filter(({ n }) => !elsewhere.includes(n))
    const failed = here.some(({ outcome }) => !outcome.startsWith('applied'))
    const nothing = here.length === 0
    return Math.max(failed || nothing ? PROBLEMS : DONE, written, tellReading(baseFile, base, io))
  },
}

function applied(base: Act, law: string) {
  let last = 0
  return applyLaw(base, readLawOf(base, law), { newId: () => unitId(`n${last++}`) })
}

/** The text of the law: as it stands in a plain file, else as it is read from its format. */
function lawText(file: string): string {
  const { act, source } = readAct(file, { ids: 'l' })
  return source === '' || /^\s*</u.test(source) ? canonicalText(act).text : source
}

/** One outcome as the command line gives it: why in English, and the code of that. */
function row({ n, text, outcome, at, reason }: Outcome) {
  const told = { n, text, outcome, at, reason: reason?.message ?? '' }
  return reason ? { ...told, code: reason.code } : told
}

function tellOutcomes(outcomes: readonly Outcome[], io: Output): void {
  const done = outcomes.filter(({ outcome }) => outcome === 'applied').length
  io.tell(`${done} of ${outcomes.length} instructions applied without doubt.`)
  for (const { n, outcome, at, reason } of outcomes)
    if (outcome !== 'applied')
      io.tell(`${n} ${outcome}${at === '' ? '' : ` (${at})`}: ${reason?.message ?? ''}`)
}

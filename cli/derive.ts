import { lawAkn } from '#shared/akn/law/write-law.ts'
import type { Commencement } from '#shared/amend/amending-law.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import type { Difference } from '#shared/amend/differences.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import type { Proof } from '#shared/amend/proof.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, actAttrs, unitId } from '#shared/schema/act.ts'
import { ACT_FORMATS, writeActFile } from './act-file.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readPair } from './input.ts'
import { aboutFor, formatOf, PDF_OPTIONS, standardFor, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'
import { DONE, PROBLEMS, wrongUsage } from './refusal.ts'

/** Differences that are told one by one. */
const MAX_TOLD = 20

export const derive: Command = {
  async run(args, io) {
    const options = {
      ...READING_OPTIONS,
      out: { type: 'string' },
      'in-force': { type: 'string' },
      author: { type: 'string' },
      date: { type: 'string' },
      ...PDF_OPTIONS,
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [baseFile = '', draftFile = ''] = filesOf(positionals, 'BASE', 'DRAFT')
    const { out } = values
    const format = out === undefined ? '.txt' : formatOf(out, ACT_FORMATS)
    const standard = standardFor(out === undefined ? 'no file' : format, values)
    const { base, draft } = readPair(baseFile, draftFile, values)
    const commencement = commencementOf(values['in-force'], base.act)
    const { law, changes, proof } = deriveLaw(base.act, draft.act, { commencement })
    tellReading(baseFile, base, io)
    tellReading(draftFile, draft, io)
    if (!proof.holds) {
      io.tell(refusal(proof))
      return PROBLEMS
    }
    if (changes.length === 0) {
      io.tell('the two texts say the same: there is nothing to amend.')
      return DONE
    }
    if (out === undefined || format === '.txt') {
      const text = lawText(law)
      if (out === undefined) io.print(text)
      else writeOutput(out, text)
      return DONE
    }
    let last = 0
    const newId = () => unitId(`law-${last++}`)
    const { act, options: akn } = lawAkn(law, { base: base.act, newId })
    return writeActFile(out, act, { format, about: aboutFor(act, values), akn, standard }, io)
  },
}

/** What a sentence in the law's language says of its coming into force. */
function commencementOf(sentence: string | undefined, base: Act): readonly Commencement[] {
  if (sentence === undefined) return []
  const { language, tradition } = actAttrs(base)
  const { commencement } = parseAmendingLaw(sentence, { language, tradition }).law
  if (commencement.length > 0) return commencement
  throw wrongUsage(
    `--in-force “${sentence}” does not say when the law comes into force. Write it as the article of the law will read, in the language of BASE.`,
  )
}

function refusal({ differences, undone }: Proof): string {
  const told = differences.slice(0, MAX_TOLD).map((one) => `\n  ${difference(one)}`)
  const more = differences.length - told.length
  const rest = more > 0 ? [`\n  … and ${more} more.`] : []
  const commands = undone
    .slice(0, MAX_TOLD)
    .map(({ n, reason }) => `\n  Command ${n} of the law was not done: ${reason?.message ?? ''}`)
  return `the law does not prove, and is not written. Applied to BASE, its text differs from DRAFT:${[...told, ...rest, ...commands].join('')}`
}

function difference({ what, at, found, wanted }: Difference): string {
  const place = at === '' ? 'the act' : at
  switch (what) {
    case 'missing':
      return `${place} is missing: “${wanted ?? ''}”`
    case 'extra':
      return `${place} is too many: “${found ?? ''}”`
    case 'heading':
      return `the heading of ${place} is “${found ?? ''}”, not “${wanted ?? ''}”`
    case 'words':
      return `${place} reads “${around(found, wanted)}”, not “${around(wanted, found)}”`
  }
}

/** Characters shown of two texts from where they part. */
const SHOWN = 60

function around(text: string | null, other: string | null): string {
  const words = text ?? ''
  let at = 0
  while (at < words.length && words[at] === other?.[at]) at++
  const from = Math.max(0, at - SHOWN / 2)
  return `${from > 0 ? '…' : ''}${words.slice(from, at + SHOWN)}${at + SHOWN < words.length ? '…' : ''}`
}

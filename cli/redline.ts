import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { PdfStandard } from '#desk/print/print-pdf.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { withoutFollowingNumbers } from '#shared/diff/following-numbers.ts'
import type { Redline } from '#shared/diff/redline.ts'
import { type Telling, toldAs } from '#shared/diff/telling.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { htmlRedline } from '#shared/export/html/html.ts'
import { printRedline } from '#shared/export/print/print.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { argumentsOf, type Command, filesOf, type Output, READING_OPTIONS } from './command.ts'
import { COMMENTS_OPTION, commentsFor } from './comments.ts'
import { type ReadAct, readPair, readTracked, reasonOf } from './input.ts'
import { aboutFor, formatOf, PDF_OPTIONS, pdfOf, standardFor, writeOutput } from './output.ts'
import { tellReading } from './reading.ts'
import { DONE, unreadable, wrongUsage } from './refusal.ts'

const OPTIONS = {
  ...READING_OPTIONS,
  out: { type: 'string' },
  as: { type: 'string' },
  whole: { type: 'boolean' },
  'no-moves': { type: 'boolean' },
  'no-following': { type: 'boolean' },
  author: { type: 'string' },
  date: { type: 'string' },
  ...PDF_OPTIONS,
  ...COMMENTS_OPTION,
} as const

type Values = ReturnType<typeof argumentsOf<typeof OPTIONS>>['values']

const FORMATS = ['.docx', '.html', '.pdf', '.xml'] as const
type Format = (typeof FORMATS)[number]

export const redline: Command = {
  async run(args, io) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    if (values.out === undefined) throw wrongUsage('--out FILE is missing.')
    if (positionals.length > 2) return severalPairs(positionals, values.out, values, io)
    if (values.as !== undefined) throw wrongUsage('--as is for several pairs; name FILE with it.')
    const format = formatOf(values.out, FORMATS)
    standardFor(format, values)
    if (positionals.length !== 1) {
      const [base = '', draft = ''] = filesOf(positionals, 'BASE', 'DRAFT')
      return onePair({ base, draft, out: values.out, format }, values, io)
    }
    const [file = ''] = positionals
    const { base, draft } = readTracked(file, values)
    const code = await writeRedline(
      { out: values.out, format, inputs: [file] },
      { base, draft },
      values,
      io,
    )
    return Math.max(code, tellReading(file, draft, io))
  },
}

interface Pair {
  readonly base: string
  readonly draft: string
  readonly out: string
  readonly format: Format
}

async function severalPairs(
  files: readonly string[],
  folder: string,
  values: Values,
  io: Output,
): Promise<number> {
  const format = formatOf(`redline.${values.as ?? 'docx'}`, FORMATS)
  standardFor(format, values)
  const pairs = pairsOf(files, folder, format)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (fault) {
    throw unreadable(`“${folder}” cannot be made: ${reasonOf(fault)}`)
  }
  let code = 0
  for (const pair of pairs) code = Math.max(code, await onePair(pair, values, io))
  return code
}

/**
 * Each redline is `NAME-redline` of its draft, so that none is written over a draft in the folder; where
 * two drafts have one name, the second gets a number.
 */
function pairsOf(files: readonly string[], folder: string, format: Format): readonly Pair[] {
  if (files.length % 2 === 1) throw wrongUsage(`“${files.at(-1)}” has no DRAFT beside it.`)
  const taken = new Set<string>()
  const pairs: Pair[] = []
  for (let i = 0; i < files.length; i += 2) {
    const [base = '', draft = ''] = files.slice(i, i + 2)
    const stem = draft === '-' ? 'redline' : `${path.parse(draft).name}-redline`
    let name = stem
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}`
    taken.add(name.toLowerCase())
    pairs.push({ base, draft, out: path.join(folder, `${name}${format}`), format })
  }
  return pairs
}

async function onePair(pair: Pair, values: Values, io: Output): Promise<number> {
  const { base, draft } = readPair(pair.base, pair.draft, values)
  const to = { out: pair.out, format: pair.format, inputs: [pair.base, pair.draft] }
  const code = await writeRedline(to, { base, draft }, values, io)
  return Math.max(code, tellReading(pair.base, base, io), tellReading(pair.draft, draft, io))
}

interface Destination {
  readonly out: string
  readonly format: Format
  /** Files that must not be written over. */
  readonly inputs: readonly string[]
}

async function writeRedline(
  { out, format, inputs }: Destination,
  { base, draft }: { readonly base: ReadAct; readonly draft: ReadAct },
  values: Values,
  io: Output,
): Promise<number> {
  if (values['no-following'] && format !== '.html' && format !== '.pdf') {
    throw wrongUsage(
      '--no-following is for .html and .pdf: both texts must come back from the others.',
    )
  }
  const full = toldAs(compareActs(base.act, draft.act), tellingOf(values))
  const compared = values['no-following'] ? withoutFollowingNumbers(full) : full
  if (format === '.xml') {
    commentsFor(out, values, draft.remarks)
    const { writeAknRedline } = await import('./akn-redline.ts')
    return writeAknRedline(out, { redline: compared, base: base.act, draft: draft.act }, inputs, io)
  }
  const standard = standardFor(format, values)
  const remarks = commentsFor(out, values, draft.remarks)
  const about = aboutFor(draft.act, values)
  writeOutput(out, await written(compared, about, { format, standard, remarks }))
  return DONE
}

function tellingOf(values: Values): Telling {
  return {
    moves: values['no-moves'] ? 'deleteAndInsert' : 'moves',
    granularity: values.whole ? 'units' : 'words',
  }
}

async function written(
  redline: Redline,
  about: ExportAbout,
  {
    format,
    standard,
    remarks,
  }: {
    readonly format: Exclude<Format, '.xml'>
    readonly standard: PdfStandard
    readonly remarks: readonly Remark[]
  },
): Promise<string | Uint8Array> {
  switch (format) {
    case '.docx':
      return docxRedline(redline, about, remarks)
    case '.html':
      return htmlRedline(redline, about)
    case '.pdf':
      return pdfOf(() => printRedline(redline, about), standard)
  }
}

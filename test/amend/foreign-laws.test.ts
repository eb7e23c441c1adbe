import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { unitId } from '#shared/schema/act.ts'
import { commandsOf, lawText, plainWords, sectionAct } from './dc-laws.ts'
import { share } from './dc-share.ts'
import { taggedShare } from './us-laws.ts'

const AMEND = path.resolve(import.meta.dirname, '../../../shared/corpora/amend')
const jsonLines = (file: string): readonly unknown[] =>
  readFileSync(path.join(AMEND, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const recorded = z.object({
  law: z.string(),
  op: z.string(),
  path: z.string().nullable(),
  context: z.array(z.string()),
  instruction: z.string(),
  find: z.string().nullable(),
  replace: z.string().nullable(),
  new_text: z.string().nullable(),
})

const triple = z.object({
  id: z.string(),
  before_xml: z.string(),
  after_xml: z.string(),
  instructions: z.array(recorded),
})

/** Sections that the codifiers changed otherwise than the recorded words of the law say, each seen by eye. */
const CODIFIED_OTHERWISE: readonly string[] = [
  // Further names changed throughout the section than the instructions on it record.
  '§25-723@2022-07-14/2022-07-14',
  '§24-211.02a@2023-04-30/2023-04-30',
  '§24-276.02@2023-04-30/2023-04-30',
  '§24-281@2023-04-30/2023-04-30',
  '§24-282@2023-04-30/2023-04-30',
  '§24-284@2023-04-30/2023-04-30',
  '§3-1210.11@2023-03-27/2023-03-27',
  '§34-2601@2021-12-13/2021-12-13',
  '§34-2603@2021-12-13/2021-12-13',
  '§47-2853.96@2021-12-13/2021-12-13',
  // A part of a word replaced too: “This” as “Tthe resident's”.
  '§24-251.04@2023-04-30/2023-04-30',
  // A comma, a bracket or a note of the codifiers.
  '§25-333@2022-07-14/2022-07-14',
  '§3-1206.62@2022-01-19/2022-01-19',
  '§47-2853.133@2023-03-06/2023-03-06',
]

/** Whether the Code prints of the new words something else: its own citations, notes, unfunded law. */
function isRecited({ before_xml, after_xml, instructions }: z.infer<typeof triple>): boolean {
  const words = instructions
    .map((one) => `${one.replace} ${one.new_text} ${one.instruction.replace(/^.*?amended/s, '')}`)
    .join(' ')
  const unfunded = /Not funded/i.test(after_xml) && !/Not funded/i.test(before_xml)
  const noted = before_xml.includes('NOTE:') !== after_xml.includes('NOTE:')
  return (
    unfunded ||
    noted ||
    /Official Code|sections? \d|this act|this title|Law \d|effective date of/i.test(words)
  )
}

describe('laws of the District of Columbia', () => {
  it('M35: are read as the codifiers recorded them, as far as the records keep the words of the law', () => {
    const { read, judged, precise, made, preciseInCode, madeInCode } = share(
      jsonLines('dc-code/instructions.open.jsonl').map((row) => recorded.parse(row)),
    )
    expect(judged).toBeGreaterThan(2000)
    expect(read / judged).toBeGreaterThan(0.98)
    expect(precise / made).toBeGreaterThan(0.95)
    expect(preciseInCode / madeInCode).toBeGreaterThan(0.97)
  })

  it('M35: are never done wrong in silence: what is applied without doubt gives the section as codified', () => {
    let equal = 0
    let judged = 0
    const wrong: string[] = []
    for (const row of jsonLines('dc-code/triples.open.jsonl')) {
      const one = triple.parse(row)
      if (isRecited(one)) continue
      judged++
      let act = sectionAct(one.before_xml)
      let last = 0
      const outcomes = commandsOf(one.instructions).flatMap((records) => {
        const parsed = parseAmendingLaw(lawText(records), { language: 'en', tradition: 'plain' })
        const applied = applyLaw(act, parsed, { newId: () => unitId(`n${last++}`) })
        act = applied.act
        return applied.outcomes
      })
      const same = plainWords(act) === plainWords(sectionAct(one.after_xml))
      if (same) equal++
      else if (outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'applied'))
        wrong.push(one.id)
    }
    expect(wrong.filter((id) => !CODIFIED_OTHERWISE.includes(id))).toEqual([])
    expect(equal / judged).toBeGreaterThan(0.7)
  })
})

describe('public laws of the United States', () => {
  it('M35: leave few of the actions unread that their publisher tagged', () => {
    let read = 0
    let tagged = 0
    for (const file of readdirSync(path.join(AMEND, 'us-uslm'))) {
      const xml = readFileSync(path.join(AMEND, 'us-uslm', file), 'utf8')
      // The one of a megabyte is read by bench/amend-apply.ts.
      if (xml.length > 1_000_000) continue
      const counted = taggedShare(xml)
      tagged += counted.tagged
      read += counted.read
    }
    expect(tagged).toBeGreaterThan(250)
    expect(read / tagged).toBeGreaterThan(0.92)
  })
})

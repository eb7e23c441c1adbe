/**
 * Reading amending laws and applying them.
 *
 *     node bench/amend-apply.ts
 *
 * First how many of the instructions of real laws are read, a row a set; then the time of 500
 * instructions on an act of 1.5 MB, beside 500 plain string replacements on its text, which know
 * neither units nor whole words. Times are medians of five runs in milliseconds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { applyInstructions } from '#shared/amend/apply/apply.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { type Act, makeAct, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import type { Recorded } from '../test/amend/dc-laws.ts'
import { share } from '../test/amend/dc-share.ts'
import { taggedShare } from '../test/amend/us-laws.ts'
import { median, timed } from './measure.ts'

const CORPORA = path.resolve(import.meta.dirname, '../../shared/corpora')
const file = (name: string) => readFileSync(path.join(CORPORA, name), 'utf8')

function kazakhstan(name: string, files: readonly string[]): void {
  const commands = files.flatMap(
    (one) => parseAmendingLaw(file(`kz/amending-laws/${one}`)).commands,
  )
  const read = commands.filter(({ instruction }) => instruction).length
  row(name, read, commands.length)
}

function row(name: string, read: number, of: number): void {
  const percent = ((read / of) * 100).toFixed(1)
  console.info(
    `${name.padEnd(44)} ${String(read).padStart(5)} of ${String(of).padStart(5)}  ${percent} %`,
  )
}

const others = readdirSync(path.join(CORPORA, 'kz/amending-laws/ru_other')).map(
  (one) => `ru_other/${one}`,
)
kazakhstan('ru, Constitution 1998, 2011, 2017', [
  'ru_1998-10-07_284-I.txt',
  'ru_2011-02-02_403-IV.txt',
  'ru_2017-03-10_51-VI.md',
])
kazakhstan('ru, 13 other laws', others)
kazakhstan('kk, Constitution 2017', ['kk_2017-03-10_51-VI.md'])
kazakhstan('en, Constitution 2017 in part', ['en_2017-03-10_51-VI.PARTIAL.txt'])

const rows: Recorded[] = file('amend/dc-code/instructions.open.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
const dc = share(rows)
row('en, D.C.: records answered', dc.read, dc.judged)
row('en, D.C.: instructions that a record answers', dc.precise, dc.made)
row('en, D.C.: the same, placed by the Code', dc.preciseInCode, dc.madeInCode)

let [read, tagged] = [0, 0]
for (const one of readdirSync(path.join(CORPORA, 'amend/us-uslm'))) {
  const counted = taggedShare(file(`amend/us-uslm/${one}`))
  tagged += counted.tagged
  read += counted.read
}
row('en, U.S.: tagged actions inside instructions', read, tagged)

const ARTICLES = 1000

/** A code of some 1.5 MB: a thousand articles of five paragraphs. */
function longAct(): Act {
  const words = 'порядок орган решение срок лицо закон право обязанность суд договор'.split(' ')
  let last = 0
  const id = () => unitId(`u${last++}`)
  const units = Array.from({ length: ARTICLES }, (_, a) =>
    makeUnit(
      { id: id(), kind: 'article', label: String(a + 1) },
      {
        heading: `Заголовок ${a + 1}`,
        units: Array.from({ length: 5 }, (_, p) => {
          const text = Array.from(
            { length: 40 },
            (_, w) => words[(a * 7 + p * 3 + w * w) % words.length],
          )
          return makeUnit(
            { id: id(), kind: 'paragraph', label: String(p + 1) },
            { body: [makeParagraph(`Метка${a + 1} ${text.join(' ')}.`)] },
          )
        }),
      },
    ),
  )
  return makeAct({ id: 'act', language: 'ru', tradition: 'kz', profile: 'law' }, units)
}

function instructions(): readonly Instruction[] {
  return Array.from({ length: 500 }, (_, i): Instruction => {
    const article = { kind: 'article', label: String(2 * i + 1) } as const
    const unit = [article, { kind: 'paragraph', label: '2' } as const]
    const label = `2-1`
    const quoted = {
      kind: 'paragraph',
      num: null,
      heading: null,
      blocks: [{ kind: 'paragraph', text: 'Новое.' }],
      units: [],
    } as const
    if (i % 5 === 0) return { kind: 'restateUnit', at: unit, unit: { ...quoted, label: '2' } }
    if (i % 5 === 1)
      return {
        kind: 'insertUnit',
        into: [article],
        unit: { ...quoted, label },
        place: { by: 'number' },
      }
    if (i % 5 === 2) return { kind: 'repealUnit', at: unit, how: 'exclude' }
    return {
      kind: 'substituteWords',
      at: { unit },
      pairs: [{ old: `Метка${2 * i + 1}`, new: 'Знак' }],
      occurrence: 'sole',
    }
  })
}

function middle(run: () => void): number {
  return median(Array.from({ length: 5 }, () => timed(run)))
}

const act = longAct()
const made = instructions()
const { text } = canonicalText(act)
let applied = 0
const ours = middle(() => {
  let last = 0
  const { outcomes } = applyInstructions(act, made, { newId: () => unitId(`n${last++}`) })
  applied = outcomes.filter(({ outcome }) => outcome === 'applied').length
})
const naive = middle(() => {
  let result = text
  for (let i = 0; i < made.length; i++) result = result.replace(`Метка${2 * i + 1} `, 'Знак ')
})
console.info(
  `\n${(text.length / 1e6).toFixed(1)} million characters, ${made.length} instructions, ${applied} applied without doubt`,
)
console.info(`apply                      ${ours.toFixed(0).padStart(6)} ms (promised: 500)`)
console.info(`String.replace             ${naive.toFixed(0).padStart(6)} ms`)

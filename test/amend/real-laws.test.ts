import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Address } from '#shared/amend/address.ts'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import type { QuotedUnit } from '#shared/amend/quoted-unit.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

const KZ = path.resolve(import.meta.dirname, '../../../shared/corpora/kz')
const law = (file: string) => readFileSync(path.join(KZ, 'amending-laws', file), 'utf8')

function edition(file: string, language: 'ru' | 'kk' = 'ru'): Act {
  let last = 0
  const profile = { tradition: 'kz', profile: 'constitution', language } as const
  const source = readFileSync(path.join(KZ, 'constitution', language, file), 'utf8')
  return readText(source, { newId: () => `u${last++}`, profile }).act
}

function amended(base: Act, source: string) {
  let last = 0
  return applyLaw(base, parseAmendingLaw(source), { newId: () => unitId(`n${last++}`) })
}

const lines = (act: Act) =>
  canonicalText(act)
    .text.split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())

describe('the reforms of the Constitution', () => {
  it('M30: the law of 2017 makes of the edition of 2011 that of 2017, line for line', () => {
    const { act, outcomes } = amended(
      edition('edition_2011-02-02.txt'),
      law('ru_2017-03-10_51-VI.md'),
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(new Array(33).fill('applied'))
    expect(lines(act)).toEqual(lines(edition('edition_2017-03-10.txt')))
  })

  it('M30: the law of 2011 makes of the edition of 2007 that of 2011, line for line', () => {
    const { act, outcomes } = amended(
      edition('edition_2007-05-21.txt'),
      law('ru_2011-02-02_403-IV.txt'),
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied'])
    expect(lines(act)).toEqual(lines(edition('edition_2011-02-02.txt')))
  })

  it('M30: units that a reform leaves standing keep their ids', () => {
    const base = edition('edition_2011-02-02.txt')
    const { act } = amended(base, law('ru_2017-03-10_51-VI.md'))
    const ids = (one: Act) => new Set(canonicalText(one).lines.map(({ unit }) => unit))
    const [before, after] = [ids(base), ids(act)]
    expect([...after].filter((id) => !before.has(id))).toHaveLength(5)
    // Six that are excluded, and the second part of a paragraph that is restated without it.
    expect([...before].filter((id) => !after.has(id))).toHaveLength(7)
  })

  it('M22: a law done already is done no second time in silence', () => {
    const { outcomes } = amended(edition('edition_2017-03-10.txt'), law('ru_2017-03-10_51-VI.md'))
    expect(outcomes.filter(({ outcome }) => outcome === 'applied')).toEqual([])
  })
})

const operation = z.object({
  law: z.string(),
  action: z.string(),
  article: z.string(),
  unit: z.array(z.string()),
  old: z.string().optional(),
  with: z.string().optional(),
  new: z.array(z.string()).optional(),
  sentence: z.number().optional(),
})

const gold = z
  .array(operation)
  .parse(JSON.parse(readFileSync(path.join(KZ, 'gold/ru_ops_2011_2017_2019.open.json'), 'utf8')))

/** What the gold file says of an instruction. */
function asGold(i: Instruction | null): readonly unknown[] {
  switch (i?.kind) {
    case 'restateUnit':
      return [i.at.length === 1 ? 'replace_article' : 'replace_unit', ...where(i.at), text(i.unit)]
    case 'insertUnit':
      return ['insert_unit', ...where(i.into), text(i.unit)]
    case 'repealUnit':
      return ['delete_unit', ...where(i.at)]
    case 'restateSentence':
      return [
        'replace_sentence',
        ...where(i.at.unit),
        i.at.part?.kind === 'sentence' && i.at.part.n,
        i.words,
      ]
    case 'insertWords':
      return [
        'insert_words_after',
        ...where(i.at.unit),
        'words' in i.where && i.where.words,
        i.words,
      ]
    default:
      return [i?.kind]
  }
}

function where(at: Address): readonly unknown[] {
  const names: Readonly<Record<string, string>> = { paragraph: 'point', point: 'subpoint' }
  const [article, ...inner] = at.map((step) => ('label' in step ? step : { ...step, label: '' }))
  return [
    article?.label,
    inner.map(({ kind, label }) => `${names[kind] ?? kind}:${label}`).join(' '),
  ]
}

function text({ blocks, units }: QuotedUnit): string {
  const own = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  return [...own, ...units.map(text)].join(' ')
}

const fromGold = (op: z.infer<typeof operation>): readonly unknown[] => {
  const words = op.new?.join(' ')
  const bare = words?.replace(/^\d+(?:-\d+)?[.)] /, '')
  const at = [op.action, op.article, op.unit.join(' ')]
  if (op.action === 'replace_sentence') return [...at, op.sentence, words]
  if (op.action === 'insert_words_after') return [...at, op.old, op.with]
  return bare === undefined ? at : [...at, bare]
}

describe('the gold operations', () => {
  it('M31: of 2011 and 2017 are read exactly: article, unit, action, old and new words', () => {
    const files = {
      '2011-403-IV': 'ru_2011-02-02_403-IV.txt',
      '2017-51-VI': 'ru_2017-03-10_51-VI.md',
    }
    for (const [id, file] of Object.entries(files)) {
      const wanted = gold.filter((op) => op.law === id).map(fromGold)
      expect(wanted.length).toBeGreaterThan(0)
      expect(
        parseAmendingLaw(law(file)).commands.map(({ instruction }) => asGold(instruction)),
      ).toEqual(wanted)
    }
  })

  it('M31: the Kazakh law of 2017 commands what the Russian does, item by item', () => {
    const bones = (source: string) =>
      parseAmendingLaw(source).commands.map(({ instruction }) => asGold(instruction).slice(0, 3))
    const russian = bones(law('ru_2017-03-10_51-VI.md'))
    expect(russian).toHaveLength(33)
    expect(bones(law('kk_2017-03-10_51-VI.md'))).toEqual(russian)
  })

  it('M31: other laws of Kazakhstan leave no command without instruction', () => {
    const files = readdirSync(path.join(KZ, 'amending-laws/ru_other')).map(
      (file) => `ru_other/${file}`,
    )
    const read = [...files, 'ru_1998-10-07_284-I.txt', 'en_2017-03-10_51-VI.PARTIAL.txt'].map(
      (file) => {
        const { commands } = parseAmendingLaw(law(file))
        return {
          file,
          commands: commands.length,
          unread: commands.filter((one) => !one.instruction).map((one) => one.text),
        }
      },
    )
    expect(read.filter(({ unread, commands }) => unread.length > 0 || commands === 0)).toEqual([])
    expect(read.reduce((sum, { commands }) => sum + commands, 0)).toBeGreaterThan(120)
  })
})

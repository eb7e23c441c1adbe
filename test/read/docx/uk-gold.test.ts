import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { type Act, walkUnits } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

const CORPORA = path.join(import.meta.dirname, '../../../../shared/corpora')

/**
 * Shares of the gold's words, of its numbers, and of its numbers under their numbered parent. The gold
 * counts numbers inside quoted law too, which open no unit here.
 */
const FLOORS = {
  'uk-lawmaker': { words: 0.998, numbers: 0.67, nested: 0.61 },
  'uk-associated': { words: 0.992, numbers: 0.66, nested: 0.39 },
  'uk-judgments': { words: 0.998, numbers: 0.79, nested: 0.31 },
} as const

describe('Word files of the United Kingdom beside their Akoma Ntoso', () => {
  for (const set of ['uk-lawmaker', 'uk-associated', 'uk-judgments'] as const)
    it(`R69: ${set}: words, numbers and what stands in what are found to their floors`, () => {
      const all = { words: tally(), numbers: tally(), nested: tally() }
      for (const name of globSync('*.docx', { cwd: path.join(CORPORA, 'docx', set) })) {
        const gold = bodyOf(path.join(CORPORA, 'akn', set, name.replace('.docx', '.xml')))
        const act = actOf(path.join(CORPORA, 'docx', set, name))
        count(
          all.words,
          wordsIn(gold.replaceAll(/<[^>]+>|&#?\w+;/g, ' ')),
          wordsIn(canonicalText(act).text),
        )
        const wanted = goldNumbers(gold)
        const found = ourNumbers(act)
        count(
          all.numbers,
          wanted.map(({ own }) => own),
          found.map(({ own }) => own),
        )
        const pairs = (of: readonly Numbered[]) =>
          of.filter(({ parent }) => parent !== '').map(({ parent, own }) => `${parent} ${own}`)
        count(all.nested, pairs(wanted), pairs(found))
      }
      const shares = Object.fromEntries(
        Object.entries(all).map(([key, { found, wanted }]) => [key, found / wanted]),
      )
      for (const [key, floor] of Object.entries(FLOORS[set]))
        expect(shares[key], `${key} of ${set}`).toBeGreaterThanOrEqual(floor)
      expect(all.words.wanted).toBeGreaterThan(20_000)
    }, 120_000)
})

interface Tally {
  found: number
  wanted: number
}

function tally(): Tally {
  return { found: 0, wanted: 0 }
}

/** Counts those of `wanted` that `found` has, each as often as it has it. */
function count(tally: Tally, wanted: readonly string[], found: readonly string[]): void {
  const left = new Map<string, number>()
  for (const each of found) left.set(each, (left.get(each) ?? 0) + 1)
  for (const each of wanted) {
    const times = left.get(each) ?? 0
    tally.wanted++
    if (times === 0) continue
    tally.found++
    left.set(each, times - 1)
  }
}

function bodyOf(file: string): string {
  const xml = readFileSync(file, 'utf8')
  const found = /<(\w+:)?(body|mainBody|judgmentBody)[\s>][\s\S]*<\/\1?\2>/.exec(xml)
  return found?.[0] ?? ''
}

function actOf(file: string): Act {
  let last = 0
  const read = readDocx(readFileSync(file), { newId: () => `u${last++}` })
  if (!read.ok) throw new Error(`${file}: ${read.problem.message}`)
  return read.value.draft ?? read.value.act
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

interface Numbered {
  readonly own: string
  readonly parent: string
}

/** The numbers of a gold file, each with that of the nearest numbered element around it. */
function goldNumbers(xml: string): readonly Numbered[] {
  const out: Numbered[] = []
  const open: { readonly name: string; number: string }[] = []
  for (const [, closes, name = '', empty, text] of xml.matchAll(
    /<(\/?)(?:\w+:)?(\w+)[^>]*?(\/?)>|([^<]+)/g,
  )) {
    const inner = open.at(-1)
    const holder = open.at(-2)
    if (text !== undefined) {
      if (inner?.name === 'num' && holder) holder.number += text
    } else if (closes) {
      open.pop()
      const around = open.slice(0, -1).findLast(({ number }) => number !== '')
      if (inner?.name === 'num' && holder)
        out.push({ own: bare(holder.number), parent: bare(around?.number ?? '') })
    } else if (!empty) open.push({ name, number: '' })
  }
  return out
}

function ourNumbers(act: Act): readonly Numbered[] {
  const out: Numbered[] = []
  walkUnits(act, ({ attrs }, parents) => {
    const around = parents.findLast((parent) => parent.attrs['label'] !== null)
    if (attrs['label'] !== null)
      out.push({ own: bare(attrs['label']), parent: bare(around?.attrs['label'] ?? '') })
  })
  return out
}

/** The last figures or letters of a printed number: `4` of «Part 4», `14` of «6.14». */
function bare(number: unknown): string {
  return wordsIn(String(number)).at(-1) ?? ''
}

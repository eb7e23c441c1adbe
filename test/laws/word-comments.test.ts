import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct, inUtc } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { type ReadDocx, readDocx } from '#shared/read/docx/read-docx.ts'
import { type Act, type Unit, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { printedNum } from '#shared/structure/label.ts'
import type { Remark, RemarkedWords } from '#shared/structure/remark.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { asPrinted, printed } from '#test/builders/printed.ts'
import { randomAct, randomDraft } from '#test/builders/random-act.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { randomRemarks, textsOf } from '#test/builders/random-remarks.ts'
import { pandocComments } from '#test/oracles/pandoc.ts'

const TRIALS = Number(process.env['WORD_TRIALS'] ?? 40)
const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }

const seeds = fc.sample(fc.integer({ min: 1, max: 2 ** 31 }), { numRuns: TRIALS, seed: 20261130 })

describe('law: what was said in a Word file of ours is read as it was said', () => {
  it('X96: of random acts', () => {
    let said = 0
    for (const seed of seeds) {
      const act = asPrinted(randomAct(seed))
      const remarks = randomRemarks({ base: act, draft: act }, seed)
      const read = readBack(docxClean(act, aboutAct(act, BY), remarks))
      said += expectSaid(read, remarks, { base: act, draft: act }, `seed ${seed}`)
      expect(printed(read.act), `seed ${seed}`).toEqual(printed(act))
    }
    expect(said).toBeGreaterThan(TRIALS)
  })

  it('X96: of redlines of random drafts, on words of the draft and on units of both texts', () => {
    let said = 0
    for (const seed of seeds) {
      const base = randomAct(seed)
      said += expectRedline({ base, draft: randomDraft(base, seed) }, seed)
    }
    expect(said).toBeGreaterThan(TRIALS)
  })

  it('X96: of redlines made at random, with moves and changes of every sort', () => {
    let said = 0
    for (const seed of seeds) said += expectRedline(randomRedline(seed), seed)
    expect(said).toBeGreaterThan(TRIALS)
  })
})

/** What a file cannot print, nobody can say anything of. */
describe('pandoc', () => {
  it('X101: reads the comments of our files on the words that they are on', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bapta-comments-'))
    let compared = 0
    for (const seed of seeds.slice(0, 20)) {
      const acts = {
        base: asPrinted(randomAct(seed)),
        draft: asPrinted(randomDraft(randomAct(seed), seed)),
      }
      const remarks = randomRemarks(acts, seed)
      const file = path.join(folder, 'said.docx')
      const redline = compareActs(acts.base, acts.draft)
      await writeFile(file, docxRedline(redline, aboutAct(acts.draft, BY), remarks))
      const words = await pandocComments(file)
      const ids = new Map(commentIds(await readFile(file)))
      for (const remark of remarks) {
        const unit = unitsIn(acts.draft).find(({ attrs }) => attrs['id'] === remark.unit)
        if (!unit) continue
        const said = words.get(ids.get(remark.comments[0]?.words ?? '') ?? '')
        const number = printedNum(profileOf(acts.draft), unit)
        if (remark.words) {
          expect(letters(said ?? ''), `seed ${seed}`).toBe(
            letters(wordsAt(unit, inWhole(unit, remark.words))),
          )
        } else if (number !== undefined) {
          expect(letters(said ?? '').startsWith(letters(number)), `seed ${seed}: ${said}`).toBe(
            true,
          )
        } else continue
        compared++
      }
    }
    await rm(folder, { recursive: true })
    expect(compared).toBeGreaterThan(40)
  })
})

/** The ids of comments by what they say. */
function commentIds(file: Uint8Array): readonly (readonly [string, string])[] {
  const xml = strFromU8(unzipSync(file)['word/comments.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)].map(([all, id = '']) => {
    const lines = [...all.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, line = '']) => line)
    return [lines.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>'), id]
  })
}

function wordsAt(unit: Unit, { text, from, to }: RemarkedWords): string {
  const node = textsOf(unit).find((one) => one.text === text)?.node
  return node?.textBetween(from, to, ' ', ' ') ?? ''
}

/** What no program folds, drops or writes otherwise. */
function letters(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function expectRedline(acts: Both, seed: number): number {
  const both = { base: asPrinted(acts.base), draft: asPrinted(acts.draft) }
  const remarks = randomRemarks(both, seed)
  const redline = compareActs(both.base, both.draft)
  const read = readBack(docxRedline(redline, aboutAct(both.draft, BY), remarks))
  expect(printed(read.draft ?? read.act), `seed ${seed}`).toEqual(printed(both.draft))
  return expectSaid(read, remarks, both, `seed ${seed}`)
}

interface Both {
  readonly base: Act
  readonly draft: Act
}

function expectSaid(read: ReadDocx, remarks: readonly Remark[], both: Both, name: string): number {
  const inBase = unitsBeside(read.act, read.draft ? both.base : both.draft)
  const names = new Map([...inBase, ...unitsBeside(read.draft ?? read.act, both.draft)])
  // Reading takes a removed unit and a new one for the same where they share a paragraph of the file.
  const same = new Map(inBase.map(([id, base]) => [base, names.get(id)]))
  const found = read.remarks.map((remark) => ({ ...remark, unit: names.get(remark.unit) }))
  const stands = new Set(idsIn(both.draft))
  const expected = remarks
    .filter(({ unit }) => hasWords(unit, both))
    .map((remark) => asInFile(remark, both.draft))
    .map((one) => (stands.has(one.unit) ? one : { ...one, unit: same.get(one.unit) }))
  expect(sorted(found), name).toEqual(sorted(expected))
  return found.length
}

/** Whether a unit has a number or words, or a unit in it has. */
function hasWords(id: string, { base, draft }: Both): boolean {
  const unit = [...unitsIn(draft), ...unitsIn(base)].find(({ attrs }) => attrs['id'] === id)
  let has = false
  for (const node of unit ? [unit, ...unitsIn(unit)] : [])
    has ||= printedNum(profileOf(draft), node) !== undefined
  unit?.descendants((node) => {
    has ||= (node.isTextblock && node.content.size > 0) || node.type === schema.nodes.unknown
  })
  return has
}

/** Ids of the first act's units with those of the second's in the same place. */
function unitsBeside(read: Act, act: Act): readonly (readonly [string, string])[] {
  const own = idsIn(act)
  return idsIn(asPrinted(read)).map((id, i) => [id, own[i] ?? ''])
}

function idsIn(act: Act): readonly string[] {
  return unitsIn(act).map((unit) => unitAttrs(unit).id)
}

function unitsIn(act: Act | Unit): readonly Unit[] {
  const units: Unit[] = []
  walkUnits(act, (unit) => units.push(unit))
  return units
}

/** A Word file knows no fractions of a second, no halves of a character, and of a removed unit no words. */
function asInFile({ words, ...remark }: Remark, draft: Act) {
  const comments = remark.comments.map((one) => ({ ...one, date: inUtc(one.date) }))
  const unit = unitsIn(draft).find(({ attrs }) => attrs['id'] === remark.unit)
  return { ...remark, comments, ...(words && unit ? { words: inWhole(unit, words) } : {}) }
}

function inWhole(unit: Unit, { text, from, to }: RemarkedWords): RemarkedWords {
  const node = textsOf(unit).find((one) => one.text === text)?.node
  const isInside = (at: number) =>
    /^[\uDC00-\uDFFF]/.test(
      node?.textBetween(at, Math.min(at + 1, node.content.size), '', ' ') ?? '',
    )
  return { text, from: isInside(from) ? from - 1 : from, to: isInside(to) ? to + 1 : to }
}

function sorted(remarks: readonly { readonly comments: Remark['comments'] }[]) {
  const key = ({ comments }: (typeof remarks)[number]) => comments[0]?.words ?? ''
  return [...remarks].sort((a, b) => key(a).localeCompare(key(b)))
}

function readBack(file: Uint8Array): ReadDocx {
  let last = 0
  const read = readDocx(file, { newId: () => `r${last++}` })
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { type ReadDocx, readDocx } from '#shared/read/docx/read-docx.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act } from '#test/builders/act.ts'
import { printed } from '#test/builders/printed.ts'
import { randomAct, randomDraft } from '#test/builders/random-act.ts'
import { randomRedline } from '#test/builders/random-redline.ts'

const TRIALS = Number(process.env['WORD_TRIALS'] ?? 150)
const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }

const seeds = fc.sample(fc.integer({ min: 1, max: 2 ** 31 }), { numRuns: TRIALS, seed: 20261125 })

describe('law: a Word file of ours is read as the act that it was made of', () => {
  it('X40: for random acts, with their notes, tables, footnotes, looks and states', () => {
    for (const seed of seeds) {
      const act = randomAct(seed)
      const read = readBack(docxClean(act, aboutAct(act, BY)))
      expect(read.draft, `seed ${seed}`).toBeUndefined()
      expect(printed(read.act), `seed ${seed}`).toEqual(printed(act))
    }
    expect(seeds.length).toBeGreaterThanOrEqual(100)
  }, 120_000)

  it('X40: with numbers of any form under a printed one that does not tell them', () => {
    for (const label of ['1.1', '76.1', 'а', '5-бап', '10-1', '(a)(3)', '', '_', '½', '--2-']) {
      const one = act(schema.nodes.unit.create({ id: 'u', kind: 'article', label, num: '№ 7' }))
      const read = readBack(docxClean(one, aboutAct(one, BY)))
      expect(printed(read.act), label).toEqual(printed(one))
    }
  })

  it('X41: for redlines of random drafts both texts', () => {
    for (const seed of seeds) {
      const base = randomAct(seed)
      const draft = randomDraft(base, seed)
      expectBoth(docxRedline(compareActs(base, draft), aboutAct(draft, BY)), base, draft, seed)
    }
  }, 120_000)

  it('X41: for redlines made at random, with moves and changes of every sort', () => {
    for (const seed of seeds) {
      const { redline, base, draft } = randomRedline(seed)
      expectBoth(docxRedline(redline, aboutAct(draft, BY)), base, draft, seed)
    }
  }, 120_000)
})

function expectBoth(file: Uint8Array, base: Act, draft: Act, seed: number): void {
  const read = readBack(file)
  if (read.draft) expect(printed(read.act), `base, seed ${seed}`).toEqual(printed(base))
  else
    expect(strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())).not.toMatch(
      /<w:(?:ins|del|moveFrom|\w+Change) /,
    )
  expect(printed(read.draft ?? read.act), `draft, seed ${seed}`).toEqual(printed(draft))
}

function readBack(file: Uint8Array): ReadDocx {
  let last = 0
  const read = readDocx(file, { newId: () => `r${last++}` })
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

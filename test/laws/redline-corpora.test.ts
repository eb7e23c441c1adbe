import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeMarked } from '#shared/akn/redline/write-redline.ts'
import { acceptAll, rejectAll } from '#shared/diff/accept.ts'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { openFile } from '#shared/open/open.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, actAttrs } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

const corpora = new URL('../../../shared/corpora/', import.meta.url)

const Pair = z.object({ before: z.string().nullable(), after: z.string().nullable() })

describe('redlines of real law', () => {
  it('D1 D2: hold both editions of every step of two constitutions', () => {
    const steps = [
      ...editions('kz/constitution/ru/', /^edition_.*\.txt$/),
      ...editions('amend/ru-constitution-rf/', /\.txt$/),
    ]
    expect(steps.length).toBeGreaterThanOrEqual(14)
    for (const [before, after] of steps) expectExact(before, after)
  })

  it('D1 D2: hold both texts of amended articles', () => {
    const pairs = pairsIn('amend/kz-codes-ru-2026/pairs.open.jsonl')
    expect(pairs.length).toBeGreaterThanOrEqual(50)
    for (const [before, after] of pairs) expectExact(before, after)
  })

  it('X83: hold both texts as Akoma Ntoso with the changes marked', () => {
    const pairs = [
      ...pairsIn('amend/kz-codes-ru-2026/pairs.open.jsonl'),
      ...editions('kz/constitution/ru/', /^edition_20(?:11|17).*\.txt$/),
    ]
    expect(pairs.length).toBeGreaterThanOrEqual(51)
    for (const [before, after] of pairs) {
      const [base, draft] = [actOf(before), actOf(after)]
      const marked = writeMarked({ base, draft, redline: compareActs(base, draft) })
      const file = { name: 'act.xml', bytes: new TextEncoder().encode(marked) }
      const read = openFile(file, { newId: () => `read-${ids++}` })
      const [both] = read.ok ? read.value.acts : []
      const texts = [both?.act, both?.draft].map((act) => act && canonicalText(act).text)
      expect(texts).toEqual([base, draft].map((act) => canonicalText(act).text))
    }
  })

  it('D2: leave most of a constitution unchanged that one law amended', () => {
    const [before, after] = ['edition_2011-02-02.txt', 'edition_2017-03-10.txt'].map((name) =>
      actOf(textOf(`kz/constitution/ru/${name}`)),
    )
    if (!before || !after) return expect.fail('both editions are there')
    const changes = changesOf(compareActs(before, after))
    const articles = new Set(
      changes.flatMap(({ place }) => /стать[яи] ([\d-]+)/u.exec(place)?.[1] ?? []),
    )
    expect(articles.size).toBeGreaterThanOrEqual(20)
    expect(articles.size).toBeLessThanOrEqual(32)
  })
})

function expectExact(before: string, after: string): void {
  const base = actOf(before)
  const draft = actOf(after)
  const redline = compareActs(base, draft)
  expect(acceptAll(redline, actAttrs(draft)).eq(draft)).toBe(true)
  expect(rejectAll(redline, actAttrs(base)).eq(base)).toBe(true)
}

let ids = 0

function actOf(source: string): Act {
  return readText(source, { newId: () => `unit-${ids++}` }).act
}

function textOf(path: string): string {
  return readFileSync(new URL(path, corpora), 'utf8')
}

function editions(folder: string, name: RegExp): readonly (readonly [string, string])[] {
  const texts = readdirSync(new URL(folder, corpora))
    .filter((file) => name.test(file))
    .sort()
    .map((file) => textOf(folder + file))
  return texts.slice(1).map((after, i) => [texts[i] ?? '', after])
}

function pairsIn(path: string): readonly (readonly [string, string])[] {
  return textOf(path)
    .trim()
    .split('\n')
    .map((line) => Pair.parse(JSON.parse(line)))
    .map(({ before, after }) => [before ?? '', after ?? ''])
}

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type DerivedLaw, deriveLaw } from '#shared/amend/derive/law.ts'
import { detectProfile } from '#shared/read/detect.ts'
import { readText } from '#shared/read/read.ts'

const corpora = new URL('../../../shared/corpora/', import.meta.url)

const Pair = z.object({ before: z.string().nullable(), after: z.string().nullable() })

describe('M50: laws between real editions', () => {
  it('M50: every step of the Constitution of Kazakhstan proves', () => {
    const laws = steps('kz/constitution/ru/', /^edition_.*\.txt$/).map(derived)
    expect(laws).toHaveLength(4)
    expect(laws.map(({ proof }) => proof.holds)).toEqual([true, true, true, true])
    expect(laws.map(({ changes }) => changes.length)).toEqual([1, 41, 2, expect.any(Number)])
  }, 60_000)

  it('M50: the law of 2017 is about the articles that the legislature amended', () => {
    const [before, after] = steps('kz/constitution/ru/', /^edition_20(?:11|17).*\.txt$/)[0] ?? []
    const { changes } = derived([before ?? '', after ?? ''])
    const articles = new Set(
      changes.map(
        ({ instruction }) =>
          /"kind":"article","label":"([\d-]+)"/.exec(JSON.stringify(instruction))?.[1],
      ),
    )
    expect([...articles]).toEqual(
      '2 4 10 39 41 44 45 49 53 55 57 61 64 66 67 70 72 73 74 79 81 83 86 87 91'.split(' '),
    )
  }, 60_000)

  it('M50: every step of the Constitution of Russia proves', () => {
    const laws = steps('amend/ru-constitution-rf/', /\.txt$/, byDate).map(derived)
    expect(laws.length).toBeGreaterThanOrEqual(12)
    expect(laws.filter(({ proof }) => !proof.holds)).toEqual([])
  }, 120_000)

  it('M50: the articles of eight codes prove', () => {
    const pairs = pairsIn('amend/kz-codes-ru-2026/pairs.open.jsonl')
    expect(pairs.length).toBeGreaterThanOrEqual(50)
    expect(pairs.map(derived).filter(({ proof }) => !proof.holds)).toEqual([])
  }, 120_000)
})

function derived([before, after]: readonly [string, string]): DerivedLaw {
  const profile = detectProfile(before)
  let last = 0
  const read = (source: string) => readText(source, { newId: () => `u${last++}`, profile }).act
  return deriveLaw(read(before), read(after))
}

function textOf(path: string): string {
  return readFileSync(new URL(path, corpora), 'utf8')
}

function steps(
  folder: string,
  names: RegExp,
  order: (name: string) => string = (name) => name,
): readonly (readonly [string, string])[] {
  const files = readdirSync(new URL(folder, corpora))
    .filter((name) => names.test(name))
    .sort((a, b) => order(a).localeCompare(order(b)))
  const texts = files.map((name) => textOf(folder + name))
  return texts.slice(1).map((text, i) => [texts[i] ?? '', text] as const)
}

/** `09_01_1996_edition.txt`: the day stands first. */
function byDate(name: string): string {
  return name.replace(/^(\d+)_(\d+)_(\d+).*/, '$3$2$1')
}

function pairsIn(path: string): readonly (readonly [string, string])[] {
  return textOf(path)
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { before, after } = Pair.parse(JSON.parse(line))
      return before === null || after === null ? [] : [[before, after] as const]
    })
}

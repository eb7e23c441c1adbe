import { readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Lexicon, lexiconFor } from '#shared/citation/lexicon.ts'
import { citationsAmong, citationsIn } from '#shared/citation/parse.ts'
import { tokensOf } from '#shared/citation/token.ts'
import { profileFor, TRADITIONS } from '#shared/tradition/profiles.ts'
import { casesOf, citationLines } from './fixtures.ts'

const FILES = readdirSync(path.resolve(import.meta.dirname, '../fixtures/citations'))

/** Cases of all languages whose names begin with a rule. */
function prove(rule: string): void {
  const proven = FILES.flatMap((file) => casesOf(file).map((one) => ({ ...one, file })))
    .filter(({ name }) => name.startsWith(`${rule} `))
    .map(({ file, name, text, expected }) => ({
      name: `${file}: ${name}`,
      found: citationLines(file, text),
      expected,
    }))
  expect(proven.length).toBeGreaterThan(0)
  expect(proven.map(({ name, found }) => ({ name, found }))).toEqual(
    proven.map(({ name, expected }) => ({ name, found: expected })),
  )
}

describe('the cases of test/fixtures/citations', () => {
  it('C1: paths, cases and abbreviations', () => prove('C1'))
  it('C2: lists and ranges', () => prove('C2'))
  it('C4: relative citations', () => prove('C4'))
  it('C5: citations of units of other acts', () => prove('C5'))
  it('C6: what is no citation', () => prove('C6'))
  it('C9: units that a list leaves to its neighbors', () => prove('C9'))
  it('C10: asides', () => prove('C10'))
  it('C11: ordinals in words', () => prove('C11'))
  it('C12: names of acts', () => prove('C12'))
  it('C13: letters that look alike', () => prove('C13'))
})

it('sees the cases of every language', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(5)
  expect(FILES.flatMap(casesOf).length).toBeGreaterThan(40)
})

/** Pieces of which citations are made, in any order: what a parser must survive. */
const PIECES = [
  ...'статья статьи пункта подпункты части Закона настоящей Кодекса бап баптың тармағының осы және мен и или Article paragraph of the this Law Code section вторая екінші Ведомости Жаршысы 5 44-1 13-15 1.2.3 12.05.2020 ( ) ) , ; – - § §§ № "'.split(
    ' ',
  ),
  'а также',
  'Республики Казахстан',
  '10-1)',
  '(a)(1)',
  'I',
  '%',
]

describe('any text', () => {
  const profiles = TRADITIONS.flatMap((tradition) => tradition.profiles)
  it.each(profiles)('C14: gives citations in order, apart, in place ($language $id)', (profile) => {
    const lexicon = lexiconFor(profileFor({ ...profile, profile: profile.id }))
    const texts = fc
      .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', '')), { maxLength: 40 })
      .map((pairs) => pairs.flat().join(''))
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        let last = 0
        for (const { range, text: words } of citationsIn(text, lexicon)) {
          expect(range.start).toBeGreaterThanOrEqual(last)
          expect(range.end).toBeGreaterThan(range.start)
          expect(text.slice(range.start, range.end)).toBe(words)
          last = range.end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('C15: costs work in proportion to its length, however hostile', () => {
    const profile = (language: 'ru' | 'kk') =>
      profileFor({ tradition: 'kz', profile: 'law', language })
    const ratios = HOSTILE.flatMap((piece) =>
      (['ru', 'kk'] as const).map((language) => {
        const lexicon = lexiconFor(profile(language))
        const small = tokensRead(piece.repeat(500), lexicon)
        const large = tokensRead(piece.repeat(5_000), lexicon)
        return large / small
      }),
    )
    expect(ratios.length).toBeGreaterThan(10)
    expect(Math.max(...ratios)).toBeLessThan(15)
  })
})

const HOSTILE = [
  '1, ',
  'статьями 1 (',
  'статьями 1, ',
  'статья 1, часть 2, ',
  '1-баптың ',
  '1-бап, ',
  'бірінші ',
  'Ведомости ) ',
  'Законом РК от 01.01.2001 № 1; ',
]

/** How often the parser looks at a token. */
function tokensRead(text: string, lexicon: Lexicon): number {
  let reads = 0
  const tokens = new Proxy(tokensOf(text), {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d/.test(key)) reads++
      return Reflect.get(target, key, receiver)
    },
  })
  citationsAmong({ text, tokens, lexicon, barren: { until: 0 } })
  return reads
}

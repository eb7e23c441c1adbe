import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lexiconFor } from '#shared/citation/lexicon.ts'
import { citationsIn } from '#shared/citation/parse.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { agreementOf } from './annotation.ts'

it.each([
  ['ru', 200],
  ['kk', 100],
] as const)(
  'C51: of what a reader finds in real paragraphs 97 in 100 are found, and 98 in 100 found are right (%s)',
  (language, least) => {
    const { paragraphs, marked, found, same, differences } = agreementOf(language)
    expect(paragraphs).toBeGreaterThanOrEqual(least)
    expect(marked).toBeGreaterThan(least * 0.7)
    expect(same / found, differences.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(same / marked, differences.join('\n')).toBeGreaterThanOrEqual(0.97)
  },
)

it('C6: the gazette lists of real laws hold no citation', () => {
  const lexicon = lexiconFor(profileFor({ tradition: 'kz', profile: 'law', language: 'ru' }))
  const files = globSync('../shared/corpora/kz/{amending-laws,laws,constitution}/**/*.{txt,md}')
  const lists = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\(Ведомости[^()]*\)/gu)].map(([list]) => list),
  )
  expect(lists.length).toBeGreaterThan(10)
  expect(lists.flatMap((list) => citationsIn(list, lexicon).map(({ text }) => text))).toEqual([])
})

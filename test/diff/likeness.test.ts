import { describe, expect, it } from 'vitest'
import { bagOf, hasWords } from '#shared/diff/likeness.ts'
import { Chance } from '../builders/chance.ts'

/** Letters, digits and marks of many scripts, and what parts words; halves of signs stand alone too. */
const SIGNS = [
  ...'aZéßИӘәԮ҂Ⅻ٣文あ',
  '\u0306',
  '𐐀',
  '𝟘',
  '😀',
  '\ud83d',
  '\udc00',
  ...' -.,«»“№_\u00a0\u2003\ufffc\u200d',
]

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

describe('the words by which units are found again', () => {
  it('D2: are runs of letters, digits and marks of any script', () => {
    const chance = new Chance(7)
    for (let n = 0; n < 3000; n++) {
      const text = Array.from({ length: chance.below(24) }, () => chance.pick(SIGNS)).join('')
      const words = wordsOf(text)
      const { counts, size } = bagOf(text)
      expect([...counts.keys()]).toEqual([...new Set(words)])
      expect(size).toBe(words.length)
      const least = [0, 1, 3, 9]
      expect(least.map((count) => hasWords(text, count))).toEqual(
        least.map((count) => words.length >= count),
      )
    }
  })
})

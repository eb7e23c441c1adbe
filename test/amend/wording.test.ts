import { describe, expect, it } from 'vitest'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { wording } from '#shared/amend/wording/wording.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { lawOf } from './law-of.ts'
import { instructionOf, wordingCases } from './wording-cases.ts'

const cases = wordingCases('sentence-')

describe('M40: each instruction is a sentence of the tradition, in its grammar', () => {
  it('M40: sees the cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120)
    expect(cases.reduce((sum, { expected }) => sum + expected.size, 0)).toBeGreaterThan(350)
  })

  for (const { name, tradition, profile, source, expected } of cases) {
    for (const [language, said] of expected) {
      it(`M40: ${name} (${tradition}, ${language})`, () => {
        const under = profileFor({ tradition, profile, language })
        expect(wording(under, instructionOf(source[0] ?? '', language))).toBe(said)
      })
    }
  }
})

const laws = wordingCases('law-')

describe('M41: a law groups its instructions as the tradition lists them', () => {
  for (const { name, tradition, profile, source, expected } of laws) {
    for (const [language, said] of expected) {
      it(`M41: ${name} (${tradition} ${profile}, ${language})`, () => {
        const instructions = source.map((line) => instructionOf(line, language))
        const law = lawOf({ tradition, language, sort: profile, instructions })
        expect(lawText(law).trimEnd()).toBe(said)
      })
    }
  }
})

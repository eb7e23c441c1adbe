import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '#shared/amend/address.ts'
import type { Instruction, Suspend } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { prove } from '#shared/amend/proof.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import type { Language } from '#shared/schema/act.ts'
import { actIn, art, para, preface, sub } from '../builders/act.ts'
import { CONSTITUTIONS, lawOf } from './law-of.ts'

const base = (language: Language) =>
  actIn(
    language,
    preface(CONSTITUTIONS[language]),
    art('5', '', para('1', 'Срок.'), para('2', 'День.')),
    art('6', '', sub('Раз.'), sub('Два.')),
  )

const PLACES: readonly Address[] = [
  [{ kind: 'article', label: '5' }],
  [
    { kind: 'article', label: '5' },
    { kind: 'paragraph', label: '2' },
  ],
  [
    { kind: 'article', label: '6' },
    { kind: 'subparagraph', ordinal: 2 },
  ],
]

const DAY = fc
  .tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const suspension: fc.Arbitrary<Suspend> = fc
  .record({
    at: fc.constantFrom(...PLACES),
    days: fc.uniqueArray(DAY, { minLength: 2, maxLength: 2 }).map((days) => days.toSorted()),
    has: fc.record({ from: fc.boolean(), until: fc.boolean() }),
  })
  .map(({ at, days: [from = null, until = null], has }) => ({
    kind: 'suspend',
    at,
    from: has.from ? from : null,
    until: has.until ? until : null,
  }))

const lawSaying = (language: Language, instructions: readonly Instruction[]) =>
  lawOf({ tradition: 'kz', language, sort: 'constitution', instructions })

describe('M79: a suspension is read back and proved with its first and its last day', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[])
    it(`M79: 200 suspensions in ${language}`, () => {
      const act = base(language)
      fc.assert(
        fc.property(suspension, (one) => {
          const law = lawSaying(language, [one])
          const text = lawText(law)
          const read = parseAmendingLaw(text, { language }).commands
          expect(
            read.map(({ instruction }) => instruction),
            text,
          ).toEqual([one])
          expect(prove(act, act, law), text).toEqual({ holds: true, differences: [], undone: [] })
        }),
        { numRuns: 200 },
      )
    })

  it('M79: a law of which the days are not read as they were meant does not prove', () => {
    const meant: Suspend = {
      kind: 'suspend',
      at: PLACES[0] ?? [],
      from: '2027-01-01',
      until: '2027-01-01',
    }
    const act = base('ru')
    const proof = prove(act, act, lawSaying('ru', [meant]))
    expect(proof.holds).toBe(false)
    expect(proof.differences).toMatchObject([
      {
        found: null,
        wanted: 'Приостановить с 1 января 2027 года до 1 января 2027 года действие статьи 5.',
      },
    ])
  })
})

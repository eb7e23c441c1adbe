import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

const PLAIN = { language: 'en', tradition: 'plain' } as const

function read(text: string): Act {
  let last = 0
  return readText(text, { newId: () => `u${last++}`, profile: { ...PLAIN, profile: 'act' } }).act
}

function amended(base: string, law: string) {
  let last = 0
  const parsed = parseAmendingLaw(law, PLAIN)
  const { act, outcomes } = applyLaw(read(base), parsed, { newId: () => unitId(`n${last++}`) })
  return {
    text: canonicalText(act).text.trimEnd(),
    outcomes: outcomes.map(({ outcome, reason }) => (reason === '' ? outcome : reason)),
  }
}

const text = (source: string) => canonicalText(read(source)).text.trimEnd()

describe('what editors corrected in brackets', () => {
  const strike = (old: string, put: string) =>
    `Section 1 is amended by striking the phrase "${old}" and inserting the phrase "${put}" in its place.`
  const CHECKED = {
    'Editors had corrected the words in brackets.': [
      [
        'It is deem [deemed] refused.',
        strike('deem refused', 'deemed allowed'),
        'It is deemed allowed.',
      ],
      [
        'Under subsections [(e) and (j)] of it.',
        strike('subsections of it', 'subsection (e) of it'),
        'Under subsection (e) of it.',
      ],
      ['They shall [r]epresent it.', strike('Represent', 'represent'), 'They shall represent it.'],
    ],
    'Editors have the new words there in brackets.': [
      ['A lamp[; and]', strike('.', '; and'), 'A lamp; and'],
      [
        'No. 5 of the St. Elizabeth[s] list',
        strike('St. Elizabeth', 'St. Elizabeths'),
        'No. 5 of the St. Elizabeths list',
      ],
      ['As defined [in] section 4.', strike('defined', 'defined in'), 'As defined in section 4.'],
    ],
    'Editors’ brackets stand at the words.': [
      ['The Mayor [Chief] decides.', strike('Mayor', 'Director'), 'The Director [Chief] decides.'],
    ],
  } as const

  for (const [reason, cases] of Object.entries(CHECKED))
    for (const [before, law, after] of cases)
      it(`M94: “${before}” is changed, and a person looks: ${reason}`, () => {
        const done = amended(`1. Fees\n${before}`, law)
        expect(done.outcomes).toEqual([reason])
        expect(done.text).toBe(text(`1. Fees\n${after}`))
      })
})

describe('a new unit by its number', () => {
  const LAW =
    'Section 1 is amended by adding a new paragraph (3) to read as follows:\n"(3) A lease.".'

  it('M97: goes where units have such numbers, and a person looks', () => {
    const done = amended(
      '1. Fees\n(a) A fee is paid for:\n(1) a lamp;\n(2) oil.\n(b) It is small.',
      LAW,
    )
    expect(done.outcomes).toEqual(['The units with such numbers stand in another unit.'])
    expect(done.text.split('\n').slice(1)).toEqual([
      '(a) A fee is paid for:',
      '(1) a lamp;',
      '(2) oil.',
      '(3) A lease.',
      '(b) It is small.',
    ])
  })

  it('M97: among units that are numbered otherwise is for a person to see', () => {
    const done = amended('1. Fees\n(a) A fee is paid.\n(b) It is small.', LAW)
    expect(done.outcomes).toEqual(['The units there are numbered otherwise.'])
  })
})

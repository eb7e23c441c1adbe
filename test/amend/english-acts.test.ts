import { describe, expect, it } from 'vitest'
import { applyInstruction, applyLaw } from '#shared/amend/apply/apply.ts'
import { invert } from '#shared/amend/apply/invert.ts'
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
    outcomes: outcomes.map(({ outcome, reason }) => reason?.message ?? outcome),
  }
}

const text = (source: string) => canonicalText(read(source)).text.trimEnd()

describe('the text of a unit', () => {
  const BASE =
    '1. Fees\nA fee is paid for:\n(1) a lamp; and\n(2) a lease.\n2. Forms\nForms are free.'
  const LAW =
    'Section 1 is amended as follows:\n(a) The existing text is designated as subsection (a).\n' +
    '(b) A new subsection (b) is added to read as follows:\n"(b) Fees are waived by order.".'

  it('M91: becomes a unit in it, with the units that it has', () => {
    const { text: after, outcomes } = amended(BASE, LAW)
    expect(outcomes).toEqual(['applied', 'applied'])
    expect(after.split('\n')).toEqual([
      '1. Fees',
      '(a) A fee is paid for:',
      '(1) a lamp; and',
      '(2) a lease.',
      '(b) Fees are waived by order.',
      '2. Forms',
      'Forms are free.',
    ])
  })

  it('M91: is not put under a number that is there', () => {
    const { text: after, outcomes } = amended(
      '1. Fees\n(a) A fee is paid.\n(b) It is small.',
      'Section 1 is amended as follows:\n(1) The existing text is designated as subsection (a).',
    )
    expect(outcomes).toEqual(['There is already a unit with the number a.'])
    expect(after).toBe(text('1. Fees\n(a) A fee is paid.\n(b) It is small.'))
  })

  it('M91: is as before when that is undone', () => {
    const base = read(BASE)
    const [command] = parseAmendingLaw(LAW, PLAIN).commands
    const newId = (() => {
      let last = 0
      return () => unitId(`n${last++}`)
    })()
    const nest = command?.instruction
    const done = nest && applyInstruction(base, nest, { newId })
    const undo = nest && invert(base, nest, { newId })
    const back = undo?.reduce(
      (act, one) => {
        const undone = applyInstruction(act, one, { newId })
        return undone.ok ? undone.act : act
      },
      done?.ok ? done.act : base,
    )
    expect(done?.ok).toBe(true)
    expect(back && canonicalText(back).text).toBe(canonicalText(base).text)
  })
})

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

  it('M96: several behind one unit stand in their order', () => {
    const done = amended(
      '1. Fees\n(1) A fee is paid.\n(2) It is small.\n(3) It is late.',
      'In section 1, after subsection (2) insert—\n"(2A) It is fair.\n(2B) It is known.".',
    )
    expect(done.outcomes).toEqual(['applied', 'applied'])
    expect(done.text.split('\n').slice(2)).toEqual([
      '(2) It is small.',
      '(2A) It is fair.',
      '(2B) It is known.',
      '(3) It is late.',
    ])
  })

  it('M96: numbers that are handed on are given from the last', () => {
    const done = amended(
      '1. Fees\n(1) A fee.\n(2) A form.\n(3) A list.',
      'Section 1 is amended by redesignating subsections (2) and (3) as subsections (3) and (4), respectively.',
    )
    expect(done.outcomes).toEqual(['applied', 'applied'])
    expect(done.text.split('\n').slice(1)).toEqual(['(1) A fee.', '(3) A form.', '(4) A list.'])
  })
})

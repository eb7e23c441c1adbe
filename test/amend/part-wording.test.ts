import { describe, expect, it } from 'vitest'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Language, unitId } from '#shared/schema/act.ts'
import type { Wording } from '#shared/schema/wordings.ts'
import { actIn, art, para, point, preface } from '../builders/act.ts'
import { CONSTITUTIONS } from './law-of.ts'

const reading = (language: Language, lead: string, last = 'ведет учет.'): Act =>
  actIn(
    language,
    preface(CONSTITUTIONS[language]),
    art('5', '', para('1', lead, point('1', 'хранит решения;'), point('2', last))),
  )

const PARAGRAPH = 'article-5/paragraph-1'
const derived = (language: Language, draft: Act, wording: Wording, unit = PARAGRAPH) => {
  const units = new Map([[unitId(unit), wording]])
  const base = reading(language, 'Совет в пределах своих полномочий:')
  const { law, changes, proof } = deriveLaw(base, draft, {
    wordings: { default: 'minimal', units },
  })
  expect(proof.holds, lawText(law)).toBe(true)
  return { kinds: changes.map(({ instruction }) => instruction.kind), text: lawText(law), changes }
}

describe('M86: the drafter chooses words, the first part or the unit', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[])
    it(`M86: the part by its ordinal, without the units in it, in ${language}`, () => {
      const draft = reading(language, 'Суд в пределах своих полномочий:')
      const part = derived(language, draft, 'part')
      expect(part.kinds).toEqual(['restateUnit'])
      expect(part.text).toContain('Суд в пределах своих полномочий')
      expect(part.text).not.toContain('хранит решения')
      expect(part.changes[0]?.instruction).toMatchObject({
        at: [{ label: '5' }, { label: '1' }, { kind: 'alinea', ordinal: 1 }],
      })
      expect(derived(language, draft, 'restate').text).toContain('хранит решения')
      expect(derived(language, draft, 'minimal').kinds).toEqual(['substituteWords'])
    })

  it('M86: what changes in the units below is said beside it', () => {
    const draft = reading('ru', 'Суд в пределах своих полномочий:', 'ведет реестр.')
    expect(derived('ru', draft, 'part').kinds).toEqual(['restateUnit', 'substituteWords'])
  })

  it('M86: a unit in which no units stand is worded by its words', () => {
    const draft = reading('ru', 'Совет в пределах своих полномочий:', 'ведет реестр.')
    expect(derived('ru', draft, 'part', `${PARAGRAPH}/point-2`).kinds).toEqual(['substituteWords'])
  })
})

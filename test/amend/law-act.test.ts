import { describe, expect, it } from 'vitest'
import { lawDocument } from '#shared/amend/law-act.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { unitId, unitsOf, walkUnits } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { lawOf } from './law-of.ts'
import { instructionOf, wordingCases } from './wording-cases.ts'

function documentOf(law: ReturnType<typeof lawOf>) {
  let last = 0
  return lawDocument(law, () => unitId(`law-${last++}`))
}

describe('M51: the law as a document', () => {
  for (const { name, tradition, profile, source, expected } of wordingCases('law-')) {
    for (const language of expected.keys()) {
      it(`M51: ${name} (${tradition} ${profile}, ${language})`, () => {
        const instructions = source.map((line) => instructionOf(line, language))
        const law = lawOf({
          tradition,
          language,
          sort: profile,
          instructions,
          signature: ['A', 'B'],
        })
        const { act, unitOf, instructionsOf } = documentOf(law)
        expect(canonicalText(act).text).toBe(lawText(law))
        expect([...unitOf.keys()]).toEqual(instructions)
        for (const [instruction, id] of unitOf)
          expect(instructionsOf.get(id)).toContain(instruction)
        const ids = new Set<string>()
        walkUnits(act, (unit) => ids.add(String(unit.attrs['id'])))
        for (const id of instructionsOf.keys()) expect(ids.has(id)).toBe(true)
      })
    }
  }

  it('M51: commencement and signature stand behind what is amended', () => {
    const [first] = wordingCases('law-')
    const instructions = (first?.source ?? []).map((line) => instructionOf(line, 'ru'))
    const article = { kind: 'article', label: '1' } as const
    const point = { kind: 'point', label: '2' } as const
    const law = lawOf({
      tradition: 'kz',
      language: 'ru',
      sort: 'constitution',
      instructions,
      citation: { date: '1995-08-30', gazette: 'Ведомости Парламента, 1996 г., № 4, ст. 217' },
      commencement: [
        { of: null, when: { kind: 'days', days: 10 } },
        { of: [[article, point]], when: { kind: 'date', date: '2027-01-01' } },
      ],
      signature: ['Президент', 'Республики Казахстан'],
    })
    const { act } = documentOf(law)
    expect(unitsOf(act).map((unit) => unit.attrs['kind'])).toEqual([
      'preface',
      'article',
      'article',
      'conclusions',
    ])
    const text = lawText(law)
    expect(text).toContain(
      'Внести в Конституцию Республики Казахстан, принятую на республиканском референдуме 30 августа 1995 года (Ведомости Парламента, 1996 г., № 4, ст. 217), следующие',
    )
    expect(text).toContain(
      'Статья 2. Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования, за исключением подпункта 2) статьи 1, который вводится в действие с 1 января 2027 года.',
    )
  })
})

import { Fragment } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Language, type UnitId, unitId, walkUnits } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { Wording } from '#shared/schema/wordings.ts'
import { act, art, withId } from '../builders/act.ts'
import { randomLaw } from '../builders/random-law.ts'

const COUNCIL = ['Совет един', 'Член Совета', 'Письмо Совету', 'Избран Советом', 'Закон о Совете']
const COURT = ['Суд един', 'Член Суда', 'Письмо Суду', 'Избран Судом', 'Закон о Суде']

function articles(texts: readonly string[]): Act {
  return act(...texts.map((text, i) => withId(`a${i}`, art(String(i + 1), '', `${text}.`))))
}

/** What is done to the act, as the law says it, with the units that each instruction changes. */
function derived(base: Act, draft: Act, units: ReadonlyMap<UnitId, Wording> = new Map()) {
  const { law, changes, proof } = deriveLaw(base, draft, {
    wordings: { default: 'minimal', units },
  })
  expect(proof.holds).toBe(true)
  return { text: lawText(law), changes }
}

describe('M64: words that give way in many units are said to throughout the text', () => {
  it('M64: once, with all their forms, and with the units that change', () => {
    const { text, changes } = derived(articles(COUNCIL), articles(COURT))
    expect(changes.map(({ units }) => units?.length)).toEqual([5])
    expect(text).toContain(
      'по всему тексту слова «Совет», «Совета», «Совету», «Советом», «Совете» заменить соответственно словами «Суд», «Суда», «Суду», «Судом», «Суде».',
    )
  })

  it('M64: last, so that all else quotes the law in force', () => {
    const base = articles([...COUNCIL, 'Совет решает дело в месяц'])
    const draft = articles([...COURT, 'Суд решает дело в год'])
    const { text, changes } = derived(base, draft)
    expect(changes.map(({ unit }) => unit)).toEqual(['a5', 'a5', null])
    expect(text).toContain('слово «Совет» заменить словом «Суд»')
    expect(changes.at(-1)?.units).toHaveLength(5)
  })

  it('M64: not where a unit keeps the words, nor in a few units', () => {
    const kept = derived(articles([...COUNCIL, 'Совет стоит']), articles([...COURT, 'Совет стоит']))
    const forms = JSON.stringify(kept.changes.filter(({ units }) => units))
    expect(forms).not.toContain('"Совет"')
    const few = derived(articles(COUNCIL.slice(0, 3)), articles(COURT.slice(0, 3)))
    expect(few.changes).toHaveLength(3)
  })

  it('M64: a unit that the drafter wants worded by itself is', () => {
    const base = articles([...COUNCIL, 'Совет стоит'])
    const draft = articles([...COURT, 'Суд стоит'])
    const { changes } = derived(base, draft, new Map([[unitId('a5'), 'restate']]))
    expect(changes.map(({ instruction }) => instruction.kind)).toEqual([
      'restateUnit',
      'substituteWords',
    ])
  })

  for (const language of ['ru', 'kk', 'en'] satisfies Language[])
    it(`M64: proves whatever word of a law gives way, in ${language}`, () => {
      let said = 0
      let unproved = 0
      for (let seed = 1; seed <= 40; seed++) {
        const { base, draft } = randomLaw(seed, language)
        for (const before of [base, draft]) {
          const { changes, proof } = deriveLaw(before, withoutCommonest(before))
          if (!proof.holds) unproved++
          if (changes.some(({ units }) => units)) said++
        }
      }
      expect(unproved).toBe(0)
      expect(said).toBeGreaterThan(20)
    }, 60_000)
})

/** The act with its commonest long word replaced wherever it stands whole. */
function withoutCommonest(before: Act): Act {
  const counts = new Map<string, number>()
  walkUnits(before, (unit) => {
    for (const [word] of unit.textBetween(0, unit.content.size, ' ').matchAll(/\p{L}{5,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  })
  const [word] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? ['']
  const form = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu')
  const visit = (node: Act): Act =>
    node.isText
      ? schema.text((node.text ?? '').replaceAll(form, 'Урядник'), node.marks)
      : node.copy(Fragment.from(node.children.map(visit)))
  return visit(before)
}

import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { applyInstruction } from '#shared/amend/apply/apply.ts'
import { proveByArticle } from '#shared/amend/derive/by-article.ts'
import { derive } from '#shared/amend/derive/derive.ts'
import { deriveLaw, lawFor } from '#shared/amend/derive/law.ts'
import { differences } from '#shared/amend/differences.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { proveText } from '#shared/amend/proof.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Language, unitId } from '#shared/schema/act.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { lawOf } from '../amend/law-of.ts'
import { act, art, para } from '../builders/act.ts'
import { randomAct, randomDraft } from '../builders/random-act.ts'
import { randomInstructions } from '../builders/random-instruction.ts'
import { randomLaw } from '../builders/random-law.ts'

/** Of acts that no drafter writes: kinds at random, equal numbers, marks, tables, notes. */
const WILD = 900
/** Of laws and edits as drafters make them, in each language. */
const LAWFUL = 150

function applied(base: Act, draft: Act): Act {
  let last = 0
  const newId = () => unitId(`new-${last++}`)
  return derive(base, draft).reduce<Act>((act, instruction) => {
    const done = applyInstruction(act, instruction, { newId })
    return done.ok ? done.act : act
  }, base)
}

describe('M48: apply(base, derive(base, draft)) is the draft', () => {
  it(`M48: for ${WILD} acts and edits of every sort`, () => {
    const wrong: number[] = []
    for (let seed = 1; seed <= WILD; seed++) {
      const base = randomAct(seed)
      const draft = randomDraft(base, seed + 7, { edits: 1 + (seed % 5) })
      if (differences(applied(base, draft), draft).length > 0) wrong.push(seed)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('M48: the same two texts give the same law', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { base, draft } = randomLaw(seed, 'ru')
      const again = randomLaw(seed, 'ru')
      expect(derive(base, draft)).toEqual(derive(again.base, again.draft))
    }
  })
})

describe('M49: a law read back from its words gives the draft, or does not claim to', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[]) {
    it(`M49: ${LAWFUL} laws in ${language}`, () => {
      const unproved: number[] = []
      for (let seed = 1; seed <= LAWFUL; seed++) {
        const { base, draft } = randomLaw(seed, language)
        const { law, proof } = deriveLaw(base, draft)
        if (!proof.holds) unproved.push(seed)
        expect(proveText(base, draft, lawText(law)).holds).toBe(proof.holds)
      }
      expect(unproved).toEqual([])
    }, 120_000)
  }
})

/** Single instructions in each language, on an article each. */
const SAID = 1250

describe('M52: parse(wording(instruction)) is the instruction', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[]) {
    it(`M52: ${SAID} instructions in ${language}`, () => {
      const profile = profileFor({ tradition: 'kz', profile: 'law', language })
      const wrong: Record<string, number> = {}
      for (let seed = 1; seed <= SAID / 25; seed++) {
        for (const instruction of randomInstructions(seed, language, 25)) {
          const law = lawOf({ tradition: 'kz', language, sort: 'law', instructions: [instruction] })
          const { commands } = parseAmendingLaw(lawText(law), {
            language,
            tradition: 'kz',
            profileOf: () => profile,
          })
          const read = commands.map((command) => command.instruction)
          if (!isDeepStrictEqual(plain(read), plain([instruction])))
            wrong[instruction.kind] = (wrong[instruction.kind] ?? 0) + 1
        }
      }
      for (const [kind, count] of Object.entries(wrong))
        expect(count, kind).toBeLessThanOrEqual(MISREAD[language][kind] ?? 0)
    }, 120_000)
  }
})

/** Absent and undefined are the same in JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** Of them, how many are not read back; see CAVEATS, "Wordings that are not read back". */
const MISREAD: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  ru: { insertUnit: 1, restateUnit: 1 },
  kk: {},
  en: {},
}

describe('M53: while a drafter types, each article is proved by itself', () => {
  it('M53: the proof is that of the whole law, and stays while an article does', () => {
    let asked = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { base, draft } = randomLaw(seed, 'ru', 2)
      const whole = deriveLaw(base, draft)
      const parts = deriveLaw(base, draft, { proof: 'articles' })
      expect(parts.proof.holds).toBe(true)
      expect(proveText(base, draft, lawText(parts.law)).holds).toBe(true)
      if (parts.changes.length === whole.changes.length) asked++
      expect(deriveLaw(base, draft, { proof: 'articles' }).changes).toEqual(parts.changes)
    }
    expect(asked).toBeGreaterThan(50)
  }, 60_000)

  it('M60: articles that come and go leave the proof of the others as it was', () => {
    const of = (...articles: readonly (readonly [string, string])[]) =>
      act(...articles.map(([label, text]) => art(label, undefined, para('1', text))))
    const base = of(['1', 'Совет един.'], ['2', 'Палата одна.'], ['3', 'Закон принят.'])
    const draft = of(['1', 'Совет неделим.'], ['1-1', 'Суд новый.'], ['3', 'Закон принят.'])
    const { proof, changes } = deriveLaw(base, draft, { proof: 'articles' })
    expect(proof.holds).toBe(true)
    const parts = proveByArticle(base, draft, changes, (all) => lawFor(base, all, {}))
    expect(parts?.holds).toBe(true)
    for (const { unit } of changes) {
      const fewer = changes.filter((one) => one.unit !== unit)
      expect(proveByArticle(base, draft, fewer, (all) => lawFor(base, all, {}))).toBeUndefined()
    }
  })
})

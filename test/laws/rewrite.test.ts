import fc from 'fast-check'
import { expect, it } from 'vitest'
import { referencesOf } from '#shared/citation/references.ts'
import { planRewrites, planRewritesIn } from '#shared/citation/rewrite.ts'
import { rewriteEdits, undoing } from '#shared/citation/rewrite-edits.ts'
import { citationFor } from '#shared/citation/write.ts'
import {
  type Act,
  type Language,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  walkUnits,
} from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { randomEdits } from '#test/builders/random-act.ts'

const CASES = {
  ru: ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'],
  kk: ['nominative', 'genitive', 'dative', 'accusative', 'locative', 'ablative', 'instrumental'],
  en: ['nominative'],
} as const

/** Whole numbers below `n`, the same for a seed. */
function dice(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/** Twelve articles of paragraphs and points, in which every paragraph cites other units. */
function citingAct(language: Language, seed: number): Act {
  const below = dice(seed)
  const points = (id: string) =>
    [1, 2, 3].map((n) =>
      makeUnit(
        { id: unitId(`${id}.${n}`), kind: 'point', label: String(n) },
        { body: [makeParagraph('x')] },
      ),
    )
  const build = (words: (id: string) => string): Act =>
    makeAct(
      { id: 'act', language, tradition: 'kz', profile: 'law' },
      Array.from({ length: 12 }, (_, a) =>
        makeUnit(
          { id: unitId(`a${a + 1}`), kind: 'article', label: String(a + 1) },
          {
            units: [1, 2, 3].map((p) => {
              const id = `a${a + 1}.${p}`
              const attrs = { id: unitId(id), kind: 'paragraph', label: String(p) } as const
              return makeUnit(attrs, { body: [makeParagraph(words(id))], units: points(id) })
            }),
          },
        ),
      ),
    )
  const bare = build(() => 'x')
  const ids: UnitId[] = []
  walkUnits(bare, (unit: Unit) => ids.push(unitAttrs(unit).id))
  return build((id) => {
    const targets = Array.from({ length: 1 + below(3) }, () => ids[below(ids.length)]).flatMap(
      (one) => one ?? [],
    )
    const cases = CASES[language]
    const words = citationFor(bare, [...new Set(targets)], {
      case: cases[below(cases.length)] ?? 'nominative',
      ...(below(2) === 0 ? { from: unitId(id) } : {}),
    })
    return `— ${words ?? 'x'}.`
  })
}

/** The act with its numbers in order again, as a drafter leaves it: by kind, articles through the act. */
function renumbered(act: Act): Act {
  const counts = new Map<string, number>()
  const edits: UnitEdit[] = []
  walkUnits(act, (unit, parents) => {
    const { id, kind, label } = unitAttrs(unit)
    if (label === null) return
    const parent = parents.at(-1)
    const series = kind === 'article' || !parent ? kind : `${unitAttrs(parent).id} ${kind}`
    const n = (counts.get(series) ?? 0) + 1
    counts.set(series, n)
    edits.push({ kind: 'setLabel', unit: id, label: String(n), num: null })
  })
  const done = applyEditsToAct(act, edits)
  return done.ok ? done.value : act
}

/** What each reference names, by the unit, block and place where it stands. */
function named(act: Act): ReadonlyMap<string, readonly (UnitId | null)[]> {
  const found = new Map<string, readonly (UnitId | null)[]>()
  for (const { from, block, range, targets } of referencesOf(act))
    for (let at = range.start; at < range.end; at++) {
      const key = `${from} ${block} ${at}`
      found.set(key, [...(found.get(key) ?? []), ...targets.map(({ unit }) => unit)])
    }
  return found
}

it.each(['ru', 'kk', 'en'] as const)(
  'C49: after any edits a rewritten citation names the units that it named (%s)',
  (language) => {
    let rewritten = 0
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, edits) => {
        const before = citingAct(language, seed)
        const draft = renumbered(randomEdits(before, seed, { edits }).draft)
        const plan = planRewrites(before, draft)
        const done = applyEditsToAct(draft, rewriteEdits(draft, plan))
        expect(done.ok).toBe(true)
        if (!done.ok) return
        const again = planRewrites(before, draft)
        expect(again).toEqual(plan)
        const found = named(done.value)
        const shifts = new Map<string, number>()
        for (const { from, block, range, kind, oldWords, newWords, targets } of plan) {
          if (kind !== 'rewrite' || newWords === null) continue
          rewritten++
          const line = `${from} ${block}`
          const shift = shifts.get(line) ?? 0
          const end = range.start + shift + newWords.length
          const units = new Set<UnitId | null>()
          for (let at = range.start + shift; at < end; at++)
            for (const unit of found.get(`${line} ${at}`) ?? []) units.add(unit)
          for (const unit of targets) expect(units).toContain(unit)
          const old = new Set<UnitId | null>()
          walkUnits(before, (unit) => old.add(unitAttrs(unit).id))
          for (const unit of units)
            expect(unit !== null && (targets.includes(unit) || !old.has(unit))).toBe(true)
          shifts.set(line, shift + newWords.length - oldWords.length)
        }
      }),
      { numRuns: 60 },
    )
    expect(rewritten).toBeGreaterThan(100)
  },
)

const NAMES = {
  ru: ['О садах', 'Закона «О садах»'],
  kk: ['Бақтар туралы', '«Бақтар туралы» Заңның'],
  en: ['On Gardens', 'the Law “On Gardens”'],
} as const

/** A law of which each paragraph cites units of another act once. */
function lawCiting(cited: Act, language: Language, seed: number): Act {
  const below = dice(seed)
  const ids: UnitId[] = []
  walkUnits(cited, (unit) => ids.push(unitAttrs(unit).id))
  const paragraph = (n: number) => {
    const units = Array.from({ length: 1 + below(3) }, () => ids[below(ids.length)]).flatMap(
      (one) => one ?? [],
    )
    const cases = CASES[language]
    const words = citationFor(cited, [...new Set(units)], {
      case: cases[below(cases.length)] ?? 'nominative',
      actName: NAMES[language][1],
    })
    const attrs = { id: unitId(`p${n}`), kind: 'paragraph', label: String(n) } as const
    return makeUnit(attrs, { body: [makeParagraph(`— ${words ?? 'x'}.`)] })
  }
  const article = makeUnit(
    { id: unitId('law-1'), kind: 'article', label: '1' },
    { units: Array.from({ length: 16 }, (_, n) => paragraph(n + 1)) },
  )
  return makeAct({ id: 'law', language, tradition: 'kz', profile: 'law' }, [article])
}

it.each(['ru', 'kk', 'en'] as const)(
  'C47: citations of another act that are rewritten name the units that they named (%s)',
  (language) => {
    let rewritten = 0
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, edits) => {
        const before = citingAct(language, seed)
        const law = lawCiting(before, language, seed)
        const after = renumbered(randomEdits(before, seed, { edits }).draft)
        const names = [NAMES[language][0]]
        const named = (citing: Act, act: Act, from: UnitId) =>
          new Set(
            referencesOf(citing, [{ id: 'gardens', names, act }])
              .filter((reference) => reference.from === from)
              .flatMap(({ targets }) => targets.map(({ unit }) => unit)),
          )
        const plan = planRewritesIn(law, { id: 'gardens', names, before, after })
        const done = applyEditsToAct(law, rewriteEdits(law, plan))
        expect(done.ok).toBe(true)
        if (!done.ok) return
        const old = new Set<UnitId | null>()
        walkUnits(before, (unit) => old.add(unitAttrs(unit).id))
        walkUnits(law, (unit) => {
          const from = unitAttrs(unit).id
          const own = plan.filter((rewrite) => rewrite.from === from)
          rewritten += own.length
          if (own.some(({ kind }) => kind === 'check')) return
          // A range may hold units that are new.
          const units = [...named(done.value, after, from)].filter((one) => old.has(one))
          expect(new Set(units)).toEqual(named(law, before, from))
        })
        const back = applyEditsToAct(done.value, rewriteEdits(done.value, undoing(plan)))
        expect(back.ok && back.value.eq(law)).toBe(true)
      }),
      { numRuns: 25 },
    )
    expect(rewritten).toBeGreaterThan(25)
  },
)

it.each(['ru', 'kk', 'en'] as const)('C50: a written citation names its units (%s)', (language) => {
  const act = citingAct(language, 1)
  const cases = CASES[language]
  const ids: UnitId[] = []
  walkUnits(act, (unit) => ids.push(unitAttrs(unit).id))
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...cases),
      fc.option(fc.constantFrom(...ids), { nil: undefined }),
      (units, one, from) => {
        const holder = from ?? unitId('a12.3')
        const words = citationFor(act, units, { case: one, ...(from ? { from } : {}) })
        const done = applyEditsToAct(act, [
          { kind: 'setText', unit: holder, heading: null, body: [makeParagraph(`— ${words}.`)] },
        ])
        expect(done.ok).toBe(true)
        if (!done.ok) return
        const found = referencesOf(done.value).filter((reference) => reference.from === holder)
        const targets = found.flatMap((reference) => reference.targets.map(({ unit }) => unit))
        expect(new Set(targets)).toEqual(new Set(units))
        expect(found.every(({ status }) => status === 'valid')).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

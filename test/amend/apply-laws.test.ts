import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyInstruction, applyLaw } from '#shared/amend/apply/apply.ts'
import { addressOfUnit, invert } from '#shared/amend/apply/invert.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { type QuotedUnit, quotedUnit } from '#shared/amend/quoted-unit.ts'
import {
  type Act,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import { randomAct } from '../builders/random-act.ts'

const seeds = fc.integer({ min: 1, max: 1_000_000 })
const picks = fc.integer({ min: 0, max: 1_000_000 })

function newIds(): () => UnitId {
  let last = 0
  return () => unitId(`new${last++}`)
}

/** An instruction of the kind that `pick` says on a unit of the act that law can name. */
function instructionFor(act: Act, pick: number): Instruction | undefined {
  const units: Unit[] = []
  walkUnits(act, (unit) => {
    if (unitAttrs(unit).label !== null && addressOfUnit(act, unitAttrs(unit).id)) units.push(unit)
  })
  const unit = units[pick % Math.max(units.length, 1)]
  const at = unit && addressOfUnit(act, unitAttrs(unit).id)
  if (!unit || !at) return undefined
  const quoted = quotedUnit(unit)
  const fresh: QuotedUnit = {
    ...quoted,
    label: '777',
    num: null,
    blocks: [{ kind: 'paragraph', text: 'Новое правило.' }],
    units: [],
  }
  const words = /\p{L}{3,}/u.exec(unit.textContent)?.[0] ?? 'слово'
  const spot = { unit: at }
  const into = at.slice(0, -1)
  const kinds: readonly Instruction[] = [
    {
      kind: 'substituteWords',
      at: spot,
      pairs: [{ old: words, new: 'замена' }],
      occurrence: 'each',
    },
    { kind: 'omitWords', at: spot, words, occurrence: 1 },
    {
      kind: 'insertWords',
      at: spot,
      words: 'вставка',
      where: { side: 'after', words, occurrence: 'last' },
    },
    { kind: 'insertWords', at: spot, words: 'в конце', where: { side: 'end' } },
    { kind: 'restateHeading', at, heading: 'Заголовок' },
    { kind: 'restateUnit', at, unit: { ...fresh, label: quoted.label } },
    { kind: 'insertUnit', into, unit: fresh, place: { by: 'number' } },
    { kind: 'repealUnit', at, how: 'exclude' },
    { kind: 'repealUnit', at, how: 'loseForce' },
    { kind: 'renumberUnit', at, to: '888' },
    { kind: 'insertSentences', at: spot, after: 'last', words: 'Новое предложение.' },
    { kind: 'omitSentence', at: { unit: at, part: { kind: 'sentence', n: 1 } } },
    { kind: 'suspend', at, from: null, until: null },
  ]
  return kinds[pick % kinds.length]
}

/** What the act says as law: kinds, numbers, words and tables, as a law would quote them. */
function lawOf(act: Act): readonly QuotedUnit[] {
  return unitsOf(act).map(quotedUnit)
}

describe('instructions on generated acts', () => {
  it('M32: what undoes an instruction restores the text', () => {
    let undone = 0
    fc.assert(
      fc.property(seeds, picks, (seed, pick) => {
        const act = randomAct(seed)
        const instruction = instructionFor(act, pick)
        const undo = instruction && invert(act, instruction, { newId: newIds() })
        if (!instruction || !undo) return
        const done = applyInstruction(act, instruction, { newId: newIds() })
        let result = done.ok ? done.act : act
        for (const one of undo) {
          const step = applyInstruction(result, one, { newId: newIds() })
          expect(step).toMatchObject({ ok: true })
          if (step.ok) result = step.act
        }
        expect(lawOf(result)).toEqual(lawOf(act))
        undone++
      }),
      { numRuns: 1500 },
    )
    expect(undone).toBeGreaterThan(500)
  })

  it('M33: give acts that fit the schema, with every id once', () => {
    fc.assert(
      fc.property(seeds, picks, (seed, pick) => {
        const act = randomAct(seed)
        const instruction = instructionFor(act, pick)
        const done = instruction && applyInstruction(act, instruction, { newId: newIds() })
        if (done?.ok) expectSound(done.act)
      }),
      { numRuns: 500 },
    )
  })

  it('M33: so does any text taken for a law', () => {
    const parts = fc.constantFrom(
      'статью',
      'пункт',
      'подпункт',
      '1',
      '2)',
      '3',
      'статьи',
      '«Суд',
      'решает»',
      'заменить',
      'словами',
      'исключить;',
      'дополнить',
      'пунктом 2',
      'следующего содержания:',
      '"2. Новое.";',
      'изложить в следующей редакции:',
      '\n',
      'слова',
      '"и"',
      'считать пунктом 5',
      'признать утратившим силу',
    )
    fc.assert(
      fc.property(seeds, fc.array(parts, { maxLength: 40 }), (seed, words) => {
        const act = randomAct(seed)
        const parsed = parseAmendingLaw(words.join(' '), { language: 'ru' })
        const { act: result, outcomes } = applyLaw(act, parsed, { newId: newIds() })
        expect(outcomes).toHaveLength(parsed.commands.length)
        expectSound(result)
      }),
      { numRuns: 300 },
    )
  })
})

function expectSound(act: Act): void {
  act.check()
  const ids: string[] = []
  walkUnits(act, (unit) => ids.push(unitAttrs(unit).id))
  expect(new Set(ids).size).toBe(ids.length)
}

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonicalPlaces } from '#shared/citation/canonical-place.ts'
import { referencesOf } from '#shared/citation/references.ts'
import { planRewrites, planRewritesIn } from '#shared/citation/rewrite.ts'
import { rewriteEdits } from '#shared/citation/rewrite-edits.ts'
import { makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditsToAct, findUnit } from '#shared/structure/apply-edit.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para, point, preface } from '#test/builders/act.ts'
import { outcomeOf, rewriteCases } from './rewrite-cases.ts'

const FILES = readdirSync(path.resolve(import.meta.dirname, '../fixtures/rewrites'))

describe('the cases of test/fixtures/rewrites', () => {
  it.each(FILES)('C40: each citation names after the change what it named before (%s)', (file) => {
    const cases = rewriteCases(file)
    const wrong = cases.flatMap((one) => {
      const { text } = outcomeOf(file, one)
      return text === one.expected ? [] : [{ ...one, text }]
    })
    expect(wrong).toEqual([])
  })

  it('C40: has 150 cases of each language', () => {
    const counts = new Map<string, number>()
    for (const file of FILES) {
      const language = file.slice(-6, -4)
      counts.set(language, (counts.get(language) ?? 0) + rewriteCases(file).length)
    }
    expect([...counts.keys()].sort()).toEqual(['en', 'kk', 'ru'])
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(150)
  })
})

function edited(text: ReturnType<typeof act>, edits: readonly UnitEdit[]) {
  const result = applyEditsToAct(text, edits)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const number = (unit: string, label: string): UnitEdit => ({
  kind: 'setLabel',
  unit: unitId(unit),
  label,
  num: null,
})

describe('a plan of rewrites', () => {
  const before = act(
    art('5', '', para('1', 'Первый.', point('2', 'Второй.'))),
    art('6', '', para('1', 'По статье 5.')),
    art('7', '', para('1', 'По статье 6.')),
  )

  it('C41: leaves alone what needs no new words', () => {
    expect(planRewrites(before, before)).toEqual([])
    const after = edited(before, [number('article-7', '8')])
    expect(planRewrites(before, after)).toEqual([])
  })

  it('C42: is a value with places in the text after the edit', () => {
    const after = edited(before, [number('article-5', '4-1')])
    expect(planRewrites(before, after)).toEqual([
      {
        from: 'article-6/paragraph-1',
        block: 0,
        range: { start: 3, end: 11 },
        oldWords: 'статье 5',
        citation: 'статье 5',
        newWords: 'статье 4-1',
        kind: 'rewrite',
        reason: 'number',
        targets: ['article-5'],
      },
    ])
  })

  it('C43: keeps the marks of the text', () => {
    const strong = schema.marks.strong.create()
    const words = [schema.text('По '), schema.text('статье 5', [strong]), schema.text(' суд.')]
    const marked = act(
      art('5', ''),
      makeUnit(
        { id: unitId('article-6'), kind: 'article', label: '6' },
        { body: [schema.nodes.paragraph.create(null, words)] },
      ),
    )
    const after = edited(marked, [number('article-5', '4-1')])
    const done = edited(after, rewriteEdits(after, planRewrites(marked, after)))
    const block = findUnit(done, unitId('article-6'))?.unit.firstChild
    expect(block?.children.map(({ text, marks }) => [text, marks.length])).toEqual([
      ['По ', 0],
      ['статье 4-1', 1],
      [' суд.', 0],
    ])
  })

  it('C44: follows a citation into the unit that its words were split off to', () => {
    const text = act(art('5', ''), art('6', '', para('1', 'Первое. По статье 5.')))
    const after = edited(text, [
      {
        kind: 'split',
        unit: unitId('article-6/paragraph-1'),
        block: 0,
        offset: 8,
        newUnit: unitId('new'),
        newLabel: '2',
      },
      number('article-5', '4'),
    ])
    const plan = planRewrites(text, after)
    expect(plan.map(({ from, range, newWords }) => [from, range.start, newWords])).toEqual([
      ['new', 3, 'статье 4'],
    ])
    const done = edited(after, rewriteEdits(after, plan))
    expect(findUnit(done, unitId('new'))?.unit.textContent).toBe('По статье 4.')
  })

  it('C45: follows a citation into the unit that its own was joined to', () => {
    const text = act(art('5', ''), art('6', '', para('1', 'Первое.'), para('2', 'По статье 5.')))
    const after = edited(text, [
      {
        kind: 'join',
        unit: unitId('article-6/paragraph-2'),
        into: unitId('article-6/paragraph-1'),
      },
      number('article-5', '4'),
    ])
    expect(planRewrites(text, after).map(({ from, newWords }) => [from, newWords])).toEqual([
      ['article-6/paragraph-1', 'статье 4'],
    ])
  })

  it('C46: reports a citation that named nothing and would name a unit now', () => {
    const text = act(art('5', ''), art('6', '', para('1', 'По статье 9.')))
    const after = edited(text, [number('article-5', '9')])
    expect(planRewrites(text, after).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['check', 'found'],
    ])
  })

  it('C47: rewrites the citations of another act', () => {
    const law = act(
      preface('О суде'),
      art('1', '', para('1', 'По статье 5 Закона «О выборах».'), para('2', 'По статье 5.')),
      art('5', ''),
    )
    const changed = {
      id: 'elections',
      names: ['О выборах'],
      before: act(preface('О выборах'), art('5', '')),
    }
    const after = edited(changed.before, [number('article-5', '7')])
    const plan = planRewritesIn(law, { ...changed, after })
    expect(plan.map(({ from, newWords }) => [from, newWords])).toEqual([
      ['article-1/paragraph-1', 'статье 7 Закона «О выборах»'],
    ])
  })

  it('C48: reads and rewrites the cells of tables', () => {
    const { table, tableRow, tableCell } = schema.nodes
    const cell = (words: string) => tableCell.create(null, [makeParagraph(words)])
    const row = tableRow.create(null, [cell('Срок'), cell('По статье 5')])
    const text = act(
      art('5', ''),
      makeUnit(
        { id: unitId('article-6'), kind: 'article', label: '6' },
        { body: [table.create(null, [row])] },
      ),
    )
    const placeOf = canonicalPlaces(text)
    const canonical = canonicalText(text).text
    expect(
      referencesOf(text).map((reference) => {
        const place = placeOf(reference)
        return place && canonical.slice(place.start, place.end)
      }),
    ).toEqual(['статье 5'])
    const after = edited(text, [number('article-5', '4-1')])
    const done = edited(after, rewriteEdits(after, planRewrites(text, after)))
    expect(findUnit(done, unitId('article-6'))?.unit.textContent).toBe('СрокПо статье 4-1')
  })
})

import { describe, expect, it } from 'vitest'
import type { Severity } from '#shared/base/problem.ts'
import type { CheckProblem } from '#shared/check/remedy.ts'
import type { Reference } from '#shared/citation/reference.ts'
import { unitId } from '#shared/schema/act.ts'
import { conflictRows, problemsView } from '../../../renderer/panels/problems/model.ts'
import {
  indexReferences,
  type ReferencesQuestion,
  referencesView,
} from '../../../renderer/panels/references/model.ts'
import { createJourney } from '../../../renderer/workbench/journey.ts'

const a = unitId('a')
const b = unitId('b')
const placeOf = (unit: string) => `place of ${unit}`

const citing: Reference = {
  from: a,
  block: 0,
  range: { start: 3, end: 9 },
  text: 'пунктом 2 статьи 44',
  status: 'valid',
  targets: [{ act: null, unit: b, label: 'пункт 2 статьи 44' }],
}
const broken: Reference = {
  ...citing,
  range: { start: 20, end: 30 },
  status: 'broken',
  targets: [{ act: null, unit: null, label: 'статья 400' }],
}

const ask = (question: Partial<ReferencesQuestion>) =>
  referencesView({
    index: indexReferences([citing]),
    elsewhere: [],
    within: [a],
    placeOf,
    titleOf: (document) => (document === 'law' ? 'Law' : undefined),
    ...question,
  })

describe('references panel', () => {
  it('U14: a unit shows what it cites, with where a press leads', () => {
    const [own] = ask({ index: indexReferences([citing, broken]) }).outgoing
    expect(own?.rows.map(({ place, status, jump }) => ({ place, status, jump }))).toEqual([
      { place: 'пункт 2 статьи 44', status: 'valid', jump: { document: null, unit: b } },
      { place: 'статья 400', status: 'broken', jump: undefined },
    ])
  })

  it('U14: a unit shows who cites it, in this act and in others', () => {
    const elsewhere = {
      document: 'law',
      title: 'Law',
      unit: 'z',
      block: 0,
      from: 3,
      to: 13,
      text: 'article 44',
      place: 'статья 5',
      toUnit: 'b',
      sentence: 'As article 44 says.',
      status: 'valid' as const,
      ignored: false,
    }
    const { incoming } = ask({ elsewhere: [elsewhere], within: [b] })
    expect(
      incoming.map(({ title, rows }) => [
        title,
        ...rows.map(({ place, jump }) => ({ place, jump })),
      ]),
    ).toEqual([
      ['', { place: 'place of a', jump: { document: null, unit: a } }],
      ['Law', { place: 'статья 5', jump: { document: 'law', unit: unitId('z') } }],
    ])
  })

  it('U14: what is cited from outside the unit and the units in it is left out', () => {
    expect(ask({ within: [unitId('other')] })).toEqual({ outgoing: [], incoming: [] })
  })
})

const problem: CheckProblem = {
  code: 'check/empty',
  severity: 'error',
  message: 'Article 1 has no words.',
  unit: 'a',
  finding: 'empty',
  facts: { unit: 'Article 1' },
}

describe('problems panel', () => {
  it('U15: the gravest come first, otherwise as they stand in the act', () => {
    const found = (unit: string, severity: Severity) => ({ ...problem, severity, unit })
    const { rows, more, errors, warnings } = problemsView(
      [found('a', 'info'), found('b', 'error'), found('c', 'warning'), found('d', 'error')],
      3,
      placeOf,
    )
    expect(rows.map(({ unit }) => unit)).toEqual(['b', 'd', 'c'])
    expect(more).toBe(1)
    expect(rows[0]).toMatchObject({ place: 'place of b', unit: b })
    expect({ errors, warnings }).toEqual({ errors: 2, warnings: 1 })
  })
})

describe('conflicts of merging', () => {
  it('U45: lead to the unit where it stands, and bring back one that stands nowhere, with its words', () => {
    const rows = conflictRows(
      [
        { kind: 'detached', unit: a, parent: b },
        { kind: 'edited-and-removed', unit: b, words: 'Новые слова.' },
      ],
      placeOf,
    )
    expect(rows).toEqual([
      {
        key: 'detached a',
        kind: 'detached',
        unit: a,
        place: 'place of a',
        words: '',
        does: 'jump',
      },
      {
        key: 'edited-and-removed b',
        kind: 'edited-and-removed',
        unit: b,
        place: '',
        words: 'Новые слова.',
        does: 'restore',
      },
    ])
  })
})

describe('back', () => {
  it('U16: leads through the places left, the last first, and ends', () => {
    const journey = createJourney()
    const [one, other] = [
      { document: 'law', unit: a },
      { document: 'constitution', unit: b },
    ]
    for (const stop of [one, other, other]) journey.leave(stop)
    expect([journey.back(), journey.back(), journey.back()]).toEqual([other, one, undefined])
  })
})

describe('remedies in the problems panel', () => {
  it('U61: a row carries the remedy of its problem', () => {
    const edits = [{ kind: 'setLabel', unit: a, label: '1-1', num: null }] as const
    const remedy = { kind: 'renumber', to: '1-1', edits } as const
    const { rows } = problemsView([problem, { ...problem, remedy }], 10, placeOf)
    expect(rows.map((row) => row.remedy)).toEqual([undefined, remedy])
  })
})

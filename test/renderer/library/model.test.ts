import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '#shared/bridge/contract.ts'
import {
  agoOf,
  isUntouched,
  type LibraryView,
  libraryRows,
} from '../../../renderer/library/model.ts'

const NOW = Date.UTC(2026, 6, 15, 12)
const HOUR = 3_600_000
const clock = { now: NOW, locale: 'en-GB' }
const newest: LibraryView = { query: '', column: 'changed', direction: 'descending' }

const documents: readonly DocumentSummary[] = [
  summary('1', 'Конституция', { changedAt: NOW - HOUR, units: 500 }),
  summary('2', 'Заң 10', { language: 'kk', profile: 'law', changedAt: NOW - 50 * HOUR, units: 12 }),
  summary('3', 'Заң 9', { language: 'kk', profile: 'law', changedAt: NOW, units: 40 }),
]
const titles = (view: LibraryView) => libraryRows(documents, view, clock).map(({ title }) => title)

describe('library', () => {
  it('U17: rows stand in the order asked for, numbers in titles by value', () => {
    expect(titles(newest)).toEqual(['Заң 9', 'Конституция', 'Заң 10'])
    expect(titles({ ...newest, column: 'units' })).toEqual(['Конституция', 'Заң 9', 'Заң 10'])
    expect(titles({ ...newest, column: 'title', direction: 'ascending' })).toEqual([
      'Заң 9',
      'Заң 10',
      'Конституция',
    ])
  })

  it('U17: a query finds rows that hold each of its words, in title or kind', () => {
    expect(titles({ ...newest, query: 'конст' })).toEqual(['Конституция'])
    expect(titles({ ...newest, query: 'ЗАҢ 10' })).toEqual(['Заң 10'])
    expect(titles({ ...newest, query: 'nothing' })).toEqual([])
  })

  it("U17: the kind is the drafter's word in the language of the act", () => {
    expect(libraryRows(documents, newest, clock).map(({ kind }) => kind)).toEqual([
      'Заң',
      'Конституция',
      'Заң',
    ])
  })

  it('U17: times are near words within a week, then dates', () => {
    expect(agoOf(NOW - 2 * HOUR, clock)).toBe('2 hours ago')
    expect(agoOf(NOW - 26 * HOUR, clock)).toBe('yesterday')
    expect(agoOf(NOW + HOUR, clock)).toBe('this minute')
    expect(agoOf(NOW - 30 * 24 * HOUR, clock)).toBe('15 Jun 2026')
  })

  it("U18: the library says what Bapta does until it holds a text of the drafter's own", () => {
    expect(isUntouched([summary('1', 'A', { sample: true })])).toBe(true)
    expect(isUntouched([])).toBe(true)
    expect(isUntouched(documents)).toBe(false)
  })
})

function summary(id: string, title: string, part: Partial<DocumentSummary>): DocumentSummary {
  return {
    id,
    title,
    language: 'ru',
    profile: 'constitution',
    changedAt: NOW,
    units: 1,
    sample: false,
    ...part,
  }
}

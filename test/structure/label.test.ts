import { describe, expect, it } from 'vitest'
import { compareLabels, labelAfter } from '#shared/structure/label.ts'

const none: ReadonlySet<string> = new Set()

describe('labelAfter', () => {
  it('N8: gives a unit inserted into law in force the number before it and an index', () => {
    expect(labelAfter('44', none)).toBe('44-1')
    expect(labelAfter('44-1', none)).toBe('44-2')
  })

  it('N8: never takes a number that stands', () => {
    expect(labelAfter('44', new Set(['44-1', '44-2']))).toBe('44-3')
  })
})

describe('compareLabels', () => {
  it('N9: orders numbers as law does', () => {
    const labels = ['11', '10-2', '9', '10', '10-1', '10-10']
    expect(labels.toSorted(compareLabels)).toEqual(['9', '10', '10-1', '10-2', '10-10', '11'])
  })

  it('N9: orders roman numbers by value', () => {
    expect(['IX', 'V', 'X', 'IV'].toSorted(compareLabels)).toEqual(['IV', 'V', 'IX', 'X'])
  })

  it('N9: orders letters by the alphabet', () => {
    expect(['b', 'a', 'b-1'].toSorted(compareLabels)).toEqual(['a', 'b', 'b-1'])
  })
})

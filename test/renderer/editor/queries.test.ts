import { describe, expect, it } from 'vitest'
import { unitByNumbers, unitQuery } from '#shared/citation/find-units.ts'
import { unitAttrs, unitId } from '#shared/schema/act.ts'
import { act, art, para, part, point, withId } from '#test/builders/act.ts'
import { findWords, nextFound } from '../../../renderer/editor/queries/find-words.ts'
import { blockStart, firstWordIn } from '../../../renderer/editor/queries/unit-at.ts'
import { countsOf } from '../../../renderer/workbench/counts.ts'

const law = act(
  withId(
    'one',
    part(
      'I',
      'General',
      withId(
        '44',
        art('44', '', withId('3', para('3', 'The President', withId('2', point('2', 'Signs.'))))),
      ),
      withId('44-1', art('44-1', 'Acts of the President')),
    ),
  ),
)

const leadsTo = (query: string) => {
  const found = unitByNumbers(law, unitQuery(query))
  return found && unitAttrs(found.unit).id
}

describe('go to', () => {
  it('U9: one number is the article, the next are the units in it', () => {
    expect(leadsTo('44')).toBe('one/44')
    expect(leadsTo('44 3')).toBe('one/44/3')
    expect(leadsTo('44-1')).toBe('one/44-1')
  })

  it('U9: a number is of the outermost unit that bears it', () => {
    const list = act(art('5', '', para('1', 'One:', point('3', 'a')), para('3', 'Three.')))
    const found = unitByNumbers(list, unitQuery('5 3'))
    expect(found && unitAttrs(found.unit).kind).toBe('paragraph')
    const inner = unitByNumbers(list, unitQuery('5 1 3'))
    expect(inner && unitAttrs(inner.unit).kind).toBe('point')
  })

  it('U9: words and punctuation between the numbers do not matter', () => {
    expect(leadsTo('ст. 44, п. 3, пп. 2)')).toBe('one/44/3/2')
  })

  it('U9: what is not there is not found, and nothing near it either', () => {
    expect(leadsTo('45')).toBeUndefined()
    expect(leadsTo('44 7')).toBeUndefined()
    expect(leadsTo('article')).toBeUndefined()
  })
})

describe('find', () => {
  it('U10: finds every place, whatever the case of letters', () => {
    const found = findWords(law, 'president')
    expect(found.map(({ from, to }) => law.textBetween(from, to))).toEqual([
      'President',
      'President',
    ])
  })

  it('U10: a space finds a no-break space', () => {
    const text = act(art('1', '', para('1', 'Закон №\u00a05 принят')))
    const [found] = findWords(text, '№ 5')
    expect(found && text.textBetween(found.from, found.to)).toBe('№\u00a05')
  })

  it('U10: letters whose lower case is longer keep places exact', () => {
    const text = act(art('1', '', para('1', 'İİİ Rights')))
    const [found] = findWords(text, 'rights')
    expect(found && text.textBetween(found.from, found.to)).toBe('Rights')
  })

  it('U10: the next place is the first at or behind the caret, then the first of all', () => {
    const found = [
      { from: 5, to: 6 },
      { from: 9, to: 10 },
    ]
    expect(nextFound(found, 6)).toBe(1)
    expect(nextFound(found, 20)).toBe(0)
  })

  it('U10: no words find nothing', () => {
    expect(findWords(law, '  ')).toEqual([])
  })
})

describe('places in a unit', () => {
  it('U11: a block starts where its words do', () => {
    law.descendants((node, position) => {
      if (node.attrs['id'] !== unitId('one/44/3')) return true
      const start = blockStart(node, 0)
      expect(start).toBeDefined()
      expect(law.textBetween(position + (start ?? 0), position + (start ?? 0) + 3)).toBe('The')
      expect(blockStart(node, -1)).toBeUndefined()
      expect(blockStart(node, 1)).toBeUndefined()
      return false
    })
  })

  it('U11: the caret goes to the first words of a unit, in it or in the units in it', () => {
    law.descendants((node, position) => {
      if (node.attrs['id'] !== unitId('one/44')) return true
      const at = firstWordIn(node, position)
      expect(law.textBetween(at, at + 3)).toBe('The')
      return false
    })
  })
})

describe('counts', () => {
  it('U12: words are runs of letters and figures, hyphens inside them included', () => {
    const text = act(art('1', '', para('1', 'Закон № 51-VI — о правах; 10 лет.')))
    expect(countsOf(text)).toEqual({ units: 2, words: 6 })
  })
})

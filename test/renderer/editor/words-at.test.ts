import { describe, expect, it } from 'vitest'
import { isUnit, unitId } from '#shared/schema/act.ts'
import { act, art, para } from '#test/builders/act.ts'
import { rangeOfWords, wordsAt } from '../../../renderer/editor/queries/words-at.ts'

const law = act(art('1', 'Срок', para('1', 'Срок — два дня.'), para('2', 'Не более.')))

function placeOf(words: string): { readonly from: number; readonly to: number } {
  let from = -1
  law.descendants((node, position) => {
    if (node.isText && node.text?.includes(words)) from = position + node.text.indexOf(words)
    return true
  })
  return { from, to: from + words.length }
}

describe('words that are selected', () => {
  it('U140: are named by their unit and text, and found by that again', () => {
    for (const [words, unit, text] of [
      ['Срок', 'article-1', -1],
      ['два дня', 'article-1/paragraph-1', 0],
      ['Не более.', 'article-1/paragraph-2', 0],
    ] as const) {
      const range = words === 'Срок' ? { from: 2, to: 6 } : placeOf(words)
      const place = wordsAt(law, range)
      expect(place).toMatchObject({ unit: unitId(unit), text })
      let found: unknown
      law.descendants((node, position) => {
        if (place && isUnit(node) && node.attrs['id'] === unit)
          found = rangeOfWords(node, position, place)
        return true
      })
      expect(found).toEqual(range)
    }
  })

  it('U140: are in one text; there are none where nothing is selected', () => {
    const { from } = placeOf('два')
    expect(wordsAt(law, { from, to: from })).toBeUndefined()
    expect(wordsAt(law, { from, to: placeOf('Не более').to })).toBeUndefined()
  })
})

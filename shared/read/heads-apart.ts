import type { ReadingWords } from '../tradition/reading.ts'
import type { Line } from './line.ts'

/**
 * Two heads on one line («Глава 4. Сделки Статья 147. Понятие сделки») as two lines: an article's
 * number with its full stop stands in no heading.
 */
export function headsApart(line: Line, words: ReadingWords): readonly Line[] {
  const article = words.heads.find(({ kind, place }) => kind === 'article' && place === 'before')
  const opening = words.heads.find(({ word }) => line.text.toLowerCase().startsWith(`${word} `))
  if (!article || !opening || opening.kind === 'article' || line.text.length > 600) return [line]
  const second = new RegExp(`\\s(?=${article.word}\\s\\d+(?:-\\d+)?\\.\\s\\p{Lu})`, 'iu').exec(
    line.text,
  )
  if (!second || line.range.end - line.range.start !== line.text.length) return [line]
  const at = second.index
  const { start, end } = line.range
  return [
    { ...line, text: line.text.slice(0, at), range: { start, end: start + at } },
    {
      ...line,
      text: line.text.slice(at + 1),
      range: { start: start + at + 1, end },
      blankBefore: 0,
    },
  ]
}

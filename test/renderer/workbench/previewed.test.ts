import { describe, expect, it } from 'vitest'
import type { PageBlock } from '#shared/export/page/page.ts'
import { textClean } from '#shared/export/text.ts'
import type { Thread } from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import {
  countSaid,
  previewedAct,
  previewedTable,
  previewedText,
} from '../../../renderer/workbench/previewed.ts'
import { act, art, para } from '../../builders/act.ts'

const law = (articles: number, words: string) =>
  act(...Array.from({ length: articles }, (_, i) => art(`${i + 1}`, 'Срок', para('1', words))))

function wordsIn(blocks: readonly PageBlock[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.runs.map(({ text }) => text).join('')]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => wordsIn(cell.blocks))),
  )
}

describe('the beginning of a file before it is written', () => {
  it('U199: of a clean text is its first blocks, word for word', () => {
    const short = previewedAct(law(2, 'Два дня.'))
    expect(wordsIn(short.shown).join('\n')).toBe(textClean(law(2, 'Два дня.')).trim())
    expect(short.goesOn).toBe(false)
    const long = previewedAct(law(100, 'Два дня.'))
    expect(long.goesOn).toBe(true)
    expect(textClean(law(100, 'Два дня.')).startsWith(wordsIn(long.shown).join('\n'))).toBe(true)
  })

  it('U199: of a comparative table is its first rows with the justifications', () => {
    const given = new Map([[unitId('article-1-paragraph-1'), 'Так решили.']])
    const few = previewedTable(law(2, 'Два дня.'), law(2, 'Три дня.'), given)
    expect(wordsIn(few.shown).join('\n')).toMatch(/Два дня\.[\s\S]*Три дня\./)
    expect(few.goesOn).toBe(false)
    expect(previewedTable(law(90, 'Два дня.'), law(90, 'Три дня.'), given).goesOn).toBe(true)
  })

  it('U199: of a text ends with a whole line', () => {
    const utf8 = (text: string) => new TextEncoder().encode(text)
    expect(previewedText(utf8('a\nb'))).toEqual({ shown: 'a\nb', goesOn: false })
    const long = previewedText(utf8('слово слово\n'.repeat(5000)))
    expect(long.goesOn).toBe(true)
    expect(long.shown.split('\n').every((line) => line === 'слово слово')).toBe(true)
    expect(previewedText(utf8('x'.repeat(50_000))).shown.length).toBeGreaterThan(1000)
  })

  it('U199: of comments is their number, open and settled, without those that say nothing', () => {
    const said = (words: string | undefined, more: Partial<Thread> = {}) => ({
      id: 'c',
      anchor: { unit: unitId('a') },
      proposal: undefined,
      comments: [{ words }],
      resolved: undefined,
      ...more,
    })
    const resolved = { person: { id: 'p', name: 'Dana' }, at: 1 }
    const threads = [said('Why?'), said(''), said('So.', { resolved })] as unknown as Thread[]
    expect(countSaid(threads)).toEqual({ open: 1, resolved: 1 })
  })
})

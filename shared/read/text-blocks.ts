import { type Problem, problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import type { BlockSource } from './act-of-blocks.ts'
import { Blocks, chromeProblem } from './blocks.ts'
import { isMarkdown, unescaped, unstarred } from './emphasis.ts'
import { headReader } from './head.ts'
import { headsApart } from './heads-apart.ts'
import { layoutOf } from './layout.ts'
import { type Line, linesOf } from './line.ts'
import { markProblem, unmarked } from './markup.ts'
import { pageNumbers } from './page-numbers.ts'
import { type ReadProgress, STRIDE } from './structured.ts'
import { type TextTable, textTableAt } from './text-table.ts'
import { isCollapsed, runsOn, unfolded } from './unfold.ts'

/** The paragraphs of a plain text or Markdown: its lines joined, its marks taken off and reported. */
export function* textBlocks(
  text: string,
  words: ReadingWords,
): Generator<ReadProgress, BlockSource> {
  const lines = wholeLines(text, words)
  const problems: Problem[] = []
  const leftOut: TextRange[] = []
  const readHead = headReader(words)
  const paragraphs = new Blocks(words, layoutOf(lines, readHead))
  const hasMarks = isMarkdown(text)
  const pages = pageNumbers(lines, words)
  for (let i = 0; i < lines.length; i++) {
    if (i % STRIDE === 0) yield { done: i, total: lines.length * 2 }
    const line = lines[i]
    if (!line) break
    const table = textTableAt(lines, i, text, readHead)
    if (table) {
      paragraphs.whole(table.block)
      leftOut.push(...table.leftOut)
      problems.push(tableProblem(table))
      i += table.lines - 1
    } else if (words.chrome.test(line.text) || pages.has(line)) {
      problems.push(chromeProblem(line))
      leftOut.push(line.range)
    } else {
      const bare = unmarked(line)
      const plain = bare.line && (hasMarks ? unstarred(bare.line) : unescaped(bare.line))
      const marks = [...bare.problems, ...(plain?.leftOut ?? []).map(markProblem)]
      problems.push(...marks)
      leftOut.push(...marks.flatMap(({ source }) => source ?? []))
      if (plain) for (const one of headsApart(plain.line, words)) paragraphs.add(one)
    }
  }
  return { text, blocks: paragraphs.end(), problems, leftOut }
}

function tableProblem({ block }: TextTable): Problem {
  return problem('read/table', {}, { severity: 'info', source: block.range })
}

function wholeLines(source: string, words: ReadingWords): readonly Line[] {
  const lines = linesOf(source)
  const readHead = headReader(words)
  const isWhole = isCollapsed(lines, words)
  return lines.flatMap((line) =>
    isWhole || runsOn(line, readHead) ? unfolded(line, source, words) : line,
  )
}

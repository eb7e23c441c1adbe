import type { Problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import type { BlockSource } from './act-of-blocks.ts'
import { Blocks, chromeProblem } from './blocks.ts'
import { headsApart } from './heads-apart.ts'
import { layoutOf } from './layout.ts'
import { type Line, linesOf } from './line.ts'
import { unmarked } from './markup.ts'
import { type ReadProgress, STRIDE } from './structured.ts'
import { isCollapsed, unfolded } from './unfold.ts'

/** The paragraphs of a plain text or Markdown: its lines joined, its marks taken off and reported. */
export function* textBlocks(
  text: string,
  words: ReadingWords,
): Generator<ReadProgress, BlockSource> {
  const lines = wholeLines(text, words)
  const problems: Problem[] = []
  const leftOut: TextRange[] = []
  const paragraphs = new Blocks(words, layoutOf(lines))
  for (const [i, line] of lines.entries()) {
    if (i % STRIDE === 0) yield { done: i, total: lines.length * 2 }
    if (words.chrome.test(line.text)) {
      problems.push(chromeProblem(line))
      leftOut.push(line.range)
    } else {
      const bare = unmarked(line)
      problems.push(...bare.problems)
      leftOut.push(...bare.problems.flatMap(({ source }) => source ?? []))
      if (bare.line) for (const one of headsApart(bare.line, words)) paragraphs.add(one)
    }
  }
  return { text, blocks: paragraphs.end(), problems, leftOut }
}

function wholeLines(source: string, words: ReadingWords): readonly Line[] {
  const lines = linesOf(source)
  return isCollapsed(lines) ? lines.flatMap((line) => unfolded(line, source, words)) : lines
}

import { type Problem, problem } from '../../base/problem.ts'
import type { WordComment } from './comments.ts'
import type { LaidText } from './paragraph-blocks.ts'
import { viewOf } from './view.ts'
import { changesIn } from './walk.ts'
import type { WordBlock } from './word-block.ts'
import { wordsOf } from './word-block.ts'
import type { WordFile } from './word-file.ts'

/** What a Word file holds beside its text, and what of its text was left out: each with its words. */
export function fileProblems(
  file: WordFile,
  blocks: readonly WordBlock[],
  { blocks: laid }: LaidText,
): readonly Problem[] {
  const problems: Problem[] = [...file.problems, ...trackedProblem(file), ...furniture(file)]
  const contents = blocks.filter((block) => block.kind === 'paragraph' && block.contents)
  const [first] = contents
  if (first)
    problems.push(
      problem('docx/contents', { lines: contents.length, first: wordsOf([first]) }, INFO),
    )
  for (const { block, word, hidden } of laid) {
    const at = { source: block.range }
    if (hidden !== '') problems.push(problem('docx/hidden', { hidden }, { ...INFO, ...at }))
    if (/[\uE000-\uF8FF]/u.test(block.text))
      problems.push(problem('docx/symbol', {}, { severity: 'warning', ...at }))
    for (const said of besideText(file, word)) problems.push({ ...said, ...at })
  }
  return problems
}

/** Comments and pictures of a paragraph, or of the paragraphs of a table. */
function besideText(file: WordFile, word: WordBlock): readonly Problem[] {
  if (word.kind === 'table')
    return word.rows.flatMap((row) =>
      row.flatMap((cell) => cell.blocks.flatMap((block) => besideText(file, block))),
    )
  return word.pieces.flatMap((piece): readonly Problem[] => {
    if (piece.is === 'object') {
      const words = piece.description
      return [
        words === ''
          ? problem('docx/object', {}, INFO)
          : problem('docx/object:named', { words }, INFO),
      ]
    }
    const comment = piece.is === 'comment' ? commentIn(file, piece.id) : undefined
    if (!comment) return []
    const { author, words } = comment
    return [
      author === ''
        ? problem('docx/comment:unsigned', { words }, INFO)
        : problem('docx/comment', { author, words }, INFO),
    ]
  })
}

function commentIn({ threads, roots }: WordFile, id: string): WordComment | undefined {
  return threads.get(roots.get(id) ?? id)?.comments.find((comment) => comment.id === id)
}

function trackedProblem({ body }: WordFile): readonly Problem[] {
  const authors = new Set<string>()
  let count = 0
  for (const { author } of changesIn(body)) {
    count++
    if (author !== '') authors.add(author)
  }
  if (count === 0) return []
  return [
    authors.size === 0
      ? problem('docx/tracked', { count }, INFO)
      : problem('docx/tracked:by', { count, authors: [...authors].join(', ') }, INFO),
  ]
}

/** Headers and footers repeat on each page; each is told once. */
function furniture(file: WordFile): readonly Problem[] {
  const said = file.furniture.map((blocks) => wordsOf(viewOf(blocks, 'draft', file.context)))
  return [...new Set(said)]
    .filter((words) => words !== '')
    .map((words) => problem('docx/page-furniture', { words }, INFO))
}

const INFO = { severity: 'info' } as const

import type { Problem } from '../../base/problem.ts'
import type { WordComment } from './comments.ts'
import { wordsOf } from './notes.ts'
import type { LaidText } from './paragraph-blocks.ts'
import { viewOf, type WordBlock } from './view.ts'
import { changesIn } from './walk.ts'
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
      info(
        'docx/contents',
        `A table of contents of ${contents.length} lines, which opens with “${wordsOf([first])}”, was left out: Word makes it from the headings.`,
      ),
    )
  for (const { block, word, hidden } of laid) {
    const at = { source: block.range }
    if (hidden !== '')
      problems.push({
        ...info(
          'docx/hidden',
          `The file hides the words “${hidden}” here, and they were left out: show them in Word if they are law.`,
        ),
        ...at,
      })
    if (/[\uE000-\uF8FF]/u.test(block.text))
      problems.push({
        ...info(
          'docx/symbol',
          'A sign here is known to one font only: put the right character in its place.',
        ),
        severity: 'warning',
        ...at,
      })
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
      const what = piece.description === '' ? '' : ` (“${piece.description}”)`
      return [
        info('docx/object', `A picture or embedded object${what} stands here and was left out.`),
      ]
    }
    const comment = piece.is === 'comment' ? commentIn(file, piece.id) : undefined
    if (!comment) return []
    return [info('docx/comment', `${comment.author || 'Somebody'} comments: “${comment.words}”`)]
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
  const by = authors.size === 0 ? '' : ` by ${[...authors].join(', ')}`
  return [
    info(
      'docx/tracked',
      `The file holds ${count} tracked changes${by}: the text without them was read as the law in force, the text with them as the draft.`,
    ),
  ]
}

/** Headers and footers repeat on each page; each is told once. */
function furniture(file: WordFile): readonly Problem[] {
  const said = file.furniture.map((blocks) => wordsOf(viewOf(blocks, 'draft', file.context)))
  return [...new Set(said)]
    .filter((words) => words !== '')
    .map((words) =>
      info(
        'docx/page-furniture',
        `“${words}” stands at the head or foot of each page and was left out.`,
      ),
    )
}

function info(code: string, message: string): Problem {
  return { code, severity: 'info', message }
}

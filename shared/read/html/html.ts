import type { Problem } from '../../base/problem.ts'
import type { TextRange } from '../../base/range.ts'
import { readingWordsFor } from '../../tradition/reading-words.ts'
import type { ReadText } from '../act-of-blocks.ts'
import { actOfBlocks } from '../act-of-blocks.ts'
import { chosenProfile, type ProfileWish } from '../choice.ts'
import { detectProfile } from '../detect.ts'
import type { ReadProgress } from '../structured.ts'
import { parsedPage } from './dom.ts'
import { ownPage } from './own-page.ts'
import { pageBlocks } from './page-blocks.ts'
import type { PageParagraph } from './paragraph.ts'
import { walkedPage } from './walk.ts'

export interface ReadHtmlOptions {
  readonly newId: () => string
  readonly wish?: ProfileWish | undefined
}

/**
 * Reads a web page, or a piece of one, as an act. Never fails; what is hidden, struck, a picture or the
 * furniture of the page is left out and reported with its place in the HTML.
 */
export function* readHtmlSteps(
  html: string,
  { newId, wish }: ReadHtmlOptions,
): Generator<ReadProgress, ReadText> {
  yield { done: 0, total: 0 }
  const tree = parsedPage(html)
  const own = wish === undefined || isEmptyWish(wish) ? ownPage(tree, newId) : undefined
  if (own) return { ...own, problems: [] }
  yield { done: 0, total: 0 }
  const page = walkedPage(tree, html)
  yield { done: 0, total: 0 }
  const profile = chosenProfile(detectProfile(sampleOf(page.paragraphs)), wish)
  const { source, placeInHtml } = pageBlocks(page.paragraphs, readingWordsFor(profile))
  const read = yield* actOfBlocks(source, profile, newId)
  const placed = read.problems.map((problem) => inHtml(problem, placeInHtml))
  return { ...read, problems: [...page.problems, ...placed] }
}

/** A page of our own is read as it states itself, unless the person knows better. */
function isEmptyWish(wish: ProfileWish): boolean {
  return Object.values(wish).every((value) => value === undefined)
}

function inHtml(problem: Problem, placeInHtml: (position: number) => number): Problem {
  if (!problem.source) return problem
  const { start, end } = problem.source
  const source: TextRange = {
    start: placeInHtml(start),
    end: placeInHtml(Math.max(start, end - 1)) + 1,
  }
  return { ...problem, source }
}

function sampleOf(paragraphs: readonly PageParagraph[]): string {
  return paragraphs
    .map(({ pieces, table }) =>
      table
        ? table.textBetween(0, table.content.size, ' ')
        : pieces.map(({ text }) => text).join(''),
    )
    .join('\n')
}

import type { Problem } from '../base/problem.ts'
import type { Act } from '../schema/act.ts'
import { canonicalText } from '../structure/canonical-text.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import { readingWordsFor } from '../tradition/reading-words.ts'
import { unaccounted } from './account.ts'
import { Blocks, chromeProblem } from './blocks.ts'
import { detectProfile, type ProfileChoice } from './detect.ts'
import { headsApart } from './heads-apart.ts'
import { layoutOf } from './layout.ts'
import { type Line, linesOf } from './line.ts'
import { unmarked } from './markup.ts'
import { readingProblems } from './reading-problems.ts'
import { type ReadProgress, STRIDE, structured } from './structured.ts'
import { isCollapsed, unfolded } from './unfold.ts'

/** An act read from a text, and what was doubtful in the text. */
export interface ReadText {
  readonly act: Act
  readonly problems: readonly Problem[]
  /** The profile it was read under: the one asked for, else the one its words speak for. */
  readonly profile: ProfileChoice
}

export interface ReadOptions {
  /** Gives a new id on each call: for the act first, then for its units in document order. */
  readonly newId: () => string
  readonly profile?: ProfileChoice
}

/**
 * Reads plain text as an act. Never fails: any text gives an act that fits the schema, and every
 * character of it stands in the act or in a problem that names its place.
 */
export function readText(source: string, options: ReadOptions): ReadText {
  const steps = readTextSteps(source, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** {@link readText} in steps that report lines read, so that a caller may show progress or stop. */
export function* readTextSteps(
  source: string,
  options: ReadOptions,
): Generator<ReadProgress, ReadText> {
  const profile = options.profile ?? detectProfile(source)
  const words = readingWordsFor(profile)
  const lines = wholeLines(source, words)
  const problems: Problem[] = []
  const paragraphs = new Blocks(words, layoutOf(lines))
  for (const [i, line] of lines.entries()) {
    if (i % STRIDE === 0) yield { done: i, total: lines.length * 2 }
    if (words.chrome.test(line.text)) problems.push(chromeProblem(line))
    else {
      const bare = unmarked(line)
      problems.push(...bare.problems)
      if (bare.line) for (const one of headsApart(bare.line, words)) paragraphs.add(one)
    }
  }
  const { act, units } = yield* structured(paragraphs.end(), profile, options.newId)
  problems.push(...readingProblems(units, source))
  const dropped = problems
    .filter(({ code }) => DROPPED.has(code))
    .flatMap(({ source }) => source ?? [])
  problems.push(...unaccounted(source, canonicalText(act).text, dropped))
  return { act, problems, profile }
}

function wholeLines(source: string, words: ReadingWords): readonly Line[] {
  const lines = linesOf(source)
  return isCollapsed(lines) ? lines.flatMap((line) => unfolded(line, source, words)) : lines
}

/** Codes of problems whose source is left out of the act. */
const DROPPED: ReadonlySet<string> = new Set(['read/page-furniture', 'read/markup'])

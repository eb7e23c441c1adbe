import type { Problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import type { Act } from '../schema/act.ts'
import { canonicalText } from '../structure/canonical-text.ts'
import { unaccounted } from './account.ts'
import type { Block } from './block.ts'
import type { ProfileChoice } from './detect.ts'
import { readingProblems } from './reading-problems.ts'
import { type ReadProgress, structured } from './structured.ts'

/** A source as its format takes it apart: paragraphs, and what is no part of any. */
export interface BlockSource {
  /** The text that all ranges count in. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly problems: readonly Problem[]
  /** What stands in the text, in no paragraph, and is reported. */
  readonly leftOut: readonly TextRange[]
}

/** An act read from a text, and what was doubtful in the text. */
export interface ReadText {
  readonly act: Act
  readonly problems: readonly Problem[]
  /** The profile it was read under: the one asked for, else the one its words speak for. */
  readonly profile: ProfileChoice
}

/** The act that paragraphs make, with all that is doubtful in them; loses no character of the text. */
export function* actOfBlocks(
  { text, blocks, problems, leftOut }: BlockSource,
  profile: ProfileChoice,
  newId: () => string,
): Generator<ReadProgress, ReadText> {
  const { act, units } = yield* structured(blocks, profile, newId)
  return {
    act,
    problems: [
      ...problems,
      ...readingProblems(units, text),
      ...unaccounted(text, canonicalText(act).text, leftOut),
    ],
    profile,
  }
}

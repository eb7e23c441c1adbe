import { finished } from '../base/steps.ts'
import { readingWordsFor } from '../tradition/reading-words.ts'
import type { ReadText } from './act-of-blocks.ts'
import { actOfBlocks } from './act-of-blocks.ts'
import { detectProfile, type ProfileChoice } from './detect.ts'
import type { ReadProgress } from './structured.ts'
import { textBlocks } from './text-blocks.ts'

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
  return finished(readTextSteps(source, options))
}

/** {@link readText} in steps that report lines read, so that a caller may show progress or stop. */
export function* readTextSteps(
  source: string,
  { newId, profile = detectProfile(source) }: ReadOptions,
): Generator<ReadProgress, ReadText> {
  const blocks = yield* textBlocks(source, readingWordsFor(profile))
  return yield* actOfBlocks(blocks, profile, newId)
}

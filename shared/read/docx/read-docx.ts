import { type Problem, problem } from '../../base/problem.ts'
import { ok, type Result } from '../../base/result.ts'
import { finished } from '../../base/steps.ts'
import { type Act, actAttrs } from '../../schema/act.ts'
import { canonicalText } from '../../structure/canonical-text.ts'
import type { Remark } from '../../structure/remark.ts'
import { profileFor } from '../../tradition/profiles.ts'
import { readingWordsFor } from '../../tradition/reading-words.ts'
import { chosenProfile, type ProfileWish } from '../choice.ts'
import { detectProfile, type ProfileChoice } from '../detect.ts'
import type { DraftUnit } from '../draft-unit.ts'
import { readingProblems } from '../reading-problems.ts'
import { type KnownIds, type ReadProgress, structured } from '../structured.ts'
import { fileProblems } from './file-problems.ts'
import { noteMaker } from './notes.ts'
import { ownProfile } from './own-profile.ts'
import { type LaidText, laidText, openedBlocks } from './paragraph-blocks.ts'
import { remarksIn, type SaidText } from './remarks.ts'
import { type Unmarked, unmarked } from './said-words.ts'
import { shareIds } from './shared-ids.ts'
import type { Side } from './tracked.ts'
import { viewOf } from './view.ts'
import { isTracked } from './walk.ts'
import type { WordBlock } from './word-block.ts'
import { readWordFile, type WordFile } from './word-file.ts'
import type { ZipLimits } from './zip.ts'

/** What a Word file says. */
export interface ReadDocx {
  /** The text; with all tracked changes rejected, where there are any. */
  readonly act: Act
  /** The text with all tracked changes accepted; units of one paragraph have one id in both. */
  readonly draft: Act | undefined
  readonly problems: readonly Problem[]
  readonly profile: ProfileChoice
  /** What people said of the text, at its units and words. */
  readonly remarks: readonly Remark[]
  /** The text line by line, which the problems point into: the draft's where there is one. */
  readonly source: string
}

export interface ReadDocxOptions {
  /** Gives a new id on each call: for the act first, then for its units in document order. */
  readonly newId: () => string
  readonly wish?: ProfileWish | undefined
  readonly limits?: ZipLimits | undefined
}

/** Reads a Word file; fails only where its document cannot be read at all. */
export function readDocx(bytes: Uint8Array, options: ReadDocxOptions): Result<ReadDocx> {
  return finished(readDocxSteps(bytes, options))
}

/** {@link readDocx} in steps that report how far it is. */
export function* readDocxSteps(
  bytes: Uint8Array,
  { newId, wish, limits }: ReadDocxOptions,
): Generator<ReadProgress, Result<ReadDocx>> {
  const opened = readWordFile(bytes, limits)
  if (!opened.ok) return opened
  const file = opened.value
  const tracked = isTracked(file.body)
  const base = textOf(file, tracked ? 'base' : 'draft')
  const own = ownProfile(file.properties)
  const profile = chosenProfile(own ?? detectProfile(base.laid.source), wish)
  const first = yield* read(file, base, profile, newId, {})
  const one = { ...first, laid: base.laid, side: 'base', isTracked: tracked } as const
  if (!tracked)
    return ok({ ...reading(file, base, one, undefined), draft: undefined, act: first.act, profile })
  const draft = textOf(file, 'draft')
  const second = yield* read(file, draft, profile, newId, {
    act: actAttrs(first.act).id,
    name: (units) =>
      shareIds({ laid: base.laid, units: first.units }, { laid: draft.laid, units }, file.body),
  })
  const other = { ...second, laid: draft.laid, side: 'draft', isTracked: true } as const
  return ok({ ...reading(file, draft, other, one), act: first.act, draft: second.act, profile })
}

interface FileText {
  readonly view: readonly WordBlock[]
  readonly laid: LaidText
}

function textOf(file: WordFile, side: Side): FileText {
  const view = viewOf(file.body, side, file.context)
  return { view, laid: laidText(view, { side, noteOf: noteMaker(file, side) }) }
}

interface Reading {
  readonly act: Act
  readonly units: readonly DraftUnit[]
  readonly said: Unmarked['said']
}

function* read(
  file: WordFile,
  { laid }: FileText,
  profile: ProfileChoice,
  newId: () => string,
  known: KnownIds,
): Generator<ReadProgress, Reading> {
  const blocks = openedBlocks(laid, readingWordsFor(profile), profileFor(profile))
  const { act, units } = yield* structured(blocks, profile, newId, known)
  return { ...(file.roots.size > 0 ? unmarked(act) : { act, said: new Map() }), units }
}

function reading(
  file: WordFile,
  { view, laid }: FileText,
  text: Reading & SaidText,
  before: SaidText | undefined,
): Pick<ReadDocx, 'problems' | 'remarks' | 'source'> {
  const { source } = laid
  const { act, units } = text
  const { remarks, problems } = remarksIn(file, text, before)
  return {
    source,
    remarks,
    problems: [
      ...fileProblems(file, view, laid),
      ...problems,
      ...readingProblems(units, source),
      ...lostWords(source, canonicalText(act).text),
    ],
  }
}

/**
 * Characters of the text that the act has fewer of. Their places are not told: a heading that stands
 * before its number in the file stands behind it in the act.
 */
function lostWords(source: string, text: string): readonly Problem[] {
  const left = new Map<string, number>()
  for (const char of source) if (!/\s/u.test(char)) left.set(char, (left.get(char) ?? 0) + 1)
  for (const char of text) left.set(char, (left.get(char) ?? 0) - 1)
  const lost = [...left].filter(([, count]) => count > 0)
  if (lost.length === 0) return []
  const count = lost.reduce((sum, [, each]) => sum + each, 0)
  return [problem('docx/lost', { count, chars: lost.map(([char]) => char).join('') })]
}

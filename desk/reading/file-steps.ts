import { type Problem, problem, sayingOf } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import type { FileFormat, NamedFile } from '#shared/open/file-format.ts'
import { type OpenedAct, openFileSteps } from '#shared/open/open.ts'
import type { ProfileWish } from '#shared/read/choice.ts'
import type { ProfileChoice } from '#shared/read/detect.ts'
import type { ReadProgress } from '#shared/read/structured.ts'
import { type Act, unitsOf } from '#shared/schema/act.ts'
import { lineOf, lineStarts } from '../lines.ts'
import { type PreparedDocument, prepared } from './prepared.ts'

type JobState = Extract<BridgeEvent, { kind: 'job' }>['state']
type ImportProblem = Extract<JobState, { kind: 'done' }>['problems'][number]

/** A file read into documents that are ready for the library. */
export interface FileRead {
  readonly format: FileFormat
  /** One for each act in the file, at least one. */
  readonly documents: readonly PreparedDocument[]
  /** What the first act was read under. */
  readonly profile: ProfileChoice
  readonly problems: readonly ImportProblem[]
  /** The text that the lines of problems count in; `undefined` for a packed file. */
  readonly source: string | undefined
}

/** A file that was read and waits for a person's look; it is not in the library. */
export interface HeldFile {
  readonly name: string
  readonly read: FileRead
}

export interface FileStepsOptions {
  readonly newId: () => string
  readonly wish: ProfileWish | undefined
  /** Now, for what tells no time of its own. */
  readonly at: number
}

/** The reading of one file in steps, for any thread. */
export function* fileSteps(
  file: NamedFile,
  { newId, wish, at }: FileStepsOptions,
): Generator<ReadProgress, Result<FileRead>> {
  const opened = yield* openFileSteps(file, { newId, wish })
  if (!opened.ok) return opened
  const { format, source } = opened.value
  const acts = opened.value.acts.filter(({ act }) => unitsOf(act).length > 0)
  const [first] = acts
  if (!first) return fail(problem('desk/no-text', { name: file.name }))
  const starts = source === undefined ? undefined : lineStarts(source)
  return ok({
    format,
    documents: acts.map((act) =>
      prepared(format === 'akn' ? ownAct(act, newId()) : act, { source: file.name, at }),
    ),
    profile: first.profile,
    problems: acts.flatMap(({ problems }) => problems).map((problem) => told(problem, starts)),
    source,
  })
}

/** A file of ours says which act it is of; what is made of it here is a document of its own. */
function ownAct({ act, draft }: Pick<OpenedAct, 'act' | 'draft'>, id: string) {
  const own = (text: Act) => text.type.create({ ...text.attrs, id }, text.content)
  return { act: own(act), draft: draft && own(draft) }
}

function told(found: Problem, starts: readonly number[] | undefined): ImportProblem {
  const { severity, source, unit } = found
  const line = source && starts ? lineOf(starts, source.start) : null
  return { ...sayingOf(found), severity, line, unit: unit ?? null }
}

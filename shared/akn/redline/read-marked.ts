import type { Problem } from '../../base/problem.ts'
import type { Act } from '../../schema/act.ts'
import type { ReadAkn, ReadAknOptions } from '../act-builder.ts'
import { type ReadAknProgress, readAknSteps } from '../read.ts'
import { type MarkedSide, markedSides } from './marked-sides.ts'

/** Both texts of a marked document. */
export interface ReadMarked extends ReadAkn {
  readonly draft: Act
}

/** Reads a marked document as its base and its draft, in steps; `undefined` for any other document. */
export function* readMarkedSteps(
  source: string,
  options: ReadAknOptions,
): Generator<ReadAknProgress, ReadMarked | undefined> {
  const sides = markedSides(source)
  if (!sides) return undefined
  const base = yield* readAknSteps(sides.base.text, options)
  const draft = yield* readAknSteps(sides.draft.text, options)
  if (!base.ok || !draft.ok) return undefined
  const { act, profile } = base.value
  const problems = [
    ...placed(base.value.problems, sides.base),
    ...placed(draft.value.problems, sides.draft),
  ]
  return { act, profile, draft: draft.value.act, problems: once(problems) }
}

/** The problems of one text at their places in the whole document. */
function placed(problems: readonly Problem[], side: MarkedSide): readonly Problem[] {
  return problems.map((problem) => {
    const { source } = problem
    if (!source) return problem
    const { start, end } = source
    return { ...problem, source: { start: side.placeOf(start), end: side.placeOf(end) } }
  })
}

/** What both texts have is told once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const told = new Map(problems.map((one) => [`${one.code} ${one.message}`, one]))
  return [...told.values()]
}

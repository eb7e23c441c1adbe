import { type Problem, problem } from '../base/problem.ts'
import type { Result } from '../base/result.ts'
import { fail, ok } from '../base/result.ts'
import { finished } from '../base/steps.ts'
import type { ReadAkn, ReadAknOptions } from './act-builder.ts'
import { ActBuilder } from './act-builder.ts'
import { BOUNDS, tokenSteps } from './tokens.ts'

export interface ReadAknProgress {
  /** UTF-16 units. */
  readonly done: number
  readonly total: number
}

/**
 * Reads an Akoma Ntoso document of any type, release and namespace as an act. Every character of its
 * words stands in the act or in a problem; what Bapta has no node for stays in `source`, from which
 * the writer gives it back. It fails only where there is no document to read: the XML is not
 * well-formed, declares a document type, or is of another format.
 */
export function readAkn(source: string, options: ReadAknOptions): Result<ReadAkn> {
  return finished(readAknSteps(source, options))
}

/** {@link readAkn} in steps, so that a caller may show progress or stop. */
export function* readAknSteps(
  source: string,
  options: ReadAknOptions,
): Generator<ReadAknProgress, Result<ReadAkn>> {
  const builder = new ActBuilder(source, options)
  const tokens = tokenSteps(source, builder, options.bounds ?? BOUNDS)
  for (;;) {
    const step = tokens.next()
    if (step.done) {
      if (!step.value.ok) return step.value
      break
    }
    yield { done: step.value, total: source.length }
  }
  const read = builder.end()
  return read === undefined ? fail(notAkn(builder.rootName)) : ok(read)
}

function notAkn(root: string): Problem {
  return problem('akn/other-format', { root })
}

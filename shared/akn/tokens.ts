import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type MarkupBounds, type MarkupListener, type ScanFault, Scanner } from './scanner.ts'
import { faultSteps } from './xml-fault.ts'

/**
 * The gravest real documents have a depth of 50 and 30 attributes on an element; 400 million units are
 * what a string may hold with room to write it again.
 */
export const BOUNDS: MarkupBounds = { length: 400_000_000, depth: 400, attributes: 1_000 }

/** UTF-16 units between two steps. */
const STRIDE = 1 << 18

/**
 * Tells the listener of a well-formed document, in steps that give the place reached. A document type
 * declaration is refused before anything in it is looked at, so that no entity can be declared.
 */
export function* tokenSteps(
  source: string,
  listener: MarkupListener,
  bounds: MarkupBounds = BOUNDS,
  sort: 'document' | 'fragment' = 'document',
): Generator<number, Result<void>> {
  const { length } = source
  if (length > bounds.length)
    return fail(problem('akn/too-large', { millions: Math.round(length / 1e6) }, upTo(0)))
  const scanner = new Scanner(source, listener, bounds, sort)
  for (let until = STRIDE; !scanner.isDone; until += STRIDE) {
    scanner.run(until)
    yield Math.min(scanner.at, length)
  }
  if (!scanner.fault) scanner.run(length)
  return scanner.fault ? yield* refusal(source, sort, scanner.fault) : ok(undefined)
}

function* refusal(
  source: string,
  sort: 'document' | 'fragment',
  { why, at }: ScanFault,
): Generator<number, Result<void>> {
  switch (why) {
    case 'doctype':
      return fail(problem('akn/doctype', {}, upTo(at)))
    case 'depth':
      return fail(problem('akn/too-deep', {}, upTo(at)))
    case 'attributes':
      return fail(problem('akn/too-many-attributes', {}, upTo(at)))
    case 'malformed': {
      const told = yield* faultSteps(source, sort)
      const { message, at: place } = told ?? { message: 'half of a character stands in it', at }
      return fail(malformed(message, place))
    }
  }
}

function malformed(fault: string, at: number): Problem {
  const [, line, column, what] = /^(\d+):(\d+): (.*)$/s.exec(fault) ?? []
  const reason = (what ?? fault).replace(/\.$/, '')
  return line && column
    ? problem('akn/not-well-formed:at', { line, column, reason }, upTo(at))
    : problem('akn/not-well-formed', { reason }, upTo(at))
}

function upTo(at: number) {
  return { source: { start: Math.max(0, at - 1), end: at } }
}

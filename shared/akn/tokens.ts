import type { Problem } from '../base/problem.ts'
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
  if (length > bounds.length) return refused('akn/too-large', tooLarge(length), 0)
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
      return refused('akn/doctype', DOCTYPE, at)
    case 'depth':
      return refused('akn/too-deep', TOO_DEEP, at)
    case 'attributes':
      return refused('akn/too-many-attributes', TOO_MANY, at)
    case 'malformed': {
      const told = yield* faultSteps(source, sort)
      const { message, at: place } = told ?? { message: 'half of a character stands in it', at }
      return refused('akn/not-well-formed', malformed(message), place)
    }
  }
}

function refused(code: string, message: string, at: number): Result<void> {
  const problem: Problem = {
    code,
    severity: 'error',
    message,
    source: { start: Math.max(0, at - 1), end: at },
  }
  return fail(problem)
}

const DOCTYPE =
  'The file declares a document type, which Akoma Ntoso never needs and which may hide other files; take the <!DOCTYPE …> out and try again.'
const TOO_DEEP = 'Elements are nested deeper than any law is; the file is not a legal document.'
const TOO_MANY =
  'An element has more attributes than any law needs; the file is not a legal document.'

function tooLarge(length: number): string {
  return `The file is larger than Bapta reads (${Math.round(length / 1e6)} million characters); split it.`
}

function malformed(fault: string): string {
  const [, place, what] = /^(\d+:\d+): (.*)$/s.exec(fault) ?? []
  const where = place ? ` at line ${place.replace(':', ', column ')}` : ''
  return `The XML is not well-formed${where} (${(what ?? fault).replace(/\.$/, '')}); get the whole file again from where it came.`
}

import { SaxesParser } from 'saxes'
import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'

/** Who hears of the markup of a document, in order. Positions are UTF-16 units of the document. */
export interface MarkupListener {
  /** `start` is that of its `<`, `end` lies behind its `>`. */
  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void
  close(name: string, start: number, end: number): void
  text(text: string, end: number): void
  /** A processing instruction. */
  instruction(target: string, body: string, end: number): void
}

/** Bounds that keep a hostile document from taking the memory or the stack. */
export interface MarkupBounds {
  /** UTF-16 units. */
  readonly length: number
  readonly depth: number
  /** Of one element. */
  readonly attributes: number
}

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
  { length, depth: deepest, attributes: most }: MarkupBounds = BOUNDS,
  sort: 'document' | 'fragment' = 'document',
): Generator<number, Result<void>> {
  if (source.length > length) return refused('akn/too-large', tooLarge(source.length), 0)
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: sort === 'fragment' })
  let depth = 0
  let count = 0
  const startOf = (end: number) => source.lastIndexOf('<', end - 1)
  parser.on('error', (fault) => {
    throw new Refusal('akn/not-well-formed', malformed(fault.message), parser.position)
  })
  parser.on('doctype', () => {
    throw new Refusal('akn/doctype', DOCTYPE, parser.position)
  })
  parser.on('opentagstart', () => {
    count = 0
    if (++depth > deepest) throw new Refusal('akn/too-deep', TOO_DEEP, parser.position)
  })
  parser.on('attribute', () => {
    if (++count > most) throw new Refusal('akn/too-many-attributes', TOO_MANY, parser.position)
  })
  parser.on('opentag', (tag) => {
    const end = parser.position
    listener.open(tag.name, tag.attributes, startOf(end), end)
    if (tag.isSelfClosing) listener.close(tag.name, end, end)
  })
  parser.on('closetag', (tag) => {
    depth--
    const end = parser.position
    if (!tag.isSelfClosing) listener.close(tag.name, startOf(end), end)
  })
  parser.on('text', (text) => listener.text(text, parser.position))
  parser.on('cdata', (text) => listener.text(text, parser.position))
  parser.on('processinginstruction', ({ target, body }) =>
    listener.instruction(target, body, parser.position),
  )
  try {
    for (let at = 0; at < source.length; at += STRIDE) {
      parser.write(source.slice(at, at + STRIDE))
      yield Math.min(at + STRIDE, source.length)
    }
    parser.close()
    return ok(undefined)
  } catch (fault) {
    if (fault instanceof Refusal) return refused(fault.code, fault.message, fault.at)
    throw fault
  }
}

class Refusal extends Error {
  readonly code: string
  readonly at: number

  constructor(code: string, message: string, at: number) {
    super(message)
    this.code = code
    this.at = at
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

import { skipSpaces, XML_NAME } from './xml-name.ts'

/** Who hears of the markup of a document, in order. Positions are UTF-16 units of the document. */
export interface MarkupListener {
  /** `start` is that of its `<`, `end` lies behind its `>`. */
  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void
  close(name: string, start: number, end: number): void
  text(text: string): void
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

/** Why a document was not read to its end. */
export interface ScanFault {
  readonly why: 'malformed' | 'doctype' | 'depth' | 'attributes'
  readonly at: number
}

/**
 * Tells a listener of XML 1.0 as it stands in a string, and stops at the first fault. What it accepts,
 * and what it tells, is what saxes does (but for half a character, which it refuses); a test compares
 * them. It is several times as fast because it looks for the next mark and not at each character.
 */
export class Scanner {
  fault: ScanFault | undefined
  at = 0
  private readonly source: string
  private readonly listener: MarkupListener
  private readonly bounds: MarkupBounds
  private readonly isFragment: boolean
  private readonly path: string[] = []
  private hasRoot = false

  constructor(
    source: string,
    listener: MarkupListener,
    bounds: MarkupBounds,
    sort: 'document' | 'fragment',
  ) {
    this.source = source
    this.listener = listener
    this.bounds = bounds
    this.isFragment = sort === 'fragment'
    const illegal = UNUSUAL.test(source) ? source.search(ILLEGAL) : -1
    if (illegal >= 0) this.stop('malformed', illegal)
    else this.at = this.start()
  }

  get isDone(): boolean {
    return this.fault !== undefined || this.at >= this.source.length
  }

  /** Reads on to a place or a little beyond it. */
  run(until: number): void {
    const { source } = this
    while (this.at < until && !this.isDone) {
      const next = source.indexOf('<', this.at)
      const end = next < 0 ? source.length : next
      if (end > this.at && !this.words(source.slice(this.at, end))) this.stop('malformed', end)
      else this.at = end
      if (next < 0 || this.fault) break
      const reached = this.markup(next)
      if (reached > next) this.at = reached
      else this.stop('malformed', next + 1)
    }
    if (!this.fault && this.at >= source.length && !this.isWhole()) this.stop('malformed', this.at)
  }

  private isWhole(): boolean {
    return this.path.length === 0 && (this.hasRoot || this.isFragment)
  }

  private stop(why: ScanFault['why'], at: number): number {
    this.fault ??= { why, at }
    return 0
  }

  /** Where what follows a byte order mark and a declaration begins. */
  private start(): number {
    const start = this.source.startsWith('\ufeff') ? 1 : 0
    if (this.isFragment || !/^<\?xml[\s?]/.test(this.source.slice(start, start + 6))) return start
    const head = this.source.slice(start, start + LONGEST_DECLARATION)
    const declared = DECLARATION.exec(head)?.[0].length
    return declared === undefined ? this.stop('malformed', start) : start + declared
  }

  /** Words between marks; false where they are no legal text, or stand where none may. */
  private words(raw: string): boolean {
    if (this.path.length === 0 && !this.isFragment) return BLANK.test(raw)
    if (!SPECIAL.test(raw)) {
      this.listener.text(raw)
      return true
    }
    const text = raw.includes(']]>') ? undefined : decoded(raw.replaceAll(/\r\n?/g, '\n'))
    if (text === undefined) return false
    this.listener.text(text)
    return true
  }

  /** Tells of the mark that begins at a `<`, and gives the place behind it; 0 for a fault. */
  private markup(at: number): number {
    const { source } = this
    switch (source.charCodeAt(at + 1)) {
      case SLASH:
        return this.closingTag(at)
      case QUESTION:
        return this.instruction(at)
      case EXCLAMATION:
        if (source.startsWith('<!--', at)) return this.comment(at)
        if (source.startsWith('<![CDATA[', at)) return this.literal(at)
        if (source.startsWith('<!DOCTYPE', at) && !this.hasRoot) return this.stop('doctype', at + 9)
        return 0
      default:
        return this.openingTag(at)
    }
  }

  private openingTag(start: number): number {
    const { source, listener, path } = this
    if (path.length === 0 && this.hasRoot && !this.isFragment) return 0
    const nameEnd = XML_NAME.end(source, start + 1)
    if (nameEnd === 0) return 0
    if (path.length >= this.bounds.depth) return this.stop('depth', nameEnd)
    const name = source.slice(start + 1, nameEnd)
    const attributes: Record<string, string> = {}
    let at = this.attributesFrom(nameEnd, attributes)
    if (at === 0) return 0
    const isEmpty = source.charCodeAt(at) === SLASH
    if (isEmpty) at++
    if (source.charCodeAt(at) !== GREATER) return 0
    const end = at + 1
    this.hasRoot = true
    listener.open(name, attributes, start, end)
    if (isEmpty) listener.close(name, end, end)
    else path.push(name)
    return end
  }

  /** Reads attributes into `found`; gives the place of the `>` or `/` behind them, 0 for a fault. */
  private attributesFrom(start: number, found: Record<string, string>): number {
    const { source } = this
    let at = start
    for (let count = 0; ; count++) {
      const next = skipSpaces(source, at)
      const code = source.charCodeAt(next)
      if (code === GREATER || code === SLASH) return next
      if (next === at) return 0
      const nameEnd = XML_NAME.end(source, next)
      const equals = nameEnd === 0 ? 0 : skipSpaces(source, nameEnd)
      if (equals === 0 || source.charCodeAt(equals) !== EQUALS) return 0
      const open = skipSpaces(source, equals + 1)
      const quote = source[open]
      if (quote !== '"' && quote !== "'") return 0
      const close = source.indexOf(quote, open + 1)
      const value = close < 0 ? undefined : attributeValue(source.slice(open + 1, close))
      if (value === undefined) return 0
      at = close + 1
      if (count >= this.bounds.attributes) return this.stop('attributes', at)
      const name = source.slice(next, nameEnd)
      if (Object.hasOwn(found, name)) return 0
      if (name === '__proto__') return 0
      found[name] = value
    }
  }

  private closingTag(start: number): number {
    const { source, path } = this
    const name = path.at(-1)
    if (name === undefined || !source.startsWith(name, start + 2)) return 0
    const at = skipSpaces(source, start + 2 + name.length)
    if (source.charCodeAt(at) !== GREATER) return 0
    path.pop()
    this.listener.close(name, start, at + 1)
    return at + 1
  }

  private comment(start: number): number {
    const dashes = this.source.indexOf('--', start + 4)
    return dashes >= 0 && this.source.charCodeAt(dashes + 2) === GREATER ? dashes + 3 : 0
  }

  private literal(start: number): number {
    const end = this.source.indexOf(']]>', start + 9)
    if (end < 0 || (this.path.length === 0 && !this.isFragment)) return 0
    this.listener.text(this.source.slice(start + 9, end).replaceAll(/\r\n?/g, '\n'))
    return end + 3
  }

  private instruction(start: number): number {
    const { source } = this
    const nameEnd = XML_NAME.end(source, start + 2)
    const end = source.indexOf('?>', start + 2)
    if (nameEnd === 0 || end < nameEnd) return 0
    const target = source.slice(start + 2, nameEnd)
    const body = skipSpaces(source, nameEnd)
    if (target.toLowerCase() === 'xml' || (body === nameEnd && end !== nameEnd)) return 0
    const words = source.slice(Math.min(body, end), end).replaceAll(/\r\n?/g, '\n')
    this.listener.instruction(target, words, end + 2)
    return end + 2
  }
}

const SLASH = 47
const QUESTION = 63
const EXCLAMATION = 33
const GREATER = 62
const EQUALS = 61

/** What is no character of XML 1.0. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/u

/** The same, and surrogates, which are legal in pairs: told at a fraction of the cost. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNUSUAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/

/** UTF-16 units; more than any encoding's name takes. */
const LONGEST_DECLARATION = 300

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/

const BLANK = /^[ \t\r\n]*$/
const SPECIAL = /[&\r]|\]\]>/

/** A value with its white space and entities resolved; `undefined` if it holds what it may not. */
function attributeValue(raw: string): string | undefined {
  if (!/[&<\t\r\n]/.test(raw)) return raw
  return raw.includes('<') ? undefined : decoded(raw.replaceAll(/\r\n|[\t\r\n]/g, ' '))
}

const ENTITY = /&(?:#x([\da-fA-F]{1,8});|#(\d{1,8});|(lt|gt|amp|quot|apos);|)/g

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Text with its entities resolved; `undefined` where one is unknown. */
function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text
  let isLegal = true
  const whole = text.replaceAll(ENTITY, (_, hex?: string, decimal?: string, name?: string) => {
    const named = name === undefined ? undefined : NAMED[name]
    const char = named ?? charOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    if (char === undefined) isLegal = false
    return char ?? ''
  })
  return isLegal ? whole : undefined
}

function charOf(code: number): string | undefined {
  if (!(code > 0 && code <= 0x10ffff)) return undefined
  const char = String.fromCodePoint(code)
  return ILLEGAL.test(char) ? undefined : char
}

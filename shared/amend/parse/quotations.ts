import type { TextRange } from '../../base/range.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'

/** Words that an amending law quotes: one quotation with those inside it. */
export interface Quotation extends TextRange {
  /** Without its own marks. */
  readonly inner: TextRange
  /** It stands behind a colon: units or sentences, over as many lines as they take. */
  readonly isBlock: boolean
  /** Its closing mark is missing. */
  readonly unclosed: boolean
}

const MARK = /["«»“”„\n]/gu
const STOP = /^[.;,)]*/u

/**
 * The outermost quotations of the text in order. Marks of all kinds nest; where a mark is missing, a
 * quotation ends where the next command of the law begins. Linear: each mark is looked at once, and
 * what is looked at around it is bounded.
 */
export function quotationsIn(source: string, words: DirectiveWords): readonly Quotation[] {
  const marks = [...source.matchAll(MARK)].map(({ 0: mark, index }): Mark => ({ mark, at: index }))
  const found: Quotation[] = []
  for (let i = 0; i < marks.length; ) {
    const open = marks[i]
    if (!open || !'"«“„'.includes(open.mark)) {
      i++
      continue
    }
    const ended = announced(source, marks, i, words) ?? closing(source, marks, i, words)
    if (!ended) {
      i++
      continue
    }
    found.push(ended.quotation)
    i = ended.next
  }
  return found
}

interface Mark {
  readonly mark: string
  readonly at: number
}

interface Ended {
  readonly quotation: Quotation
  readonly next: number
}

/** Characters a quotation may run over: the longest code, restated as a whole. */
const LONGEST = 4_000_000
/** Marks and characters that words quoted in a sentence may run over; the longest in law has some 3,000. */
const MOST_MARKS = 100
const LONGEST_WORDS = 20_000

/**
 * Words that a command announces in straight marks end where the command goes on, whatever marks they
 * hold: «striking the phrase "; and"" and inserting …».
 */
function announced(
  source: string,
  marks: readonly Mark[],
  first: number,
  { announced: words }: DirectiveWords,
): Ended | undefined {
  const open = marks[first]
  if (!words || open?.mark !== '"') return undefined
  if (!words.lead.test(source.slice(Math.max(0, open.at - 60), open.at).toLowerCase()))
    return undefined
  for (let i = first + 1; i < Math.min(marks.length, first + MOST_MARKS); i++) {
    const { mark, at } = marks[i] ?? open
    if (mark === '\n' || at - open.at > LONGEST_WORDS) return undefined
    if (mark !== '"' || !words.tail.test(source.slice(at + 1, at + 40).toLowerCase())) continue
    const inner = { start: open.at + 1, end: at }
    return {
      quotation: { start: open.at, end: at + 1, inner, isBlock: false, unclosed: false },
      next: i + 1,
    }
  }
  return undefined
}

function closing(
  source: string,
  marks: readonly Mark[],
  first: number,
  words: DirectiveWords,
): Ended | undefined {
  const open = marks[first]
  if (!open) return undefined
  const isBlock = /[:—–-]\s*$/u.test(source.slice(Math.max(0, open.at - 12), open.at))
  const ends = (at: number, next: number, unclosed: boolean): Ended => ({
    quotation: {
      start: open.at,
      end: unclosed ? at : at + 1,
      inner: { start: open.at + 1, end: at },
      isBlock,
      unclosed,
    },
    next,
  })
  let depth = 1
  let gap: Ended | undefined
  let lastClose: Ended | undefined
  for (let i = first + 1; i < marks.length; i++) {
    const { mark, at } = marks[i] ?? open
    if (at - open.at > (isBlock ? LONGEST : LONGEST_WORDS)) break
    if (!isBlock && i - first > MOST_MARKS) break
    if (mark === '\n') {
      const missed = isCommand(source, at + 1, words)
      if (missed && !isBlock) return lastClose ?? ends(lineEnd(source, open.at, at), i, true)
      if (missed) gap ??= lastClose ?? ends(lineEnd(source, open.at, at), i, true)
      continue
    }
    const turn = turnOf(source, at, mark, depth)
    if (turn === 'again') continue
    if (turn === 'open') {
      depth++
      continue
    }
    depth = Math.max(0, depth - 1)
    const stop = STOP.exec(source.slice(at + 1, at + 5))?.[0] ?? ''
    const behind = at + 1 + stop.length
    const here = ends(at, i + 1, false)
    if (depth === 0 && !runsOn(source, behind, stop, isBlock)) return here
    const stops = stop !== '' || isBlock
    if (stops && (isEnd(source, behind) || isCommand(source, behind, words))) return gap ?? here
    lastClose = here
    if (depth === 0) depth = 1
  }
  if (gap) return gap
  if (lastClose) return lastClose
  return isBlock ? ends(source.length, marks.length, true) : undefined
}

/** Whether the mark opens a quotation in the one that is open, closes one, or goes on with it in a new paragraph. */
function turnOf(
  source: string,
  at: number,
  mark: string,
  depth: number,
): 'open' | 'close' | 'again' {
  const before = source[at - 1] ?? '\n'
  const after = source[at + 1] ?? '\n'
  if (mark === '»' || mark === '”') return 'close'
  const opens = mark !== '"' || (/[\s(«“„[—–-]/u.test(before) && /[^\s.,;:)\]]/u.test(after))
  if (!opens) return 'close'
  if (depth === 1 && startsLine(source, at) && !closesOnLine(source, at)) return 'again'
  return 'open'
}

function startsLine(source: string, at: number): boolean {
  return /(?:^|\n)[ \t]*$/u.test(source.slice(Math.max(0, at - 40), at))
}

/** Characters looked through for the end of a line. */
const LINE = 4_000

/** Whether a mark on the same line closes what opens at `at`, before the end of the line. */
function closesOnLine(source: string, at: number): boolean {
  const end = source.indexOf('\n', at)
  const line = source.slice(at + 1, end < 0 ? at + LINE : Math.min(end, at + LINE))
  return /[»”"](?![.;,]*(?:\s*(?:and|or))?\s*$)/u.test(line)
}

/** Whether words go on behind a closing mark as if it had closed something else. */
function runsOn(source: string, at: number, stop: string, isBlock: boolean): boolean {
  if (!isBlock || stop !== '') return false
  return (
    /^[ \t]{0,3}\p{Ll}/u.test(source.slice(at, at + 5)) &&
    !/^\s*(?:and|or|в|и|деген)\s/u.test(source.slice(at, at + 8))
  )
}

function isEnd(source: string, at: number): boolean {
  return source.slice(at, at + 400).trim() === '' && source.length - at <= 400
}

function isCommand(source: string, at: number, words: DirectiveWords): boolean {
  const { opening } = words
  opening.lastIndex = at
  return opening.test(source)
}

/** The end of the last words before a line feed, without the stop behind them. */
function lineEnd(source: string, from: number, at: number): number {
  const line = source.slice(Math.max(from, at - LINE), at)
  return at - (line.length - line.trimEnd().length)
}

import type { Fragment, Node } from 'prosemirror-model'
import { present } from '../base/assert.ts'
import { isFootnote } from '../schema/footnote.ts'
import { commonPairs, type Pair } from './common.ts'
import type { Segment } from './redline.ts'
import { type Token, tokens } from './token.ts'

/** Share of the shorter text's words that must survive; below it the whole text is replaced. */
const MIN_KEPT = 0.3

/** Tokens kept between two changes that are still read as one: "of the", «, а». */
const MAX_BRIDGE = 2

/** Words kept by accident between two rewritten stretches: a name of two words is seldom meant to stay. */
const MAX_ISLAND = 2

/** Words that a stretch must lose and get to be rewritten: "two members" for "three judges" is a correction. */
const MIN_REWRITTEN = 3

/** How many times the words between them two rewritten stretches must be, to be read as one. */
const ISLAND_SHARE = 4

/** The words of one block against those of another, by the rules of legal redlines. */
export function wordSegments(contentA: Fragment, contentB: Fragment): readonly Segment[] {
  const a = inlineText(contentA)
  const b = inlineText(contentB)
  const matched = commonPairs(a.keys, b.keys)
  const bridged = joined(slid(hunksOf(matched, a, b), a, b), a, b, isBridge)
  return segments(joined(readable(bridged, a, b), a, b, isIsland), a, b)
}

/** Inline content as text, one UTF-16 unit a position. */
interface InlineText {
  readonly content: Fragment
  readonly text: string
  /** The look of each position; absent where all is plain text. */
  readonly looks: readonly string[] | undefined
  readonly tokens: readonly Token[]
  /** What must be equal for two tokens to be the same: the word and its look. */
  readonly keys: readonly string[]
}

/** A break, and a footnote, which is a word of its own. */
const BREAK = '\ufffc'
const NOTE = '\ufffb'

function leafText(leaf: Node): string {
  return isFootnote(leaf) ? NOTE : BREAK
}

function inlineText(content: Fragment): InlineText {
  const text = content.textBetween(0, content.size, '', leafText)
  const isPlain = content.content.every((node) => node.isText && node.marks.length === 0)
  const looks = isPlain ? undefined : content.content.flatMap((node) => lookOf(node))
  const found = tokens(text)
  return {
    content,
    text,
    looks,
    tokens: found,
    keys: found.map((token) => keyOf(token, text, looks)),
  }
}

function lookOf(node: Fragment['content'][number]): readonly string[] {
  const marks = node.marks.map(({ type, attrs }) => type.name + JSON.stringify(attrs)).join(' ')
  const look = node.isText ? marks : `${node.type.name}${JSON.stringify(node.attrs)} ${marks}`
  return new Array<string>(node.nodeSize).fill(look)
}

function lookAt(side: InlineText, at: number): string {
  return side.looks?.[at] ?? ''
}

function keyOf({ start, end }: Token, text: string, looks: readonly string[] | undefined): string {
  const word = text.slice(start, end)
  if (!looks) return word
  const own = looks.slice(start, end)
  const [first = ''] = own
  const look = own.every((each) => each === first) ? first : own.join('\u0001')
  return look === '' ? word : `${word}\u0000${look}`
}

/** A change: tokens of A gone, tokens of B come. Half-open. */
interface Hunk {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

function hunksOf(pairs: readonly Pair[], a: InlineText, b: InlineText): readonly Hunk[] {
  const hunks: Hunk[] = []
  let fromA = 0
  let fromB = 0
  for (const [i, j] of [...pairs, [a.tokens.length, b.tokens.length] as const]) {
    if (i > fromA || j > fromB) hunks.push({ fromA, toA: i, fromB, toB: j })
    fromA = i + 1
    fromB = j + 1
  }
  return hunks
}

/** Moves pure insertions and deletions to where a sentence or clause begins or ends. */
function slid(hunks: readonly Hunk[], a: InlineText, b: InlineText): readonly Hunk[] {
  const result: Hunk[] = []
  for (const [n, hunk] of hunks.entries()) {
    const isInsertion = hunk.fromA === hunk.toA
    const isDeletion = hunk.fromB === hunk.toB
    if (isInsertion === isDeletion) {
      result.push(hunk)
      continue
    }
    const previous = result.at(-1)
    const next = hunks[n + 1]
    const side = isInsertion ? b : a
    const from = isInsertion ? hunk.fromB : hunk.fromA
    const to = isInsertion ? hunk.toB : hunk.toA
    const least = (isInsertion ? previous?.toB : previous?.toA) ?? 0
    const most = (isInsertion ? next?.fromB : next?.fromA) ?? side.tokens.length
    const shift = bestShift(side, { from, to }, { from: least, to: most })
    result.push({
      fromA: hunk.fromA + shift,
      toA: hunk.toA + shift,
      fromB: hunk.fromB + shift,
      toB: hunk.toB + shift,
    })
  }
  return result
}

interface Span {
  readonly from: number
  readonly to: number
}

function bestShift(side: InlineText, { from, to }: Span, room: Span): number {
  const all = side.keys
  let best = 0
  let bestScore = edgeScore(side, from, to)
  const consider = (shift: number) => {
    const score = edgeScore(side, from + shift, to + shift)
    if (score <= bestScore) return
    best = shift
    bestScore = score
  }
  for (let s = -1; from + s >= room.from && all[from + s] === all[to + s]; s--) consider(s)
  for (let s = 1; to + s <= room.to && all[from + s - 1] === all[to + s - 1]; s++) consider(s)
  return best
}

function edgeScore(side: InlineText, from: number, to: number): number {
  const before = side.tokens[from - 1]?.weight ?? 'stop'
  const last = side.tokens[to - 1]?.weight
  const first = side.tokens[from]?.weight
  const opens = before === 'stop' ? 2 : before === 'punctuation' ? 1 : 0
  const closes = last === 'stop' ? 2 : 0
  return opens + closes - (first === 'stop' ? 1 : 0)
}

type Between = (first: Hunk, second: Hunk, a: InlineText, b: InlineText) => boolean

/** Joins neighboring changes whose words between are not to be read by themselves. */
function joined(
  hunks: readonly Hunk[],
  a: InlineText,
  b: InlineText,
  isNothing: Between,
): readonly Hunk[] {
  const result: Hunk[] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    if (last && isNothing(last, hunk, a, b)) {
      result[result.length - 1] = { ...last, toA: hunk.toA, toB: hunk.toB }
    } else result.push(hunk)
  }
  return result
}

/** Whether too little stands between two changes to be read by itself. */
function isBridge(first: Hunk, second: Hunk, a: InlineText, b: InlineText): boolean {
  if (second.fromA - first.toA > MAX_BRIDGE) return false
  const deletes = first.fromA < first.toA || second.fromA < second.toA
  const inserts = first.fromB < first.toB || second.fromB < second.toB
  if (!deletes || !inserts) return false
  if (isRemark(first, a, b) || isRemark(second, a, b)) return false
  return a.tokens
    .slice(first.toA, second.fromA)
    .every(({ weight }) => weight === 'small' || weight === 'punctuation')
}

/** Whether what is kept between two rewritten stretches is a word or two that both happen to have. */
function isIsland(first: Hunk, second: Hunk, a: InlineText, b: InlineText): boolean {
  if (isRemark(first, a, b) || isRemark(second, a, b)) return false
  const kept = a.tokens.slice(first.toA, second.fromA)
  if (kept.some(({ weight }) => weight === 'stop')) return false
  const island = wordCount(kept)
  if (island > MAX_ISLAND) return false
  const sizes = [first, second].map(({ fromA, toA, fromB, toB }) =>
    Math.min(wordCount(a.tokens.slice(fromA, toA)), wordCount(b.tokens.slice(fromB, toB))),
  )
  const isRewritten = sizes.every((size) => size >= MIN_REWRITTEN)
  return isRewritten && sizes.reduce((sum, size) => sum + size, 0) >= ISLAND_SHARE * island
}

function wordCount(tokens: readonly Token[]): number {
  return tokens.filter(({ weight }) => weight === 'word').length
}

/** Whether only the look of words changes: joining would strike words that nobody changed. */
function isRemark(hunk: Hunk, a: InlineText, b: InlineText): boolean {
  const words = (side: InlineText, from: number, to: number) =>
    side.tokens.slice(from, to).map(({ start, end }) => side.text.slice(start, end))
  const wordsA = words(a, hunk.fromA, hunk.toA)
  const wordsB = words(b, hunk.fromB, hunk.toB)
  return wordsA.length === wordsB.length && wordsA.every((word, i) => word === wordsB[i])
}

/** One change of everything, where so little survives that pieces could not be read. */
function readable(hunks: readonly Hunk[], a: InlineText, b: InlineText): readonly Hunk[] {
  if (hunks.every((hunk) => isRemark(hunk, a, b))) return hunks
  const gone = hunks.reduce((sum, { fromA, toA }) => sum + wordCount(a.tokens.slice(fromA, toA)), 0)
  const come = hunks.reduce((sum, { fromB, toB }) => sum + wordCount(b.tokens.slice(fromB, toB)), 0)
  const kept = wordCount(a.tokens) - gone
  const shorter = kept + Math.min(gone, come)
  if (shorter === 0 || kept / shorter >= MIN_KEPT) return hunks
  return [{ fromA: 0, toA: a.tokens.length, fromB: 0, toB: b.tokens.length }]
}

function segments(hunks: readonly Hunk[], a: InlineText, b: InlineText): readonly Segment[] {
  const writer = new SegmentWriter(a, b)
  let atA = 0
  let atB = 0
  for (const { fromA, toA, toB } of hunks) {
    for (; atA < fromA; atA++, atB++) writer.keep(token(a, atA), token(b, atB))
    atA = toA
    atB = toB
  }
  for (; atA < a.tokens.length; atA++, atB++) writer.keep(token(a, atA), token(b, atB))
  return writer.end()
}

function token(side: InlineText, at: number): Token {
  return present(side.tokens[at], 'a kept token stands on both sides')
}

class SegmentWriter {
  private readonly a: InlineText
  private readonly b: InlineText
  private readonly written: Segment[] = []
  private atA = 0
  private atB = 0
  /** Where in B the kept words that are not yet written begin. */
  private keptFrom = 0

  constructor(a: InlineText, b: InlineText) {
    this.a = a
    this.b = b
  }

  keep(tokenA: Token, tokenB: Token): void {
    this.change(tokenA.start, tokenB.start)
    this.atA = tokenA.end
    this.atB = tokenB.end
  }

  end(): readonly Segment[] {
    this.change(this.a.text.length, this.b.text.length)
    this.flush()
    return this.written
  }

  /** Writes what stands before the next kept token; white space that both sides have is kept. */
  private change(toA: number, toB: number): void {
    while (this.atA < toA && this.atB < toB && this.sameSpace(this.atA, this.atB)) {
      this.atA++
      this.atB++
    }
    let tail = 0
    const most = Math.min(toA - this.atA, toB - this.atB)
    while (tail < most && this.sameSpace(toA - 1 - tail, toB - 1 - tail)) tail++
    const endA = toA - tail
    const endB = toB - tail
    if (endA > this.atA || endB > this.atB) {
      this.flush()
      this.write('deleted', this.a, this.atA, endA)
      this.write('inserted', this.b, this.atB, endB)
      this.keptFrom = endB
    }
    this.atA = toA
    this.atB = toB
  }

  private sameSpace(atA: number, atB: number): boolean {
    const sign = this.a.text[atA]
    return (
      sign !== undefined &&
      sign === this.b.text[atB] &&
      /\s/u.test(sign) &&
      lookAt(this.a, atA) === lookAt(this.b, atB)
    )
  }

  private flush(): void {
    this.write('kept', this.b, this.keptFrom, this.atB)
    this.keptFrom = this.atB
  }

  private write(kind: Segment['kind'], side: InlineText, from: number, to: number): void {
    if (from < to) this.written.push({ kind, content: side.content.cut(from, to) })
  }
}

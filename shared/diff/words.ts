import type { Fragment } from 'prosemirror-model'
import { commonPairs } from './common.ts'
import {
  countOf,
  cutInline,
  endOf,
  type InlineText,
  inlineText,
  isSameToken,
  isSameWord,
  keyOf,
  lookAt,
  startOf,
  weightOf,
} from './inline-text.ts'
import type { Segment } from './redline.ts'
import { isSpace, Tokens } from './token.ts'

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
  const a = inlineText(contentA, tokensA)
  const b = inlineText(contentB, tokensB)
  const bridged = joined(slid(hunksOf(a, b), a, b), a, b, isBridge)
  return segments(joined(readable(bridged, a, b), a, b, isIsland), a, b)
}

/** One pair of blocks is compared at a time, so that all of them share these. */
const tokensA = new Tokens()
const tokensB = new Tokens()

/** A change: tokens of A gone, tokens of B come. Half-open. */
interface Hunk {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** What is not common to both, in order. */
function hunksOf(a: InlineText, b: InlineText): readonly Hunk[] {
  const least = Math.min(countOf(a), countOf(b))
  let head = 0
  while (head < least && isSameToken(a, head, b, head)) head++
  let toA = countOf(a)
  let toB = countOf(b)
  while (toA > head && toB > head && isSameToken(a, toA - 1, b, toB - 1)) {
    toA--
    toB--
  }
  const hunks: Hunk[] = []
  let fromA = head
  let fromB = head
  const gap = (i: number, j: number) => {
    if (i > fromA || j > fromB) hunks.push({ fromA, toA: i, fromB, toB: j })
    fromA = i + 1
    fromB = j + 1
  }
  /** One token against another that it is not has nothing in common with it. */
  if (toA > head && toB > head && toA - head + toB - head > 2) {
    const pairs = commonPairs(keysOf(a, head, toA), keysOf(b, head, toB))
    for (const [i, j] of pairs) gap(head + i, head + j)
  }
  gap(toA, toB)
  return hunks
}

function keysOf(side: InlineText, from: number, to: number): readonly string[] {
  const keys: string[] = []
  for (let token = from; token < to; token++) keys.push(keyOf(side, token))
  return keys
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
    const most = (isInsertion ? next?.fromB : next?.fromA) ?? countOf(side)
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

/** Half-open. */
interface Span {
  readonly from: number
  readonly to: number
}

function bestShift(side: InlineText, { from, to }: Span, room: Span): number {
  let best = 0
  let bestScore = edgeScore(side, from, to)
  const consider = (shift: number) => {
    const score = edgeScore(side, from + shift, to + shift)
    if (score <= bestScore) return
    best = shift
    bestScore = score
  }
  const isSame = (i: number, j: number) => isSameToken(side, i, side, j)
  for (let s = -1; from + s >= room.from && isSame(from + s, to + s); s--) consider(s)
  for (let s = 1; to + s <= room.to && isSame(from + s - 1, to + s - 1); s++) consider(s)
  return best
}

function edgeScore(side: InlineText, from: number, to: number): number {
  const before = weightOf(side, from - 1) ?? 'stop'
  const last = weightOf(side, to - 1)
  const first = weightOf(side, from)
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
  for (let token = first.toA; token < second.fromA; token++) {
    const weight = weightOf(a, token)
    if (weight !== 'small' && weight !== 'punctuation') return false
  }
  return true
}

/** Whether what is kept between two rewritten stretches is a word or two that both happen to have. */
function isIsland(first: Hunk, second: Hunk, a: InlineText, b: InlineText): boolean {
  if (isRemark(first, a, b) || isRemark(second, a, b)) return false
  let island = 0
  for (let token = first.toA; token < second.fromA; token++) {
    const weight = weightOf(a, token)
    if (weight === 'word') island++
    if (weight === 'stop' || island > MAX_ISLAND) return false
  }
  const sizes = [first, second].map(({ fromA, toA, fromB, toB }) =>
    Math.min(wordCount(a, fromA, toA), wordCount(b, fromB, toB)),
  )
  const isRewritten = sizes.every((size) => size >= MIN_REWRITTEN)
  return isRewritten && sizes.reduce((sum, size) => sum + size, 0) >= ISLAND_SHARE * island
}

function wordCount(side: InlineText, from: number, to: number): number {
  let count = 0
  for (let token = from; token < to; token++) if (weightOf(side, token) === 'word') count++
  return count
}

/** Whether only the look of words changes: joining would strike words that nobody changed. */
function isRemark({ fromA, toA, fromB, toB }: Hunk, a: InlineText, b: InlineText): boolean {
  if (toA - fromA !== toB - fromB) return false
  for (let n = 0; n < toA - fromA; n++) if (!isSameWord(a, fromA + n, b, fromB + n)) return false
  return true
}

/** One change of everything, where so little survives that pieces could not be read. */
function readable(hunks: readonly Hunk[], a: InlineText, b: InlineText): readonly Hunk[] {
  if (hunks.every((hunk) => isRemark(hunk, a, b))) return hunks
  const gone = hunks.reduce((sum, { fromA, toA }) => sum + wordCount(a, fromA, toA), 0)
  const come = hunks.reduce((sum, { fromB, toB }) => sum + wordCount(b, fromB, toB), 0)
  return keepsEnough(hunks, a, Math.min(gone, come)) ? hunks : [wholeOf(a, b)]
}

/** Whether enough words are kept beside `changed` others; looks no further than it must. */
function keepsEnough(hunks: readonly Hunk[], a: InlineText, changed: number): boolean {
  const end = { fromA: countOf(a), toA: countOf(a) }
  let kept = 0
  let token = 0
  for (const { fromA, toA } of [...hunks, end]) {
    for (; token < fromA; token++) {
      if (weightOf(a, token) !== 'word') continue
      kept++
      if (kept / (kept + changed) >= MIN_KEPT) return true
    }
    token = toA
  }
  return kept + changed === 0
}

function wholeOf(a: InlineText, b: InlineText): Hunk {
  return { fromA: 0, toA: countOf(a), fromB: 0, toB: countOf(b) }
}

function segments(hunks: readonly Hunk[], a: InlineText, b: InlineText): readonly Segment[] {
  const writer = new SegmentWriter(a, b)
  let atA = 0
  let atB = 0
  for (const { fromA, toA, toB } of hunks) {
    for (; atA < fromA; atA++, atB++) writer.keep(atA, atB)
    atA = toA
    atB = toB
  }
  for (; atA < countOf(a); atA++, atB++) writer.keep(atA, atB)
  return writer.end()
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

  keep(tokenA: number, tokenB: number): void {
    this.change(startOf(this.a, tokenA), startOf(this.b, tokenB))
    this.atA = endOf(this.a, tokenA)
    this.atB = endOf(this.b, tokenB)
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
    const sign = this.a.text.charCodeAt(atA)
    return (
      sign === this.b.text.charCodeAt(atB) &&
      isSpace(sign) &&
      lookAt(this.a, atA) === lookAt(this.b, atB)
    )
  }

  private flush(): void {
    this.write('kept', this.b, this.keptFrom, this.atB)
    this.keptFrom = this.atB
  }

  private write(kind: Segment['kind'], side: InlineText, from: number, to: number): void {
    if (from < to) this.written.push({ kind, content: cutInline(side, from, to) })
  }
}

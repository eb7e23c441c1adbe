import { tokens } from '../../diff/token.ts'
import type { Spot } from '../address.ts'
import type { Instruction, WordPair } from '../instruction.ts'
import { sentencesIn } from '../sentences.ts'
import { isQuotable } from '../wording/quoted-words.ts'

/** A run of words that changed: of the base's text (A) and of the draft's (B), half-open. */
export interface Hunk {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** One paragraph or heading that changed, and where its words are looked for. */
export interface ChangedWords {
  readonly at: Spot
  readonly textA: string
  readonly textB: string
  readonly hunks: readonly Hunk[]
  /** All the words in which a quotation must stand once, those of the paragraph among them. */
  readonly within: string
  /** `exact`: only substitutions, which leave no question about blanks and places. */
  readonly way: 'brief' | 'exact'
  /** `waived`: the drafter wants the words and nothing more, however many. */
  readonly reading: 'demanded' | 'waived'
}

/** More changes than this in one paragraph are not read as changes any more: the unit is restated. */
const MAX_CHANGES = 3

/** Words between two changes that are said as one: "the Chairman [and] the Council"; three would quote more than they save. */
const MAX_BETWEEN = 2

/** Quoted characters against those of the paragraph: beyond it the paragraph itself is no longer to read. */
const MAX_SHARE = 0.6

/** So short a quotation is read at a glance, however short the unit. */
const GLANCE = 40

/** Words that a quotation may grow by on each side before restating is the clearer way. */
const MAX_GROWTH = 8

/** The instructions that make the words of the draft, or `undefined` where they would not read well. */
export function wordInstructions(changed: ChangedWords): readonly Instruction[] | undefined {
  const bySentence = changed.way === 'brief' ? sentenceInstructions(changed) : undefined
  if (bySentence) return bySentence
  for (const hunks of [joined(changed), changed.hunks]) {
    const made = new WordChanges({ ...changed, hunks }).instructions()
    if (made && isReadable(made, changed)) return made
  }
  return restatedSentence(changed)
}

function isReadable(
  made: readonly Instruction[],
  { textA, textB, reading }: ChangedWords,
): boolean {
  if (reading === 'waived') return true
  if (made.length > MAX_CHANGES) return false
  const quoted = made.reduce((sum, one) => sum + quotedLength(one), 0)
  return quoted <= GLANCE || quoted <= MAX_SHARE * Math.max(textA.length, textB.length)
}

/** Characters that the instruction quotes. */
export function quotedLength(instruction: Instruction): number {
  switch (instruction.kind) {
    case 'substituteWords':
      return instruction.pairs.reduce((sum, pair) => sum + pair.old.length + pair.new.length, 0)
    case 'insertWords':
      return (
        instruction.words.length +
        ('words' in instruction.where ? instruction.where.words.length : 0)
      )
    case 'omitWords':
    case 'restateSentence':
    case 'insertSentences':
      return instruction.words.length
    default:
      return 0
  }
}

/** Whole sentences that came or went behind and before others that stay. */
function sentenceInstructions(changed: ChangedWords): readonly Instruction[] | undefined {
  const { at, textB } = changed
  if (at.part) return undefined
  const { a, b, before, behind } = sentenceChange(changed)
  if (a.length === 0 || before + behind === 0) return undefined
  if (before + behind === a.length && b.length > a.length) {
    const from = b[before]?.start ?? 0
    const to = b[b.length - behind - 1]?.end ?? textB.length
    const words = textB.slice(from, to)
    if (!isQuotable(words)) return undefined
    return [{ kind: 'insertSentences', at, after: before, words }]
  }
  if (before + behind !== b.length || a.length <= b.length) return undefined
  const gone = Array.from({ length: a.length - b.length }, (_, i) => a.length - behind - i)
  if (gone.length > MAX_CHANGES) return undefined
  return gone.map((n) => ({
    kind: 'omitSentence',
    at: { unit: at.unit, part: { kind: 'sentence', n } },
  }))
}

/** The one sentence that changed among others that stay. */
function restatedSentence(changed: ChangedWords): readonly Instruction[] | undefined {
  const { at, textB, way } = changed
  if (at.part || way === 'exact') return undefined
  const { a, b, before, behind } = sentenceChange(changed)
  if (a.length !== b.length || a.length < 2 || before + behind !== a.length - 1) return undefined
  const sentence = b[before]
  if (!sentence) return undefined
  const words = textB.slice(sentence.start, sentence.end)
  if (!isQuotable(words)) return undefined
  const part = { kind: 'sentence', n: before + 1 } as const
  return [{ kind: 'restateSentence', at: { unit: at.unit, part }, words }]
}

function sentenceChange({ textA, textB }: Pick<ChangedWords, 'textA' | 'textB'>) {
  const a = sentencesIn(textA)
  const b = sentencesIn(textB)
  const saysA = a.map(({ start, end }) => textA.slice(start, end))
  const saysB = b.map(({ start, end }) => textB.slice(start, end))
  const least = Math.min(a.length, b.length)
  let before = 0
  while (before < least && saysA[before] === saysB[before]) before++
  let behind = 0
  while (behind < least - before && saysA.at(-1 - behind) === saysB.at(-1 - behind)) behind++
  return { a, b, before, behind }
}

/** A change with as many words around it as make it the only one of its kind. */
interface Quote {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

class WordChanges {
  private readonly changed: ChangedWords
  /** Where words begin and end in the base's text; a quotation never cuts one. */
  private readonly starts: readonly number[]
  private readonly ends: readonly number[]

  constructor(changed: ChangedWords) {
    this.changed = changed
    const { count, starts, ends } = tokens(changed.textA)
    this.starts = [...starts.subarray(0, count)]
    this.ends = [...ends.subarray(0, count)]
  }

  instructions(): readonly Instruction[] | undefined {
    const each = this.everywhere()
    if (each) return each
    const made: Instruction[] = []
    const { hunks } = this.changed
    if (hunks.length > MAX_CHANGES * 2) return undefined
    for (const [i, hunk] of hunks.entries()) {
      const room = { from: hunks[i - 1]?.toA ?? 0, to: hunks[i + 1]?.fromA ?? Infinity }
      const instruction = this.instruction(hunk, room)
      if (!instruction) return undefined
      made.push(instruction)
    }
    return made.length > 0 && this.isInOrder(made) ? made : undefined
  }

  /** One substitution for all places, where every place of the words changes alike. */
  private everywhere(): readonly Instruction[] | undefined {
    const { hunks, at, textA, textB, within } = this.changed
    if (hunks.length < 2) return undefined
    const pairs = hunks.map(({ fromA, toA, fromB, toB }) => ({
      old: textA.slice(fromA, toA).trim(),
      new: textB.slice(fromB, toB).trim(),
    }))
    const [first] = pairs
    if (!first || first.old === '' || first.new === '') return undefined
    if (!pairs.every((pair) => pair.old === first.old && pair.new === first.new)) return undefined
    if (countOf(within, first.old) !== hunks.length) return undefined
    if (!isQuotable(first.old) || !isQuotable(first.new)) return undefined
    return [{ kind: 'substituteWords', at, pairs: [first], occurrence: 'each' }]
  }

  private instruction(hunk: Hunk, room: Room): Instruction | undefined {
    const { at, textA, textB, way, within } = this.changed
    const { fromA, toA, fromB, toB } = trimmed(hunk, textA, textB)
    const old = textA.slice(fromA, toA)
    const words = textB.slice(fromB, toB)
    if (way === 'brief' && old === '' && words !== '') {
      const inserted = this.insertion({ fromA, toA, fromB, toB }, room)
      if (inserted) return inserted
    }
    if (way === 'brief' && words === '' && this.isClean(fromA, toA) && isQuotable(old)) {
      if (countOf(within, old) === 1 && this.isWhole(fromA, toA))
        return { kind: 'omitWords', at, words: old, occurrence: 'sole' }
    }
    const quote = { fromA, toA, fromB, toB }
    const pair =
      this.substitution(hunk, quote, room, isClosed) ?? this.substitution(hunk, quote, room)
    return pair && { kind: 'substituteWords', at, pairs: [pair], occurrence: 'sole' }
  }

  /** Whether taking the words out leaves one blank or none between what stands around. */
  private isClean(from: number, to: number): boolean {
    const { textA } = this.changed
    const before = textA[from - 1] ?? ' '
    const behind = textA[to] ?? ' '
    return /\s/u.test(before) || (/[\s,.;:!?)»”]/u.test(behind) && !/[\s]/u.test(textA[from] ?? ''))
  }

  private insertion(quote: Quote, room: Room): Instruction | undefined {
    const { at, textA, textB, within } = this.changed
    const words = textB.slice(quote.fromB, quote.toB)
    if (!isQuotable(words)) return undefined
    const standsAlone =
      /^(?:\s|$)/u.test(textB.slice(quote.toB)) || /^[,.;:!?)»”]/u.test(textB.slice(quote.toB))
    const isJoined = /(?:^|\s)$/u.test(textB.slice(0, quote.fromB)) || /^[,;:.]/u.test(words)
    if (!standsAlone || !isJoined) return undefined
    const end = this.ends.findLast((one) => one <= quote.fromA)
    if (end === undefined || textA.slice(end, quote.fromA).trim() !== '') return undefined
    const candidates = this.starts.filter((start) => start < end && start >= room.from)
    for (const start of candidates.slice(-MAX_GROWTH).reverse()) {
      const anchor = textA.slice(start, end)
      if (countOf(within, anchor) !== 1 || !isQuotable(anchor)) continue
      if (!/[\p{L}\p{N}]/u.test(anchor)) continue
      const where = { side: 'after', words: anchor, occurrence: 'sole' } as const
      return { kind: 'insertWords', at, words, where }
    }
    return undefined
  }

  /** The change with the fewest words around it that read whole, of equal choices those before it. */
  private substitution(
    hunk: Hunk,
    quote: Quote,
    room: Room,
    isWhole = (_words: string): boolean => true,
  ): WordPair | undefined {
    const { textA, textB } = this.changed
    const own = this.whole(quote)
    const lefts = [own.fromA, ...this.starts.filter((start) => start < own.fromA).reverse()]
    const rights = [own.toA, ...this.ends.filter((end) => end > own.toA)]
    for (let more = 0; more <= 2 * MAX_GROWTH; more++) {
      for (let right = 0; right <= more; right++) {
        const fromA = lefts[more - right]
        const toA = rights[right]
        if (fromA === undefined || toA === undefined || fromA < room.from || toA > room.to) continue
        // Outside the hunk both texts say the same, so a place there is as far from it on either side.
        const fromB = fromA < hunk.fromA ? hunk.fromB - (hunk.fromA - fromA) : quote.fromB
        const toB = toA > hunk.toA ? hunk.toB + (toA - hunk.toA) : quote.toB
        const old = textA.slice(fromA, toA)
        const fresh = textB.slice(fromB, toB)
        if (isWhole(old) && isWhole(fresh) && this.isTelling(old, fresh)) return { old, new: fresh }
      }
    }
    return undefined
  }

  private isTelling(old: string, fresh: string): boolean {
    return (
      old.trim() !== '' &&
      fresh.trim() !== '' &&
      old === old.trim() &&
      fresh === fresh.trim() &&
      countOf(this.changed.within, old) === 1 &&
      isQuotable(old) &&
      isQuotable(fresh)
    )
  }

  /** Moves the ends outward to where words end. */
  private whole({ fromA, toA }: Quote): { fromA: number; toA: number } {
    const from = this.starts.findLast((start, i) => start <= fromA && (this.ends[i] ?? 0) > fromA)
    const to = this.ends.find((end, i) => end >= toA && (this.starts[i] ?? 0) < toA)
    return { fromA: from ?? fromA, toA: to ?? toA }
  }

  private isWhole(from: number, to: number): boolean {
    const { fromA, toA } = this.whole({ fromA: from, toA: to, fromB: 0, toB: 0 })
    return fromA === from && toA === to
  }

  /** Whether each quotation still stands once when the changes before it are done. */
  private isInOrder(made: readonly Instruction[]): boolean {
    let { within } = this.changed
    for (const one of made) {
      const old = soughtWords(one)
      if (old !== undefined && countOf(within, old) !== 1) return false
      if (one.kind === 'substituteWords') {
        const [pair] = one.pairs
        if (pair) within = within.replace(pair.old, () => pair.new)
      } else if (one.kind === 'omitWords') within = within.replace(one.words, '')
      else if (one.kind === 'insertWords' && 'words' in one.where) {
        const { words } = one.where
        within = within.replace(words, () => `${words} ${one.words}`)
      }
    }
    return true
  }
}

/**
 * Changes that a word or two part are one: nobody reads them as two. Words that only come are each put
 * behind a word, and changes that are alike are said to all; who wants the words alone keeps them apart.
 */
function joined({ hunks, textA, textB, reading }: ChangedWords): readonly Hunk[] {
  const says = ({ fromA, toA, fromB, toB }: Hunk) =>
    JSON.stringify([textA.slice(fromA, toA).trim(), textB.slice(fromB, toB).trim()])
  if (reading === 'waived' || new Set(hunks.map(says)).size < 2) return hunks
  const together: Hunk[] = []
  for (const hunk of hunks) {
    const last = together.at(-1)
    const between = textA.slice(last?.toA, hunk.fromA)
    const words = between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    const isApart = words > MAX_BETWEEN || /[.!?;:](?:\s|$)/u.test(between)
    const comes = last?.fromA === last?.toA && hunk.fromA === hunk.toA
    if (!last || isApart || comes) together.push(hunk)
    else together[together.length - 1] = { ...last, toA: hunk.toA, toB: hunk.toB }
  }
  return together
}

interface Room {
  readonly from: number
  readonly to: number
}

function soughtWords(instruction: Instruction): string | undefined {
  if (instruction.kind === 'substituteWords') return instruction.pairs[0]?.old
  if (instruction.kind === 'omitWords') return instruction.words
  if (instruction.kind === 'insertWords' && 'words' in instruction.where)
    return instruction.where.words
  return undefined
}

/** The hunk without blanks at its ends: those that both sides have, or the only side that says anything. */
function trimmed({ fromA, toA, fromB, toB }: Hunk, textA: string, textB: string): Quote {
  const isBlank = (text: string, at: number) => /\s/u.test(text.charAt(at))
  let [a, aEnd, b, bEnd] = [fromA, toA, fromB, toB]
  const isOneSided = textA.slice(a, aEnd).trim() === '' || textB.slice(b, bEnd).trim() === ''
  const both = (blankA: boolean, blankB: boolean) =>
    isOneSided ? blankA || blankB : blankA && blankB
  for (;;) {
    const blankA = a < aEnd && isBlank(textA, a)
    const blankB = b < bEnd && isBlank(textB, b)
    if (!both(blankA, blankB)) break
    if (blankA) a++
    if (blankB) b++
  }
  for (;;) {
    const blankA = a < aEnd && isBlank(textA, aEnd - 1)
    const blankB = b < bEnd && isBlank(textB, bEnd - 1)
    if (!both(blankA, blankB)) break
    if (blankA) aEnd--
    if (blankB) bEnd--
  }
  return { fromA: a, toA: aEnd, fromB: b, toB: bEnd }
}

/** Whether every bracket in the words has its partner there. */
function isClosed(words: string): boolean {
  let depth = 0
  for (const sign of words.replaceAll(/(?<=^|[\s,;])[\p{L}\p{N}-]+\)/gu, '')) {
    if (sign === '(') depth++
    else if (sign === ')') depth--
    if (depth < 0) return false
  }
  return depth === 0
}

/** How often the words stand in the text, places that overlap counted too. */
function countOf(text: string, words: string): number {
  if (words === '') return Infinity
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++
  return count
}

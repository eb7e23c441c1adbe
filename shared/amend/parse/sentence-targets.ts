import type { Lexicon } from '../../citation/lexicon.ts'
import { behindSeparator, nounAt, ordinalAt, type Scan } from '../../citation/scan.ts'
import { tokensOf } from '../../citation/token.ts'
import type { Target } from './target.ts'

/** Sentences named without a unit: «предложение второе», «первое и второе предложения пункта 1». */
export function sentencesIn(
  text: string,
  cited: readonly Target[],
  lexicon: Lexicon,
): readonly SentenceTarget[] {
  const scan: Scan = { text, tokens: tokensOf(text), lexicon, barren: { until: 0 } }
  const found: SentenceTarget[] = []
  for (let i = 0; i < scan.tokens.length; i++) {
    const noun = nounAt(scan, i)
    if (!noun || noun.value.kinds.length > 0) continue
    const token = scan.tokens[i]
    if (!token) break
    const inside = cited.find(({ start, end }) => start <= token.start && token.end <= end)
    const [before, after] = [ordinalsBefore(scan, i), ordinalsBehind(scan, i + 1)]
    const first = scan.tokens[i - before.tokens]?.start ?? token.start
    const last = scan.tokens[i + after.tokens]?.end ?? token.end
    const numbers = [...before.numbers, ...after.numbers]
    const missing = inside
      ? numbers.filter((n) => inside.part?.kind !== 'sentence' || inside.part.n !== n)
      : numbers
    const holder = inside ? undefined : cited.find(({ start }) => isOf(text, last, start))
    const own = inside
      ? { start: first, end: inside.start, units: inside.units, namesAct: inside.namesAct }
      : holder
        ? { ...holder, start: first, holderEnd: holder.end }
        : { start: first, end: last, units: [[]], namesAct: false }
    if (inside?.part?.kind === 'sentence') {
      if (missing.length > 0) found.push(...listOf(numbers, inside, first))
      continue
    }
    if (inside && first >= inside.start) continue
    for (const n of missing)
      found.push({ ...own, text: text.slice(first, last), part: { kind: 'sentence', n } })
  }
  return found
}

/** «Второе и третье предложения пункта 2»: the citation tells one sentence of the list, and stands for all. */
function listOf(numbers: readonly number[], one: Target, first: number): readonly SentenceTarget[] {
  const start = Math.min(first, one.start)
  return numbers.map((n) => ({ ...one, start, part: { kind: 'sentence', n }, holderEnd: one.end }))
}

export interface SentenceTarget extends Target {
  /** Where the words end that name the unit which the sentence is of: "the first sentence of the second part". */
  readonly holderEnd?: number
}

function isOf(text: string, sentenceEnd: number, start: number): boolean {
  return (
    start > sentenceEnd && /^\s+(?:of|in)\s+(?:the\s+)?$/iu.test(text.slice(sentenceEnd, start))
  )
}

interface Ordinals {
  readonly numbers: readonly number[]
  readonly tokens: number
}

/** Sentences that one list may name. */
const MOST_SENTENCES = 12

function ordinalsBehind(scan: Scan, from: number): Ordinals {
  const numbers: number[] = []
  let last = from
  for (let i = from; numbers.length < MOST_SENTENCES; ) {
    const read = ordinalAt(scan, i)
    if (!read) break
    numbers.push(Number(read.value.label))
    last = read.next
    i = behindSeparator(scan, read.next) ?? -1
  }
  return { numbers, tokens: last - from }
}

/** The number by which a noun is counted: "the sixth part", «часть шестую». */
export function countOf(scan: Scan, noun: number): number | undefined {
  const numbers = [...ordinalsBefore(scan, noun).numbers, ...ordinalsBehind(scan, noun + 1).numbers]
  return numbers.length === 1 ? numbers[0] : undefined
}

function ordinalsBefore(scan: Scan, to: number): Ordinals {
  const numbers: number[] = []
  let first = to
  for (let i = to - 1; i >= 0 && numbers.length < MOST_SENTENCES; ) {
    const read = ordinalAt(scan, i)
    if (!read || read.next !== i + 1) break
    numbers.unshift(Number(read.value.label))
    first = i
    const separated = behindSeparator(scan, i - 1)
    if (separated === undefined) break
    i -= 2
  }
  return { numbers, tokens: to - first }
}

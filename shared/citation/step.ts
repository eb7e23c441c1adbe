import type { LabelItem, Selector } from './address.ts'
import type { Noun, NounForm } from './lexicon.ts'
import {
  behindSeparator,
  isMark,
  itemAt,
  nounAt,
  ordinalAt,
  type Read,
  type Scan,
  tokenAt,
  touches,
} from './scan.ts'
import { isDash } from './token.ts'

/** A noun and its numbers, where asides part the list: «статьями 73 (часть вторая), 85». */
export interface StepRead {
  readonly noun: Noun
  readonly count: NounForm['count']
  readonly selector: Selector
  readonly runs: readonly Run[]
  readonly from: number
  readonly next: number
  /** The noun's tokens. */
  readonly called: { readonly from: number; readonly next: number }
  /** «вторая часть»: only what follows shows that a unit is meant. */
  readonly doubtful: boolean
}

/** Items that stand together. */
export interface Run {
  readonly items: readonly Read<LabelItem>[]
  readonly from: number
  readonly next: number
  /** Where an aside with citations opens behind them. */
  readonly aside?: number
}

/** Reads an aside that opens at a token; gives where it ends, if it holds citations only. */
export type AsideReader = (open: number, run: Run, noun: Noun) => number | undefined

export function stepAt(scan: Scan, i: number, aside: AsideReader): StepRead | undefined {
  const relative = relativeAt(scan, i) ?? namedPartAt(scan, i)
  if (relative) return relative
  return scan.lexicon.words.number === 'before' ? listBefore(scan, i) : listBehind(scan, i, aside)
}

/** «настоящей статьи», "the preceding paragraph", «осы баптың». */
function relativeAt(scan: Scan, i: number): StepRead | undefined {
  const { words } = scan.lexicon
  const token = tokenAt(scan, i)
  if (token?.type !== 'word') return undefined
  const kind = words.this.test(token.form)
    ? 'this'
    : words.said.test(token.form)
      ? 'said'
      : words.previous.test(token.form)
        ? 'previous'
        : words.next.test(token.form)
          ? 'next'
          : undefined
  if (kind === undefined) return undefined
  const noun = nounAt(scan, i + 1)
  if (!noun || noun.value.count === 'many' || noun.value.short) return undefined
  if (noun.value.kinds.length === 0 || (kind === 'next' && isMark(scan, noun.next, ':')))
    return undefined
  if (itemAt(scan, noun.next, noun.value) && words.number === 'behind') return undefined
  return {
    noun: noun.value,
    count: noun.value.count,
    selector: { kind },
    runs: [],
    from: i,
    next: noun.next,
    called: noun,
    doubtful: false,
  }
}

/** «Особенная часть»: with a capital, or it is any special part. */
function namedPartAt(scan: Scan, i: number): StepRead | undefined {
  const [token, behind] = [tokenAt(scan, i), tokenAt(scan, i + 1)]
  if (token?.type !== 'word' || behind?.type !== 'word') return undefined
  if (!scan.lexicon.units.has(behind.form)) return undefined
  if (!/^\p{Lu}/u.test(scan.text.slice(token.start, token.end))) return undefined
  const { namedParts } = scan.lexicon.words
  const part = namedParts.find(
    (one) => one.adjective.test(token.form) && one.noun.test(behind.form),
  )
  if (!part) return undefined
  return {
    noun: scan.lexicon.book(part.name),
    count: 'one',
    selector: { kind: 'titled', heading: part.name.toLowerCase() },
    runs: [],
    from: i,
    next: i + 2,
    called: { from: i, next: i + 2 },
    // «Общая часть» opens many sentences; an act or another unit must be named with it.
    doubtful: true,
  }
}

/** Numbers behind the noun: «статьями 11, 13–15», "part two"; or one ordinal before it. */
function listBehind(scan: Scan, i: number, aside: AsideReader): StepRead | undefined {
  const noun = nounAt(scan, i)
  if (!noun) return ordinalBefore(scan, i)
  const runs: Run[] = []
  let run: Read<LabelItem>[] = []
  let from = i
  let at = noun.next
  let next = at
  for (;;) {
    const own = noun.value.count !== 'one' || runs.length + run.length === 0
    const item = innerOf(scan, at, run) ?? (own ? itemAt(scan, at, noun.value) : undefined)
    if (!item || opensNext(scan, item, run)) break
    if (run.length === 0 && runs.length > 0) from = at
    run.push(single(item, noun.value.count))
    next = item.next
    const opened = isMark(scan, next, '(')
      ? aside(next, { items: run, from, next }, noun.value)
      : undefined
    if (opened !== undefined) {
      runs.push({ items: run, from, next, aside: next })
      run = []
      next = opened
    }
    const separated = behindSeparator(scan, next) ?? behindRemark(scan, next)
    if (separated === undefined) break
    at = separated
  }
  if (run.length > 0) runs.push({ items: run, from, next: run.at(-1)?.next ?? next })
  if (runs.length === 0) return undefined
  return {
    noun: noun.value,
    count: noun.value.count,
    selector: {
      kind: 'labels',
      items: runs.flatMap(({ items }) => items.map(({ value }) => value)),
    },
    runs,
    from: i,
    next,
    called: noun,
    // A sentence is no unit, and «предложений» are not always sentences.
    doubtful: noun.value.kinds.length === 0,
  }
}

/** "(f)" behind "§ 5(e)": the same section's. */
function innerOf(
  scan: Scan,
  i: number,
  run: readonly Read<LabelItem>[],
): Read<LabelItem> | undefined {
  const last = run.at(-1)?.value
  if (!last || last.inner.length === 0) return undefined
  const item = itemAt(scan, i, undefined)
  if (item?.value.style !== 'bracketed') return undefined
  const inner = [...last.inner.slice(0, -1), item.value.label, ...item.value.inner]
  return { ...item, value: { ...last, inner } }
}

/** «статьи 5, вторая часть …»: the ordinal counts what follows it. */
function opensNext(
  scan: Scan,
  { value, next }: Read<LabelItem>,
  run: readonly Read<LabelItem>[],
): boolean {
  const before = run.at(-1)?.value.style ?? 'ordinal'
  return value.style === 'ordinal' && before !== 'ordinal' && nounAt(scan, next) !== undefined
}

/** `44-1` is a range only where the noun is in the plural. */
function single(item: Read<LabelItem>, count: NounForm['count']): Read<LabelItem> {
  if (count !== 'one' || !item.value.tight) return item
  const { tight: _, ...value } = item.value
  return { ...item, value }
}

/** Tokens of a remark in a list: "22-1834 (sex trafficking of children); 22-2704". */
const REMARK_REACH = 40

function behindRemark(scan: Scan, i: number): number | undefined {
  const close = isMark(scan, i, '(') ? ')' : isMark(scan, i, '[') ? ']' : undefined
  if (close === undefined) return undefined
  let k = i
  while (k < i + REMARK_REACH && !isMark(scan, k, close)) k++
  return isMark(scan, k, close) ? behindSeparator(scan, k + 1) : undefined
}

function ordinalBefore(scan: Scan, i: number): StepRead | undefined {
  const item = ordinalAt(scan, i)
  if (!item || scan.lexicon.numerals.has(tokenAt(scan, item.next - 1)?.form ?? '')) return undefined
  const noun = nounAt(scan, item.next)
  if (!noun || noun.value.short || !counted(noun.value)) return undefined
  return {
    noun: noun.value,
    count: noun.value.count,
    selector: { kind: 'labels', items: [item.value] },
    runs: [{ items: [item], from: i, next: noun.next }],
    from: i,
    next: noun.next,
    called: noun,
    doubtful: true,
  }
}

const COUNTED: ReadonlySet<string> = new Set(['subparagraph', 'alinea', 'paragraph', 'point'])

function counted({ kinds }: Noun): boolean {
  return kinds.length === 0 || kinds.some((kind) => COUNTED.has(kind))
}

/** Numbers before the noun: "11, 12 және 13-баптар", "2) тармақшасы", "екінші бөлігі", "106-ншы бабы". */
function listBefore(scan: Scan, i: number): StepRead | undefined {
  if (i < scan.barren.until) return undefined
  const items: Read<LabelItem>[] = []
  let at: number | undefined = i
  while (at !== undefined) {
    const item = itemAt(scan, at, undefined)
    if (!item) break
    items.push(item)
    const noun = nounBehind(scan, item.next)
    if (noun) return listOf(items, noun, i)
    at = behindSeparator(scan, item.next)
  }
  scan.barren.until = items.at(-1)?.next ?? i
  return undefined
}

function listOf(items: readonly Read<LabelItem>[], noun: Read<NounForm>, from: number): StepRead {
  const { count } = noun.value
  const read = items.length === 1 ? items.map((one) => single(one, count)) : items
  return {
    noun: noun.value,
    count,
    selector: { kind: 'labels', items: read.map(({ value }) => value) },
    runs: [{ items: read, from, next: noun.next }],
    from,
    next: noun.next,
    called: noun,
    doubtful: false,
  }
}

/** The noun behind a number, with "-", "-ншы" or nothing between. */
function nounBehind(scan: Scan, i: number) {
  if (!isDash(tokenAt(scan, i))) return nounAt(scan, i)
  if (!touches(scan, i)) return undefined
  const ending = tokenAt(scan, i + 1)
  const isEnding = ending?.type === 'word' && scan.lexicon.words.ordinalEnding?.test(ending.form)
  return nounAt(scan, isEnding ? i + 2 : i + 1)
}

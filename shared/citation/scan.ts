import { compareLabels } from '../structure/label.ts'
import type { LabelItem } from './address.ts'
import type { Lexicon, Noun, NounForm } from './lexicon.ts'
import { isDash, type Token } from './token.ts'

/** A text cut into tokens, with the lexicon to read them by. */
export interface Scan {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  /** Numbers before this token are known to have no noun behind them: they are not read again. */
  readonly barren: { until: number }
}

/** Something read from token `from` up to token `next`, which is not in it. */
export interface Read<T> {
  readonly value: T
  readonly from: number
  readonly next: number
}

export function tokenAt({ tokens }: Scan, i: number): Token | undefined {
  return tokens[i]
}

export function isMark(scan: Scan, i: number, mark: string): boolean {
  const token = tokenAt(scan, i)
  return token?.type === 'mark' && token.form === mark
}

/** Whether nothing stands between token `i` and the one before it. */
export function touches(scan: Scan, i: number): boolean {
  return scan.tokens[i - 1]?.end === scan.tokens[i]?.start
}

/** The noun at `i`, and where its number would stand: behind the full stop of an abbreviation. */
export function nounAt(scan: Scan, i: number): Read<NounForm> | undefined {
  const token = tokenAt(scan, i)
  const value = token && token.type !== 'number' ? scan.lexicon.units.get(token.form) : undefined
  if (!value || !token) return undefined
  if (!value.short || token.type === 'mark') return { value, from: i, next: i + 1 }
  const double = isMark(scan, i + 1, '.') && tokenAt(scan, i + 2)?.form === token.form
  if (!double && isInitial(scan, i, token)) return undefined
  const last = double ? i + 2 : i
  const stop = isMark(scan, last + 1, '.')
  if (!stop && token.form.length < 3 && !scan.lexicon.words.innerNumbers) return undefined
  return { value, from: i, next: stop ? last + 2 : last + 1 }
}

/** "S.W.", "U.S.C.": an initial is no abbreviation of a unit. */
function isInitial(scan: Scan, i: number, { form }: Token): boolean {
  if (form.length > 2) return false
  const behind = isMark(scan, i - 1, '.') && touches(scan, i)
  const before = isMark(scan, i + 1, '.') && touches(scan, i + 2)
  return behind || (before && tokenAt(scan, i + 2)?.type === 'word')
}

/** One number, ordinal or letter at `i`. */
export function labelAt(
  scan: Scan,
  i: number,
  noun: Noun | undefined,
): Read<LabelItem> | undefined {
  const token = tokenAt(scan, i)
  if (!token) return undefined
  if (token.type === 'number') return numberAt(scan, i, token, noun)
  if (token.form === '(') return enclosedAt(scan, i)
  if (token.type !== 'word') return undefined
  return ordinalAt(scan, i) ?? letterAt(scan, i, token)
}

const DATE = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/

function numberAt(
  scan: Scan,
  i: number,
  token: Token,
  noun: Noun | undefined,
): Read<LabelItem> | undefined {
  if (DATE.test(token.form) || token.form.length > 20) return undefined
  const bracketed = bracketAt(scan, i + 1, noun)
  const next = bracketed ? i + 2 : i + 1
  const after = tokenAt(scan, next)
  if (after && isMeasure(scan, next, after)) return undefined
  // «Статья 81Верховный Суд …» is a heading that lost its line break.
  if (after?.type === 'word' && touches(scan, next) && !bracketed) return undefined
  const style = bracketed ? 'bracketed' : 'plain'
  const inner = bracketed ? { labels: [], next } : innerLabels(scan, next)
  const rises = tightRange(token.form) !== undefined && inner.labels.length === 0
  const value: LabelItem = {
    label: token.form,
    style,
    inner: inner.labels,
    ...(rises ? { tight: true } : {}),
  }
  return { value, from: i, next: inner.next }
}

/** The ends of what may be a range written without spaces: `13-15`. */
export function tightRange(label: string): readonly [from: string, to: string] | undefined {
  const inserted = /^(\d+-\d+)-(\d+-\d+)$/.exec(label)
  const match = inserted ?? /^(\d+)-(\d+)$/.exec(label)
  const [from, to] = [match?.[1], match?.[2]]
  if (from === undefined || to === undefined) return undefined
  return compareLabels(from, to) < 0 ? [from, to] : undefined
}

function isMeasure(scan: Scan, i: number, after: Token): boolean {
  if (after.type === 'mark') return after.form === '%' || after.form === '$'
  return after.type === 'word' && !touches(scan, i) && scan.lexicon.words.measures.test(after.form)
}

/** Tokens looked back over for the bracket that a closing one may belong to. */
const OPEN_REACH = 120

/** Whether the bracket at `i` belongs to the number before it: «пункт 2)», and not «(статья 2)». */
function bracketAt(scan: Scan, i: number, noun: Noun | undefined): boolean {
  if (!isMark(scan, i, ')') || !touches(scan, i)) return false
  if (!noun || noun.bracket === 'always') return true
  if (noun.bracket === 'never') return false
  for (let k = i - 1; k >= Math.max(0, i - OPEN_REACH); k--) {
    if (isMark(scan, k, '(')) return continuesBehind(scan, i + 1)
    if (isMark(scan, k, ')')) return true
  }
  return true
}

/** Whether a larger unit follows, or another bracket closes the aside: then this one ends no aside. */
function continuesBehind(scan: Scan, i: number): boolean {
  if (nounAt(scan, i) || scan.lexicon.words.this.test(tokenAt(scan, i)?.form ?? '')) return true
  for (let k = i; k < i + OPEN_REACH; k++) {
    if (isMark(scan, k, '(')) return false
    if (isMark(scan, k, ')')) return true
  }
  return false
}

function innerLabels(scan: Scan, i: number): { labels: readonly string[]; next: number } {
  const labels: string[] = []
  let next = i
  if (!scan.lexicon.words.innerNumbers) return { labels, next }
  while (touches(scan, next) || (labels.length === 0 && isSpacedNumber(scan, next))) {
    const enclosed = enclosedLabel(scan, next)
    if (!enclosed) break
    labels.push(enclosed.value)
    next = enclosed.next
  }
  return { labels, next }
}

/** "30 (1)" in acts that cite each unit of a list by itself. */
function isSpacedNumber(scan: Scan, i: number): boolean {
  const inside = tokenAt(scan, i + 1)
  const [before, open] = [tokenAt(scan, i - 1), tokenAt(scan, i)]
  return (
    scan.lexicon.words.lists === 'each' &&
    inside?.type === 'number' &&
    isMark(scan, i, '(') &&
    (open?.start ?? 0) - (before?.end ?? 0) === 1
  )
}

/** "(2)", "(a)", "(a-1)". */
function enclosedLabel(scan: Scan, i: number): Read<string> | undefined {
  const first = tokenAt(scan, i + 1)
  if (!isMark(scan, i, '(') || !first || !isInnerLabel(scan, first)) return undefined
  const hyphen = isMark(scan, i + 2, '-') && touches(scan, i + 2) && touches(scan, i + 3)
  const last = hyphen ? i + 3 : i + 1
  const end = tokenAt(scan, last)
  if (!end || !isMark(scan, last + 1, ')')) return undefined
  return { value: scan.text.slice(first.start, end.end), from: i, next: last + 2 }
}

function isInnerLabel(scan: Scan, { type, start, end }: Token): boolean {
  return (
    type === 'number' || (type === 'word' && /^[\p{L}]{1,5}$/u.test(scan.text.slice(start, end)))
  )
}

/** "(2)", "(a)" of itself, with numbers of units in it: "(a)(4)". */
function enclosedAt(scan: Scan, i: number): Read<LabelItem> | undefined {
  if (!scan.lexicon.words.innerNumbers) return undefined
  const label = enclosedLabel(scan, i)
  // Words of five letters stand in brackets too: "(other)".
  if (!label || /^\p{L}{5,}$/u.test(label.value)) return undefined
  const inner = innerLabels(scan, label.next)
  const value = { label: label.value, style: 'bracketed', inner: inner.labels } as const
  return { value, from: i, next: inner.next }
}

/** «первая», «двадцать первая», "жүз жиырма сегізінші", "128-ші". */
export function ordinalAt(scan: Scan, i: number): Read<LabelItem> | undefined {
  const { ordinals, numerals, words } = scan.lexicon
  let value = 0
  let next = i
  for (let token = tokenAt(scan, next); token?.type === 'word'; token = tokenAt(scan, next)) {
    const ordinal = ordinals.get(token.form)
    if (ordinal !== undefined) {
      const total = ordinal === 100 ? Math.max(value, 1) * 100 : value + ordinal
      return { value: ordinalItem(total), from: i, next: next + 1 }
    }
    const numeral = numerals.get(token.form)
    if (numeral === undefined) return undefined
    if (words.numeralLabels) return { value: ordinalItem(numeral), from: i, next: next + 1 }
    value = numeral >= 100 ? Math.max(value, 1) * numeral : value + numeral
    next++
  }
  return undefined
}

function ordinalItem(value: number): LabelItem {
  return { label: String(value), style: 'ordinal', inner: [] }
}

const ROMAN_ALIKE: Readonly<Record<string, string>> = { І: 'I', Х: 'X', С: 'C', М: 'M', Ӏ: 'I' }

/** «III», "II-A", "A", «а)». */
function letterAt(scan: Scan, i: number, token: Token): Read<LabelItem> | undefined {
  const raw = scan.text.slice(token.start, token.end)
  const roman = raw.replaceAll(/[ІХСМӀ]/gu, (letter) => ROMAN_ALIKE[letter] ?? letter)
  const bracketed = raw.length === 1 && isMark(scan, i + 1, ')') && touches(scan, i + 1)
  if (bracketed)
    return { value: { label: raw, style: 'bracketed', inner: [] }, from: i, next: i + 2 }
  const letter = scan.lexicon.words.innerNumbers && /^[A-Z]$/u.test(raw)
  if (!/^[IVXLC]+$/u.test(roman) && !letter) return undefined
  const compound = treatyNumber(scan, i, roman)
  if (compound) return compound
  const suffix = tokenAt(scan, i + 2)
  const joined =
    isMark(scan, i + 1, '-') && touches(scan, i + 1) && touches(scan, i + 2) && suffix !== undefined
      ? scan.text.slice(suffix.start, suffix.end)
      : ''
  if (/^(?:[A-Z]{1,2}|\d+)$/u.test(joined))
    return {
      value: { label: `${roman}-${joined}`, style: 'plain', inner: [] },
      from: i,
      next: i + 3,
    }
  return { value: { label: roman, style: 'plain', inner: [] }, from: i, next: i + 1 }
}

/** "IV.1": the article of a treaty, numbered within its section; the space is a slip of typing. */
function treatyNumber(scan: Scan, i: number, roman: string): Read<LabelItem> | undefined {
  const number = tokenAt(scan, i + 2)
  if (!/^[IVXLC]+$/u.test(roman) || number?.type !== 'number') return undefined
  if (!isMark(scan, i + 1, '.') || !touches(scan, i + 1)) return undefined
  if (!/^\d+$/.test(number.form)) return undefined
  // At the start of a line «II. 2-бап» may be a heading of two numbers.
  const isRange = isDash(tokenAt(scan, i + 3)) && tokenAt(scan, i + 4)?.type === 'word'
  if (!touches(scan, i + 2) && i === 0 && !isRange) return undefined
  const label = `${roman}.${number.form}`
  return { value: { label, style: 'plain', inner: [] }, from: i, next: i + 3 }
}

/** An item, or a range of them: «1) – 5)», "13 to 15". */
export function itemAt(scan: Scan, i: number, noun: Noun | undefined): Read<LabelItem> | undefined {
  const first = labelAt(scan, i, noun)
  if (!first) return undefined
  const sign = tokenAt(scan, first.next)
  const ranges =
    isDash(sign) || (sign?.type === 'word' && scan.lexicon.words.to.includes(sign.form))
  if (!ranges) return first
  const last = labelAt(scan, first.next + 1, noun)
  if (
    !last ||
    last.value.to !== undefined ||
    (last.value.style === 'ordinal') !== (first.value.style === 'ordinal')
  )
    return first
  return { value: { ...first.value, to: last.value.label }, from: i, next: last.next }
}

/** Where the next member of a list would begin: behind «,», «и», «, а также». */
export function behindSeparator(scan: Scan, i: number): number | undefined {
  const { and } = scan.lexicon.words
  let next = i
  if (isMark(scan, next, ',') || isMark(scan, next, ';')) next++
  if (tokenAt(scan, next)?.form === 'а' && tokenAt(scan, next + 1)?.form === 'также') next += 2
  else if (and.includes(tokenAt(scan, next)?.form ?? '')) next++
  return next === i ? undefined : next
}

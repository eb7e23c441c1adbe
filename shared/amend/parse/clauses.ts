import type { TextRange } from '../../base/range.ts'
import { type DirectiveWords, QUOTE } from '../../tradition/directives.ts'
import { isSpokenOf, type Masked, quotationsWithin } from './masked.ts'

/** A run of words of the law that sets a place, commands, or does neither. */
export interface Clause extends TextRange {
  /** Behind its number. */
  readonly body: number
  /** Level of its own number, from the outermost, 0; `undefined` for a clause without one. */
  readonly level: number | undefined
  /** `:` where what follows is said of the place that the clause names. */
  readonly ends: ':' | ''
}

/** The law cut into clauses at line ends, semicolons, colons and full stops outside quotations. */
export function clausesOf(masked: Masked, words: DirectiveWords): readonly Clause[] {
  const { text } = masked
  const clauses: Clause[] = []
  let start = 0
  let level: number | undefined
  const add = (end: number, ends: Clause['ends']) => {
    const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length)
    const to = behindQuotation(masked, from + text.slice(from, end).trimEnd().length)
    start = Math.max(end, to)
    if (to <= from || !/[\p{L}\p{N}\uFFFC]/u.test(text.slice(from, to))) return
    const marker = markerAt(text.slice(from, Math.min(to, from + MARKER)), words, level)
    if (marker) level = marker.level
    clauses.push({
      start: from,
      end: to,
      body: from + (marker ? marker.length + captionAt(text.slice(from + marker.length, to)) : 0),
      level: marker?.level,
      ends,
    })
  }
  const captionAt = (said: string) => words.caption?.exec(said)?.[0].length ?? 0
  for (const { 0: sign, index } of text.matchAll(
    /[\n;.—]|(?<!\d(?=:\d)):|\uFFFC\s+(?=\d{1,4}(?:-\d+)?[.)]\s)/gu,
  )) {
    if (index < start) continue
    const behind = index + sign.length
    if (sign.startsWith(QUOTE)) {
      if (sign.includes('\n') || text.slice(start, index).includes(':')) add(index + 1, '')
    } else if (sign === ':' || sign === '—') {
      if (sign === '—' && !/^\s*(?:\n|$|\()/u.test(text.slice(behind, behind + 40))) continue
      if (!opensBlock(masked, behind, words)) add(behind, ':')
    } else if (sign === ';') add(behind, '')
    else if (sign === '\n') {
      if (!opensBlock(masked, behind, words) || !/[:—]\s*$/u.test(text.slice(start, index)))
        add(behind, '')
    } else if (endsSentence(text, start, index, words)) add(behind, '')
  }
  add(text.length, '')
  return clauses
}

/** A quotation that ends a clause belongs to it whole. */
function behindQuotation(masked: Masked, end: number): number {
  if (masked.text[end - 1] !== QUOTE) return end
  return quotationsWithin(masked, end - 1, masked.text.length, 1)[0]?.end ?? end
}

/** Characters in which a clause's own number stands. */
const MARKER = 60

/**
 * Whether a quotation comes next that belongs to the words before it. Where the verb stands last, one
 * that words follow opens a command of its own: «2-тармақта: «А» деген сөз …».
 */
function opensBlock(masked: Masked, at: number, words: DirectiveWords): boolean {
  const { text } = masked
  const next = /\S/u.exec(text.slice(at, at + 200))
  if (next?.[0] !== QUOTE) return false
  const end = behindQuotation(masked, at + next.index + 1)
  return !isSpokenOf(text.slice(end, end + 40), words)
}

function endsSentence(text: string, start: number, at: number, words: DirectiveWords): boolean {
  const behind = text.slice(at + 1, at + 60)
  if (!/^(?:\s|$)/u.test(behind)) return false
  const next = behind.trimStart()
  if (next !== '' && !/^[\p{Lu}\p{N}#(\uFFFC]/u.test(next)) return false
  const before = text.slice(Math.max(start, at - 24), at)
  if (isOwnNumber(text.slice(start, at))) return false
  return !words.abbreviation.test(before)
}

/** «1», «Статья 1», "2-бап", "IV": the stop behind it is the number's. */
function isOwnNumber(before: string): boolean {
  const words = before.trim()
  return (
    words.length < 24 && /^(?:\p{L}+\.?\s+)?(?:\d{1,4}(?:-\d+)?(?:-бап)?|[IVXLC]+)$/u.test(words)
  )
}

interface Marker {
  readonly level: number
  readonly length: number
}

/** The clause's own number; of several readings the deepest that the clause before leaves open. */
function markerAt(
  head: string,
  words: DirectiveWords,
  last: number | undefined,
): Marker | undefined {
  const read = words.markers.flatMap(([level, form]) => {
    const match = form.exec(head)
    return match ? [{ level, length: match[0].length }] : []
  })
  const open = read.filter(({ level }) => level <= (last ?? -1) + 1)
  return open.toSorted((a, b) => b.level - a.level)[0] ?? read[0]
}

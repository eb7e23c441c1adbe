import type { UnitKind } from '../schema/kind.ts'
import type { HistoryActKind, HistoryEffect, HistoryWords } from '../tradition/history.ts'
import { type Mark, marksIn } from './marks.ts'

/** From when a change is in force, as a note says it. */
export type Commencement =
  | { readonly is: 'on'; readonly date: string }
  | { readonly is: 'onPublication' }
  | { readonly is: 'afterPublication'; readonly count: number; readonly unit: 'days' | 'months' }
  /** Another act or article says it. */
  | { readonly is: 'elsewhere' }
  | { readonly is: 'unsaid' }

/** One act that a note names. */
export interface NoteEntry {
  /** The kind and number of the unit that the note speaks of, if it says so. */
  readonly kind: UnitKind | undefined
  readonly label: string | null
  readonly effect: HistoryEffect
  readonly act: {
    readonly kind: HistoryActKind | null
    readonly date: string | null
    readonly number: string | null
  }
  readonly commencement: Commencement
}

/** The acts that a note names, in order, each with what it did. */
export function noteEntries(note: string, words: HistoryWords): readonly NoteEntry[] {
  const text = note.toLowerCase().replace(words.lead, '')
  const depths = bracketDepths(text)
  const marks = marksIn(text, words).filter(
    ({ is, start }) =>
      depths[start] === 0 &&
      (is === 'number' || !words.beginning.test(text.slice(Math.max(0, start - 30), start))),
  )
  let effect: HistoryEffect | undefined = lastOf(
    words.effects,
    text.slice(0, marks[0]?.start),
  )?.effect
  let kind: HistoryActKind | undefined
  let from = 0
  const opening = text.slice(0, marks[0]?.start)
  const unit = unitIn(opening, words)
  return pairsIn(marks, text).map(({ date, number, start, end }) => {
    const before = text.slice(from, start)
    effect = lastOf(words.effects, before)?.effect ?? effect
    kind = lastOf(words.acts, before)?.kind ?? kind
    from = end
    return {
      ...unit,
      effect: effect ?? lastOf(words.effects, text)?.effect ?? 'see',
      act: { kind: kind ?? lastOf(words.acts, text)?.kind ?? null, date, number },
      commencement: commencementOf(bracketAfter(text, end, depths), words),
    }
  })
}

interface Pair {
  readonly date: string | null
  readonly number: string | null
  readonly start: number
  readonly end: number
}

/** Characters between the date and the number of one act: « г. », " of ". */
const APART = 12

/** Characters between a number and the date behind it: " of the Constitutional Council of the Republic of ". */
const FAR_APART = 120

/** Dates and numbers that stand side by side are of one act. */
function pairsIn(marks: readonly Mark[], text: string): readonly Pair[] {
  const pairs: Pair[] = []
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]
    const next = marks[i + 1]
    if (!mark) break
    const between = next ? text.slice(mark.end, next.start) : ''
    const apart = mark.is === 'number' ? FAR_APART : APART
    const isPair =
      next !== undefined &&
      next.is !== mark.is &&
      between.length <= apart &&
      !/[;,:(]/u.test(between)
    const both = isPair ? [mark, next] : [mark]
    pairs.push({
      date: both.find(({ is }) => is === 'date')?.value ?? null,
      number: both.find(({ is }) => is === 'number')?.value ?? null,
      start: mark.start,
      end: both.at(-1)?.end ?? mark.end,
    })
    if (isPair) i++
  }
  return pairs
}

/** What stands last of several wordings; of two at one place the one listed first. */
function lastOf<T extends { readonly words: RegExp }>(
  all: readonly T[],
  text: string,
): T | undefined {
  let last: { readonly at: number; readonly one: T } | undefined
  for (const one of all) {
    for (const { index } of text.matchAll(one.words))
      if (!last || index > last.at) last = { at: index, one }
  }
  return last?.one
}

function unitIn(text: string, words: HistoryWords): Pick<NoteEntry, 'kind' | 'label'> {
  const found = words.inserted.exec(text) ?? words.unit.exec(text)
  const { word = '', label } = found?.groups ?? {}
  const kind = words.kinds.find(({ stem }) => word.startsWith(stem))?.kind
  const plain = label?.toUpperCase().replaceAll('І', 'I').replaceAll('Х', 'X')
  return { kind, label: plain ?? null }
}

/** How many round brackets are open at each character. */
function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const isLabel = text[i] === ')' && /[\p{L}\d]/u.test(text[i - 1] ?? '') && depth === 0
    if (text[i] === ')' && !isLabel) depth = Math.max(0, depth - 1)
    depths[i] = depth
    if (text[i] === '(') depth = Math.min(depth + 1, 255)
  }
  return depths
}

/** The words in the bracket behind an act, before the next act. */
function bracketAfter(text: string, end: number, depths: Uint8Array): string {
  const open = text.indexOf('(', end)
  if (open === -1 || /[;]/u.test(text.slice(end, open)) || open - end > 40) return ''
  let close = open + 1
  while (close < text.length && (depths[close] ?? 0) > 0) close++
  return text.slice(open + 1, close)
}

function commencementOf(text: string, words: HistoryWords): Commencement {
  if (text === '') return { is: 'unsaid' }
  const term = words.term.exec(text)?.groups
  const count = countIn(term?.['count'] ?? '', words)
  if (term && count !== undefined)
    return { is: 'afterPublication', count, unit: term['unit'] === words.month ? 'months' : 'days' }
  const marks = marksIn(text, words)
  const date = marks.find(({ is }) => is === 'date')
  if (date && marks.every(({ is }) => is === 'date')) return { is: 'on', date: date.value }
  if (words.elsewhere.test(text)) return { is: 'elsewhere' }
  return words.onPublication.test(text) ? { is: 'onPublication' } : { is: 'unsaid' }
}

function countIn(word: string, { numerals }: HistoryWords): number | undefined {
  if (/^\d+$/u.test(word)) return Number(word)
  return Object.entries(numerals).find(([stem]) => word.startsWith(stem))?.[1]
}

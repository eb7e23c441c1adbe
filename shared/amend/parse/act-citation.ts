import type { DirectiveWords } from '../../tradition/directives.ts'
import { type Deed, QUOTE } from '../../tradition/directives.ts'
import type { ActCitation } from '../amending-law.ts'
import { type Masked, quotationsWithin } from './masked.ts'

/** The act that words of a law name as the one to be amended; `undefined` where they name none. */
export function actCitationIn(
  masked: Masked,
  start: number,
  end: number,
  words: DirectiveWords,
): ActCitation | undefined {
  const text = masked.text.slice(start, end)
  const lower = text.toLowerCase()
  const named = firstAct(lower, words)
  if (!named) return undefined
  const { sort, index, form } = named
  const date = dateIn(text, words)
  const number = /(?:№|(?<!\p{L})N(?:o\.?)?)\s*(\d+[-\p{L}\d]*)/u.exec(text)?.[1] ?? null
  const quoted = quotedTitle(masked, start, end)
  return {
    sort: words.profiles[sort] ?? (sort === 'law' ? 'law' : sort),
    title: quoted ?? wordsTitle(text, index, form),
    date,
    number,
    gazette: gazetteIn(masked.source.slice(start, end), text),
  }
}

/**
 * The act of which a command by itself suspends or repeals a unit: «признать утратившей силу статью 5
 * Закона … «О связи»». What lists of changes name beside a unit is theirs already.
 */
export function actNamedIn(
  masked: Masked,
  { body, end }: { readonly body: number; readonly end: number },
  [first]: readonly Repealing[],
  words: DirectiveWords,
): ActCitation | undefined {
  const isOwn = first?.deed === 'suspend' || first?.deed === 'loseForce'
  const named = isOwn ? first.targets.find(({ namesAct }) => namesAct) : undefined
  const act = named && !words.codified ? actCitationIn(masked, body, end, words) : undefined
  if (!first || !named || !act) return undefined
  const behind = dateIn(masked.text.slice(first.range.start + named.start, end), words)
  const isTold = act.date !== null || quotationsWithin(masked, body, end).length > 0
  return isTold ? { ...act, date: behind ?? act.date } : undefined
}

/** What is needed to know of a command that repeals or suspends. */
interface Repealing {
  readonly deed: Deed
  readonly range: { readonly start: number }
  readonly targets: readonly { readonly start: number; readonly namesAct: boolean }[]
}

function firstAct(lower: string, words: DirectiveWords) {
  let best: { sort: string; index: number; form: string } | undefined
  for (const [sort, form] of words.acts) {
    const match = form.exec(lower)
    if (!match) continue
    if (!best || match.index < best.index) best = { sort, index: match.index, form: match[0] }
  }
  return best
}

function quotedTitle(masked: Masked, start: number, end: number): string | undefined {
  const [quotation] = quotationsWithin(masked, start, end)
  return quotation
    ? masked.source
        .slice(quotation.inner.start, quotation.inner.end)
        .trim()
        .replaceAll(/\s+/gu, ' ')
    : undefined
}

/** «Уголовный кодекс Республики Казахстан», "the Criminal Code": the words around the noun. */
function wordsTitle(text: string, index: number, form: string): string {
  const before = /(?:\p{Lu}[\p{L}-]*\s+(?:(?:of|the|and|for|to|in)\s+)*){0,10}$/u.exec(
    text.slice(Math.max(0, index - 120), index),
  )
  const behind = text.slice(index + form.length)
  const tail =
    /^(?:\s+(?:(?:об|о|of|the|on|and|for|to)\s+)*\p{L}[\p{L}-]*){0,8}?(?=\s+(?:от|dated|of\s+\d|№)|\s*[,(:;]|\s*$)/u.exec(
      behind,
    )
  const title = `${before?.[0] ?? ''}${text.slice(index, index + form.length)}${tail?.[0] ?? ''}`
  return title
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(?:В|Во|В\s+целях|The|To\s+the)\s+/u, '')
}

/** The first date in the words, as ISO. */
export function dateIn(text: string, words: DirectiveWords): string | null {
  return datesIn(text, words)[0]?.date ?? null
}

/** A date where words have it. */
export interface DateInWords {
  /** ISO. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** The dates in the words, in their order: «1 января 2027 года», "January 1, 2027", "2027 жылғы 1 қаңтар". */
export function datesIn(text: string, words: DirectiveWords): readonly DateInWords[] {
  const found = dateForms(words)
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ 0: match, index, groups }): DateInWords => {
      const { y, m = '', d }: Partial<Record<string, string>> = groups ?? {}
      const month = /^\d+$/u.test(m) ? Number(m) : monthOf(m, words)
      return { date: iso(y, month, d), start: index, end: index + match.length }
    })
    .toSorted((a, b) => a.start - b.start)
  let last = 0
  return found.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}

const formsOfDates = new WeakMap<DirectiveWords, readonly RegExp[]>()

function dateForms(words: DirectiveWords): readonly RegExp[] {
  const known = formsOfDates.get(words)
  if (known) return known
  const months = words.months.join('|')
  const forms = [
    `(?<d>\\d{1,2})\\s+(?<m>${months})\\p{L}*,?\\s+(?<y>\\d{4})`,
    `(?<m>${months})\\s+(?<d>\\d{1,2}),?\\s+(?<y>\\d{4})`,
    `(?<y>\\d{4})\\s+жыл\\p{L}*\\s+(?<d>\\d{1,2})\\s+(?<m>${months})`,
    '(?<d>\\d{1,2})\\.(?<m>\\d{2})\\.(?<y>\\d{4})',
  ].map((form) => new RegExp(form, 'giu'))
  formsOfDates.set(words, forms)
  return forms
}

function monthOf(name: string | undefined, words: DirectiveWords): number {
  return words.months.findIndex((month) => name?.toLowerCase().startsWith(month)) + 1
}

function iso(year: string | undefined, month: number, day: string | undefined): string {
  return `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

/** What an aside of the clause said: the grammar does not see it, the citation keeps it. */
function gazetteIn(source: string, masked: string): string | null {
  const open = source.indexOf('(')
  if (open < 0 || masked[open] !== ' ') return null
  let end = open
  while (end < source.length && (masked[end] === ' ' || masked[end] === QUOTE)) end++
  const words = source.slice(open + 1, end).trim()
  return words.replace(/\)\s*$/u, '').replaceAll(/\s+/gu, ' ')
}

/** A setter that names an act opens it, unless it speaks of the act at hand: «указанного Закона». */
export function isOpening(act: ActCitation, lower: string, isLead: boolean): boolean {
  if (isLead) return true
  return act.date !== null || act.title.length > 12 || /утвержд|бекітілген|approved/u.test(lower)
}

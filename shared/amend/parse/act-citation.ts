import type { DirectiveWords } from '../../tradition/directives.ts'
import { QUOTE } from '../../tradition/directives.ts'
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
  const months = words.months.join('|')
  const day = new RegExp(`(\\d{1,2})\\s+(${months})\\p{L}*,?\\s+(\\d{4})`, 'iu').exec(text)
  if (day) return iso(day[3], monthOf(day[2], words), day[1])
  const us = new RegExp(`(${months})\\s+(\\d{1,2}),?\\s+(\\d{4})`, 'iu').exec(text)
  if (us) return iso(us[3], monthOf(us[1], words), us[2])
  const kk = new RegExp(`(\\d{4})\\s+жыл\\p{L}*\\s+(\\d{1,2})\\s+(${months})`, 'iu').exec(text)
  if (kk) return iso(kk[1], monthOf(kk[3], words), kk[2])
  const figures = /(\d{1,2})\.(\d{2})\.(\d{4})/u.exec(text)
  return figures ? iso(figures[3], Number(figures[2]), figures[1]) : null
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

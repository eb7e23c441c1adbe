/** Where words stand in a text, in UTF-16 units. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** The letters of a text with blanks, quotation marks and dashes of all kinds made alike, place for place. */
function alike(text: string): string {
  return text
    .replaceAll(/[\s\u00a0\u2007\u202f\u2009]/gu, ' ')
    .replaceAll(/[«»“”„‟"]/gu, '"')
    .replaceAll(/[‘’‚`]/gu, "'")
    .replaceAll(/[‐‑‒–—―−]/gu, '-')
}

/**
 * The places where the words stand as whole words. Blanks, quotation marks and dashes are compared by
 * sort; case is not forgiven. Hits do not overlap.
 */
export function wordsIn(text: string, words: string): readonly Hit[] {
  const hay = alike(text)
  const needle = alike(words).replace(/\s+/gu, ' ')
  if (needle.trim() === '') return []
  const trimmed = needle.trim()
  const found = exactHits(hay, trimmed)
  return found.length > 0 ? found : flexibleHits(hay, trimmed)
}

/** The same with capitals forgiven. */
export function wordsInAnyCase(text: string, words: string): readonly Hit[] {
  const lower = text.toLowerCase()
  return lower.length === text.length ? wordsIn(lower, words.toLowerCase()) : []
}

function exactHits(hay: string, needle: string): readonly Hit[] {
  const hits: Hit[] = []
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at)) {
    const end = at + needle.length
    const whole = isWhole(hay, at, end)
    if (whole) hits.push({ start: at, end })
    at = whole ? end : at + 1
  }
  return hits
}

function isWhole(hay: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{N}]/u
  const opens = letter.test(hay[start] ?? '') && letter.test(hay[start - 1] ?? '')
  const closes = letter.test(hay[end - 1] ?? '') && letter.test(hay[end] ?? '')
  return !opens && !closes
}

/** Runs of blanks count as one, and none stand for none before a mark. */
function flexibleHits(hay: string, needle: string): readonly Hit[] {
  const parts = needle.split(' ').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
  if (parts.length > 600) return []
  const hits: Hit[] = []
  for (const match of hay.matchAll(new RegExp(parts.join(' {1,8}'), 'gu'))) {
    const end = match.index + match[0].length
    if (isWhole(hay, match.index, end)) hits.push({ start: match.index, end })
  }
  return hits
}

/** What comes closest to the words: the place with the most of their stems in a row. */
export function nearestTo(text: string, words: string): string | undefined {
  const stems =
    words
      .toLowerCase()
      .match(/\p{L}{3,}|\p{N}+/gu)
      ?.slice(0, 8)
      .map((word) => word.slice(0, 5)) ?? []
  if (stems.length === 0) return undefined
  const lower = text.toLowerCase()
  let best: { at: number; score: number } | undefined
  for (
    let at = lower.indexOf(stems[0] ?? ''), tries = 0;
    at >= 0 && tries < 50;
    at = lower.indexOf(stems[0] ?? '', at + 1), tries++
  ) {
    const window = lower.slice(at, at + words.length + 40)
    const score = stems.filter((stem) => window.includes(stem)).length
    if (!best || score > best.score) best = { at, score }
  }
  return best ? around(text, best.at, best.at + words.length) : undefined
}

/** Characters shown on either side of words that were found. */
const CONTEXT = 24

export function around(text: string, start: number, end: number): string {
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

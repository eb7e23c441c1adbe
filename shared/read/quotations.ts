import type { Block } from './block.ts'

/** Paragraphs that a quotation without a colon before it may run over. */
const MAX_QUOTATION = 500

/** Paragraphs looked at, for each of the text, in search of the ends of quotations that a colon opens. */
const SEARCH = 20

/**
 * The paragraphs that stand in words quoted from another act, as an amending law quotes the text
 * it inserts. Their numbers are that act's. The value is the index of the paragraph that opens.
 */
export function quotedBlocks(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const quoted = new Map<number, number>()
  const marks = blocks.map(({ text }) => marksIn(text))
  let left = blocks.length * SEARCH
  for (let i = 0; i < marks.length; i++) {
    const isIntroduced = /:$/u.test(blocks[i - 1]?.text ?? '')
    const most = isIntroduced ? Math.max(left, MAX_QUOTATION) : MAX_QUOTATION
    const end = quotationEnd(marks, i, most)
    if (isIntroduced) left -= (end ?? Math.min(marks.length, i + most)) - i
    if (end === undefined) continue
    for (let at = i; at <= end; at++) quoted.set(at, i)
    i = end
  }
  return quoted
}

/** What of a paragraph opens and closes quotations. */
interface Marks {
  readonly opensWith: 'straight' | 'paired' | undefined
  readonly straight: number
  /** Opening marks less closing ones. */
  readonly depth: number
  /** `stop`: a closing mark ends it, and a full stop or semicolon stands behind. */
  readonly closes: 'stop' | 'bare' | undefined
}

function marksIn(text: string): Marks {
  let straight = 0
  let depth = 0
  for (const char of text) {
    if (char === '"') straight++
    else if (char === '«' || char === '“' || char === '„') depth++
    else if (char === '»' || char === '”') depth--
  }
  const first = text[0] ?? ''
  const paired = first === '«' || first === '“' || first === '„' ? 'paired' : undefined
  return { opensWith: first === '"' ? 'straight' : paired, straight, depth, closes: closeOf(text) }
}

function closeOf(text: string): Marks['closes'] {
  const tail = text.slice(-6)
  if (/[»”"][.;]+$/u.test(tail)) return 'stop'
  return /[»”"][.;,)]*$/u.test(tail) ? 'bare' : undefined
}

function quotationEnd(marks: readonly Marks[], start: number, most: number): number | undefined {
  const opener = marks[start]?.opensWith
  if (opener === undefined) return undefined
  let open = 0
  let firstStop: number | undefined
  const last = Math.min(marks.length - 1, start + most)
  for (let i = start; i <= last; i++) {
    const mark = marks[i]
    if (!mark) break
    open += opener === 'straight' ? mark.straight : mark.depth
    const closed = opener === 'straight' ? open % 2 === 0 : open <= 0
    if (closed && mark.closes !== undefined) return i
    if (closed && i === start) return undefined
    if (mark.closes === 'stop') firstStop ??= i
  }
  return firstStop
}

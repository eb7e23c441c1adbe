import type { Node } from 'prosemirror-model'

/** Share of words that two nodes have in common, from 0 to 1 (Dice's coefficient of their words). */
export function likeness(a: Node, b: Node): number {
  return bagLikeness(wordBag(a), wordBag(b))
}

/** How often each word of a text stands in it. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

export function bagLikeness(a: WordBag, b: WordBag): number {
  if (a.size + b.size === 0) return 1
  const [fewer, more] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let common = 0
  for (const [word, count] of fewer.counts) common += Math.min(count, more.counts.get(word) ?? 0)
  return (2 * common) / (a.size + b.size)
}

const bags = new WeakMap<Node, WordBag>()

/** The words of a block or row, remembered with the node. */
export function wordBag(node: Node): WordBag {
  const known = bags.get(node)
  if (known) return known
  const bag = bagOf(node.textBetween(0, node.content.size, ' ', ' '))
  bags.set(node, bag)
  return bag
}

export function bagOf(text: string): WordBag {
  const counts = new Map<string, number>()
  let size = 0
  const lower = text.toLowerCase()
  for (let end = 0; ; size++) {
    const start = wordFrom(lower, end)
    if (start === lower.length) return { counts, size }
    end = wordEnd(lower, start)
    const word = lower.slice(start, end)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
}

/** Whether a text has so many words; looks no further than it must. */
export function hasWords(text: string, least: number): boolean {
  const lower = text.toLowerCase()
  let found = 0
  for (let end = 0; found < least; found++) {
    const start = wordFrom(lower, end)
    if (start === lower.length) return false
    end = wordEnd(lower, start)
  }
  return true
}

function wordFrom(text: string, from: number): number {
  let at = from
  while (at < text.length && wordUnits(text, at) === 0) at++
  return at
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const units = wordUnits(text, end)
    if (units === 0) break
    end += units
  }
  return end
}

/** How many UTF-16 units the sign of a word takes that begins here; 0: none does. */
function wordUnits(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < WORD_SIGNS.length) return WORD_SIGNS[unit] ?? 0
  const sign = String.fromCodePoint(text.codePointAt(at) ?? unit)
  return WORD_SIGN.test(sign) ? sign.length : 0
}

const WORD_SIGN = /[\p{L}\p{N}\p{M}]/u

/** Of the scripts that law here is written in, so that no expression is asked. */
const WORD_SIGNS = Uint8Array.from({ length: 0x530 }, (_, unit) =>
  WORD_SIGN.test(String.fromCharCode(unit)) ? 1 : 0,
)

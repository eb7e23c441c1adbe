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
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    size++
  }
  return { counts, size }
}

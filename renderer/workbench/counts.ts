import type { Node } from 'prosemirror-model'
import { type Act, isUnit } from '#shared/schema/act.ts'

export interface Counts {
  readonly units: number
  readonly words: number
}

const known = new WeakMap<Node, Counts>()

/** Units and words of an act; each node is counted once, however often the act around it changes. */
export function countsOf(node: Act | Node): Counts {
  const counted = known.get(node)
  if (counted) return counted
  let units = isUnit(node) ? 1 : 0
  let words = 0
  if (node.isTextblock) {
    const text = node.textBetween(0, node.content.size, ' ', ' ')
    words = text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0
  } else {
    for (const child of node.children) {
      const inChild = countsOf(child)
      units += inChild.units
      words += inChild.words
    }
  }
  const counts = { units, words }
  known.set(node, counts)
  return counts
}

/** {@link countsOf} an act, a unit a step. */
export function* countSteps(act: Act): Generator<undefined, Counts> {
  for (const unit of act.children) {
    countsOf(unit)
    yield
  }
  return countsOf(act)
}

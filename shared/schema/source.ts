import { Fragment, Mark, type Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** The foreign markup that a node was read from; `null` if none, or if the node's sort keeps none. */
export function sourceOf(node: Node): string | null {
  const source: unknown = node.type === schema.nodes.unknown ? null : node.attrs['source']
  return typeof source === 'string' ? source : null
}

/** Whether two nodes say the same: they may have been read from different markup. */
export function saysTheSame(a: Node, b: Node): boolean {
  if (a === b) return true
  // A block of words has no attribute but its source.
  if (a.isTextblock && b.isTextblock) {
    return a.type === b.type && a.content.eq(b.content) && Mark.sameSet(a.marks, b.marks)
  }
  return withoutSource(a).eq(withoutSource(b))
}

const bare = new WeakMap<Node, Node>()

/** The node without the markup it was read from; itself where there is none. Remembered. */
export function withoutSource(node: Node): Node {
  if (node.isLeaf || (node.inlineContent && sourceOf(node) === null)) return node
  const known = bare.get(node)
  if (known) return known
  const made = stripped(node)
  bare.set(node, made)
  return made
}

/** Inline content keeps no source. */
function stripped(node: Node): Node {
  const children = node.inlineContent ? node.children : node.children.map(withoutSource)
  const isSame = children.every((child, index) => child === node.child(index))
  if (isSame && sourceOf(node) === null) return node
  const attrs = 'source' in node.attrs ? { ...node.attrs, source: null } : node.attrs
  return node.type.create(
    attrs,
    isSame ? node.content : Fragment.fromArray([...children]),
    node.marks,
  )
}

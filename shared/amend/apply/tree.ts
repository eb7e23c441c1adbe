import { Fragment, type Node } from 'prosemirror-model'
import { type Act, isUnit, type Unit, type UnitId, unitAttrs } from '../../schema/act.ts'

/** Where a node stands: indices among children, from the act down; none is the act itself. */
export type Path = readonly number[]

export function nodeAt(act: Act, path: Path): Node | undefined {
  let node: Node | undefined = act
  for (const index of path) node = node?.maybeChild(index) ?? undefined
  return node
}

/** The act with the node at the path put in place of what stands there; all else is shared. */
export function replaced(act: Act, path: Path, node: Node): Act {
  const [index, ...rest] = path
  if (index === undefined) return node
  return act.copy(act.content.replaceChild(index, replaced(act.child(index), rest, node)))
}

/** The act with other children in the node at the path. */
export function withChildren(act: Act, path: Path, children: readonly Node[]): Act {
  const parent = nodeAt(act, path)
  return parent ? replaced(act, path, parent.copy(Fragment.from(children))) : act
}

/** The unit put among the children of `parent`, before the child at `index`. */
export function inserted(act: Act, parent: Path, index: number, unit: Unit): Act {
  const children = [...(nodeAt(act, parent)?.children ?? [])]
  children.splice(index, 0, unit)
  return withChildren(act, parent, children)
}

export function removed(act: Act, path: Path): Act {
  const index = path.at(-1)
  const parent = path.slice(0, -1)
  if (index === undefined) return act
  return withChildren(
    act,
    parent,
    (nodeAt(act, parent)?.children ?? []).filter((_, i) => i !== index),
  )
}

/** The id of the unit at the path, or of the unit that holds the block there. */
export function unitIdAt(act: Act, path: Path): UnitId | undefined {
  for (let end = path.length; end > 0; end--) {
    const node = nodeAt(act, path.slice(0, end))
    if (node && isUnit(node)) return unitAttrs(node).id
  }
  return undefined
}

import type { Node, ResolvedPos } from 'prosemirror-model'
import { isUnit, type Unit, type UnitId, unitAttrs } from '#shared/schema/act.ts'

/** The units around a position, the outermost first. */
export function unitsAround($pos: ResolvedPos): readonly Unit[] {
  const units: Unit[] = []
  for (let depth = 1; depth <= $pos.depth; depth++) {
    const node = $pos.node(depth)
    if (isUnit(node)) units.push(node)
  }
  return units
}

export interface BlockPlace {
  readonly unit: UnitId
  /** Index among the unit's own blocks; -1 is its heading. */
  readonly block: number
  /** UTF-16 units into the block's text. */
  readonly offset: number
}

/** Which block of which unit holds a position, as citations name places. */
export function blockAt($pos: ResolvedPos): BlockPlace | undefined {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const unit = $pos.node(depth)
    if (!isUnit(unit)) continue
    const index = $pos.index(depth)
    const hasHeading = unit.firstChild?.type.name === 'heading'
    if ($pos.depth === depth) return undefined
    const start = $pos.start(depth + 1)
    return {
      unit: unitAttrs(unit).id,
      block: hasHeading ? index - 1 : index,
      offset: $pos.pos - start,
    }
  }
  return undefined
}

/** Offset, from the position before `unit`, of the content of its block (-1: heading). */
export function blockStart(unit: Unit, block: number): number | undefined {
  const hasHeading = unit.firstChild?.type.name === 'heading'
  const index = hasHeading ? block + 1 : block
  const child = index < 0 ? undefined : unit.maybeChild(index)
  if (!child || isUnit(child)) return undefined
  let offset = 1
  for (let i = 0; i < index; i++) offset += unit.child(i).nodeSize
  return offset + 1
}

/** The first position in a unit where words can stand; the unit's own start when there is none. */
export function firstWordIn(unit: Node, position: number): number {
  let found: number | undefined
  unit.descendants((node, offset) => {
    if (found === undefined && node.isTextblock) found = position + 1 + offset + 1
    return found === undefined
  })
  return found ?? position + 1
}

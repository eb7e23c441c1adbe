import type { Node } from 'prosemirror-model'
import { type Act, type ActAttrs, makeAct, type Unit } from '../schema/act.ts'
import type { BlockRedline, Redline, RowRedline, UnitRedline } from './redline.ts'

/** The draft, rebuilt from its redline with every change accepted. */
export function acceptAll(redline: Redline, attrs: ActAttrs): Act {
  return makeAct(attrs, unitsOn('B', redline.units))
}

/** The base, rebuilt from the redline with every change rejected. */
export function rejectAll(redline: Redline, attrs: ActAttrs): Act {
  return makeAct(attrs, unitsOn('A', redline.units))
}

/** A: the base. B: the draft. */
export type Side = 'A' | 'B'

function unitsOn(side: Side, units: readonly UnitRedline[]): readonly Unit[] {
  return units.flatMap((unit) => unitOn(side, unit) ?? [])
}

function unitOn(side: Side, unit: UnitRedline): Unit | undefined {
  const node = side === 'A' ? unit.unitA : unit.unitB
  if (!node || unit.kind === (side === 'A' ? 'movedTo' : 'movedFrom')) return undefined
  const heading = unit.heading && blockOn(side, unit.heading)
  const body = unit.body.flatMap((block) => blockOn(side, block) ?? [])
  return node.type.create(node.attrs, [
    ...(heading ? [heading] : []),
    ...body,
    ...unitsOn(side, unit.units),
  ])
}

/** One side of a block; absent where that side has none. */
export function blockOn(side: Side, block: BlockRedline): Node | undefined {
  switch (block.kind) {
    case 'inserted':
      return side === 'B' ? block.blockB : undefined
    case 'deleted':
      return side === 'A' ? block.blockA : undefined
    case 'kept':
      return side === 'A' ? block.blockA : block.blockB
    case 'words': {
      const node = side === 'A' ? block.blockA : block.blockB
      const dropped = side === 'A' ? 'inserted' : 'deleted'
      const kept = block.segments.filter(({ kind }) => kind !== dropped)
      return node.type.create(
        node.attrs,
        kept.flatMap(({ content }) => content.content),
      )
    }
    case 'table': {
      const node = side === 'A' ? block.blockA : block.blockB
      return node.type.create(
        node.attrs,
        block.rows.flatMap((row) => rowOn(side, row) ?? []),
      )
    }
  }
}

function rowOn(side: Side, row: RowRedline): Node | undefined {
  const node = side === 'A' ? row.rowA : row.rowB
  if (!node || row.kind !== 'changed') return node
  const cells = node.children.map((cell, i) =>
    cell.type.create(
      cell.attrs,
      (row.cells[i] ?? []).flatMap((block) => blockOn(side, block) ?? []),
    ),
  )
  return node.type.create(node.attrs, cells)
}

import { bodyOf, headingOf } from '../schema/act.ts'
import { blockOn, type Side } from './accept.ts'
import type { BlockRedline, Redline, Segment, UnitRedline } from './redline.ts'

/** How the changes of a redline are told; whichever is chosen, it holds the same two texts. */
export interface Telling {
  /** `deleteAndInsert`: a moved unit is struck where it stood and inserted whole where it stands. */
  readonly moves: 'moves' | 'deleteAndInsert'
  /** `units`: a unit of which words changed is replaced whole, as an amending law would enact it. */
  readonly granularity: 'words' | 'units'
}

/** The same change told otherwise; who made each change stays with it. */
export function toldAs<R extends Redline>(redline: R, telling: Telling): R {
  return { ...redline, units: redline.units.map((unit) => unitTold(unit, telling)) }
}

function unitTold(unit: UnitRedline, telling: Telling): UnitRedline {
  if (telling.moves === 'deleteAndInsert') {
    if (unit.kind === 'movedFrom') return wholly('A', unit)
    if (unit.kind === 'movedTo') return wholly('B', unit)
  }
  const units = unit.units.map((child) => unitTold(child, telling))
  return { ...(telling.granularity === 'units' ? replaced(unit) : unit), units }
}

/** One side of a unit as deleted or inserted. The units in a moved unit are that side's alone. */
function wholly(side: Side, { unitA, unitB, numA, numB, by, units }: UnitRedline): UnitRedline {
  const inner = units.map((child) => wholly(side, child))
  const unit = side === 'A' ? unitA : unitB
  const heading = unit && headingOf(unit)
  const body = unit ? bodyOf(unit) : []
  const signed = by && { by }
  if (side === 'A') {
    return {
      kind: 'deleted',
      ...(unitA && { unitA }),
      ...(numA !== undefined && { numA }),
      ...(heading && { heading: { kind: 'deleted', blockA: heading } }),
      body: body.map((blockA) => ({ kind: 'deleted', blockA })),
      ...signed,
      units: inner,
    }
  }
  return {
    kind: 'inserted',
    ...(unitB && { unitB }),
    ...(numB !== undefined && { numB }),
    ...(heading && { heading: { kind: 'inserted', blockB: heading } }),
    body: body.map((blockB) => ({ kind: 'inserted', blockB })),
    ...signed,
    units: inner,
  }
}

/** The heading replaced where its words changed, and the whole body where any block of it did. */
function replaced(unit: UnitRedline): UnitRedline {
  if (unit.kind === 'inserted' || unit.kind === 'deleted') return unit
  const changed = unit.body.some(({ kind }) => kind !== 'kept')
  const [heading] = unit.heading && unit.heading.kind !== 'kept' ? inPlaceOf(unit.heading) : []
  return {
    ...unit,
    ...(heading && { heading }),
    body: changed ? unit.body.flatMap(inPlaceOf) : unit.body,
  }
}

/** The old block deleted and the new one inserted; a paragraph keeps its place, a table does not. */
function inPlaceOf(block: BlockRedline): readonly BlockRedline[] {
  if (block.kind === 'inserted' || block.kind === 'deleted') return [block]
  const { by, blockA, blockB } = block
  const signed = by && { by }
  if (!blockA.isTextblock || !blockB.isTextblock) {
    return [
      { kind: 'deleted', blockA, ...signed },
      { kind: 'inserted', blockB, ...signed },
    ]
  }
  return [{ kind: 'words', blockA, blockB, segments: segmentsOf(block), ...signed }]
}

function segmentsOf(block: BlockRedline): readonly Segment[] {
  const segment = (side: Side, kind: Segment['kind']): readonly Segment[] => {
    const content = blockOn(side, block)?.content
    return content && content.size > 0 ? [{ kind, content }] : []
  }
  return [...segment('A', 'deleted'), ...segment('B', 'inserted')]
}

import type { Node } from 'prosemirror-model'
import { bodyOf, type Unit, type UnitId, unitAttrs } from '../schema/act.ts'
import type { BlockRedline, ChangedBy, Redline, Segment, UnitRedline } from './redline.ts'

/** Neighboring characters of one author; undefined: nobody is known. */
export interface AuthoredSpan {
  /** UTF-16 units; a break or footnote counts one. */
  readonly length: number
  readonly by: ChangedBy | undefined
}

/** Who made the changes of a draft. Blocks are counted from 0; a heading is block -1. */
export interface Authors {
  /** Who made, removed, moved or last changed a unit. */
  unit(unit: UnitId, kind: UnitRedline['kind']): ChangedBy | undefined
  /** Who wrote the words of a block of the draft. */
  written(unit: UnitId, block: number): readonly AuthoredSpan[]
  /** Who deleted the words of a block of the base. */
  deleted(unit: UnitId, block: number): readonly AuthoredSpan[]
}

/**
 * The redline with who made each change. Words that changed hands are parted; what nobody is known for
 * bears its neighbor's author, and with none the unit's. Neighbors by one author on one day are one.
 */
export function signRedline<R extends Redline>(redline: R, authors: Authors): R {
  return { ...redline, units: redline.units.map((unit) => signUnit(unit, authors)) }
}

function signUnit(redline: UnitRedline, authors: Authors): UnitRedline {
  const units = redline.units.map((unit) => signUnit(unit, authors))
  if (redline.kind === 'kept') return { ...redline, units }
  const unit = redline.unitB ?? redline.unitA
  const by = unit && authors.unit(unitAttrs(unit).id, redline.kind)
  const sign = (block: BlockRedline) => signBlock(block, redline, by, authors)
  const { heading, body } = redline
  return {
    ...redline,
    by,
    ...(heading === undefined ? {} : { heading: sign(heading) }),
    body: body.map(sign),
    units,
  }
}

function signBlock(
  block: BlockRedline,
  { kind, unitA, unitB }: UnitRedline,
  by: ChangedBy | undefined,
  authors: Authors,
): BlockRedline {
  const written = (node: Node) =>
    unitB ? authors.written(unitAttrs(unitB).id, blockIndex(unitB, node)) : []
  const deleted = (node: Node) =>
    unitA ? authors.deleted(unitAttrs(unitA).id, blockIndex(unitA, node)) : []
  switch (block.kind) {
    case 'kept':
    case 'table':
      return { ...block, by }
    case 'inserted': {
      if (!block.blockB.isTextblock) return { ...block, by }
      const whole: Segment = { kind: 'inserted', content: block.blockB.content }
      return { ...block, by, segments: parted(whole, 0, written(block.blockB), by) }
    }
    case 'deleted': {
      if (kind === 'deleted' || !block.blockA.isTextblock) return { ...block, by }
      const whole: Segment = { kind: 'deleted', content: block.blockA.content }
      return { ...block, by, segments: parted(whole, 0, deleted(block.blockA), by) }
    }
    case 'words': {
      const spansA = deleted(block.blockA)
      const spansB = written(block.blockB)
      let atA = 0
      let atB = 0
      const segments = block.segments.flatMap((segment) => {
        const [fromA, fromB] = [atA, atB]
        if (segment.kind !== 'inserted') atA += segment.content.size
        if (segment.kind !== 'deleted') atB += segment.content.size
        if (segment.kind === 'kept') return [segment]
        return segment.kind === 'inserted'
          ? parted(segment, fromB, spansB, by)
          : parted(segment, fromA, spansA, by)
      })
      return { ...block, by, segments }
    }
  }
}

function blockIndex(unit: Unit, block: Node): number {
  return bodyOf(unit).indexOf(block)
}

/** A segment that begins so many characters into its block, as segments of one author each. */
function parted(
  segment: Segment,
  from: number,
  spans: readonly AuthoredSpan[],
  fallback: ChangedBy | undefined,
): readonly Segment[] {
  const pieces = piecesOf(spans, from, from + segment.content.size)
  const first = pieces.find(({ by }) => by !== undefined)?.by ?? fallback
  const parts: { from: number; to: number; by: ChangedBy | undefined }[] = []
  let last = first
  for (const piece of pieces) {
    const by = piece.by ?? last
    last = by
    const before = parts.at(-1)
    if (!before || !isOneChange(before.by, by)) parts.push({ from: piece.from, to: piece.to, by })
    else {
      before.to = piece.to
      before.by = later(before.by, by)
    }
  }
  if (parts.length <= 1) return [{ ...segment, by: parts[0]?.by ?? fallback }]
  return parts.map(({ from: start, to, by }) => ({
    ...segment,
    content: segment.content.cut(start - from, to - from),
    by,
  }))
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly by: ChangedBy | undefined
}

/** The spans within a stretch, all of it covered. */
function piecesOf(spans: readonly AuthoredSpan[], from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const { length, by } of spans) {
    const end = start + length
    if (end > from && start < to)
      pieces.push({ from: Math.max(start, from), to: Math.min(end, to), by })
    start = end
  }
  if (start < to) pieces.push({ from: Math.max(start, from), to, by: undefined })
  return pieces
}

function isOneChange(a: ChangedBy | undefined, b: ChangedBy | undefined): boolean {
  return a?.author === b?.author && a?.date.slice(0, DAY) === b?.date.slice(0, DAY)
}

/** Characters of `2026-11-24`. */
const DAY = 10

function later(a: ChangedBy | undefined, b: ChangedBy | undefined): ChangedBy | undefined {
  return a && b && a.date > b.date ? a : b
}

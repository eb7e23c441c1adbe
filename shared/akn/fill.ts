import type { Node } from 'prosemirror-model'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  type Unit,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { sourceOf } from '../schema/source.ts'
import { type FramePart, partsOf, READ_WITH_PREVIOUS } from './holes.ts'
import { keptFrame, slotOfFrame } from './keep.ts'
import { startTagOf } from './markup.ts'
import { DOCUMENTS, localName, type Slot } from './names.ts'
import { blockMarkups, headingMarkup } from './write-blocks.ts'
import type { WriteContext } from './write-context.ts'

/** Markup on the way: each step is a unit. */
export type MarkupSteps<T = string> = Generator<undefined, T>

/** Writes a unit in a place of that sort. */
export type UnitWriter = (context: WriteContext, unit: Unit, slot: Slot) => MarkupSteps

/** A unit or act whose frame is kept. */
export interface Framed {
  readonly node: Unit | Act
  readonly within: string
}

/**
 * A frame with the present heading, blocks and units in its holes. `undefined` where they do not fit:
 * a heading came, or units of a sort that the frame has no place for.
 */
export function* fillFrame(
  context: WriteContext,
  frame: string,
  framed: Framed,
  unitMarkup: UnitWriter,
): MarkupSteps<string | undefined> {
  const { node, within } = framed
  const parts = partsOf(frame)
  const heading = headingOf(node)
  const blocks = bodyOf(node)
  const units = unitsOf(node)
  const hasHole = parts.some(({ kind }) => kind === 'heading')
  if (heading && !hasHole) return undefined
  const shares = sharesOf(parts, blocks)
  const places = placesOf(context, parts, units)
  if (!shares || !places) return undefined
  const references = () => (isUnit(node) ? context.referencesOf(node) : [])
  const markups =
    blocks.length === 0 ? [] : blockMarkups(context, lazy({ blocks, within }, references))
  let xml = ''
  let nextBlock = 0
  let nextUnit = 0
  for (const [index, part] of parts.entries()) {
    switch (part.kind) {
      case 'text':
        xml += part.text
        break
      case 'heading':
        if (heading) xml += headingInPlace(context, heading, framed, references)
        break
      case 'blocks': {
        const share = shares.get(index) ?? 0
        xml += spaced(markups.slice(nextBlock, nextBlock + share), part.gaps)
        nextBlock += share
        break
      }
      case 'units': {
        const place = places.get(index)
        const there = units.slice(nextUnit, nextUnit + (place?.count ?? 0))
        nextUnit += there.length
        const pieces: string[] = []
        for (const unit of there)
          pieces.push(yield* unitMarkup(context, unit, place?.slotFor(unit) ?? 'hierarchy'))
        xml += spaced(pieces, part.gaps)
      }
    }
  }
  return xml
}

/** References are looked for only where markup is made anew. */
function lazy(
  of: { readonly blocks: readonly Node[]; readonly within: string },
  references: () => ReturnType<WriteContext['referencesOf']>,
) {
  return {
    ...of,
    get references() {
      return references()
    },
  }
}

function headingInPlace(
  context: WriteContext,
  heading: Node,
  { within }: Framed,
  references: () => ReturnType<WriteContext['referencesOf']>,
): string {
  const old = sourceOf(heading) ?? ''
  const local = localName(startTagOf(old).name) || 'heading'
  return headingMarkup(context, heading, local, {
    within,
    get references() {
      return references()
    },
  })
}

/** Pieces with the gaps of the frame between them; what is added takes the last gap. */
function spaced(pieces: readonly string[], gaps: readonly string[]): string {
  return pieces
    .map((piece, index) => {
      if (index === 0) return piece
      return `${gaps[index - 1] ?? gaps.at(-1) ?? '\n'}${piece}`
    })
    .join('')
}

/** How many stretches of blocks go into each group of block holes, by the index of the part. */
function sharesOf(
  parts: readonly FramePart[],
  blocks: readonly Node[],
): ReadonlyMap<number, number> | undefined {
  const holes = [...parts.entries()].flatMap(([index, part]) =>
    part.kind === 'blocks' ? [{ index, count: part.count }] : [],
  )
  const stretches = blocks.filter(
    (block, index) => index === 0 || sourceOf(block) !== READ_WITH_PREVIOUS,
  ).length
  const total = holes.reduce((sum, { count }) => sum + count, 0)
  if (stretches === total) return new Map(holes.map(({ index, count }) => [index, count]))
  const [only, more] = holes
  if (!only || more) return undefined
  return new Map([[only.index, stretches]])
}

interface UnitPlace {
  count: number
  readonly slotFor: (unit: Unit) => Slot
}

/** Which units go into each group of unit holes; each goes into the first that takes its sort. */
function placesOf(
  context: WriteContext,
  parts: readonly FramePart[],
  units: readonly Unit[],
): ReadonlyMap<number, UnitPlace> | undefined {
  const holes = containersOf(parts)
  const places = new Map<number, UnitPlace>()
  const total = holes.reduce((sum, { count }) => sum + count, 0)
  let at = 0
  let left = holes[0]?.count ?? 0
  for (const unit of units) {
    for (;;) {
      const hole = holes[at]
      if (!hole) return undefined
      const isFull = total === units.length && left === 0
      const slot = isFull ? undefined : slotIn(context, hole.container, unit)
      if (slot === undefined) {
        left = holes[++at]?.count ?? 0
        continue
      }
      left--
      const place = places.get(hole.index)
      if (place) place.count++
      else {
        const slotFor = (one: Unit) => slotIn(context, hole.container, one) ?? 'hierarchy'
        places.set(hole.index, { count: 1, slotFor })
      }
      break
    }
  }
  return places
}

/** The sort of place that an element offers to a unit; `undefined` if it cannot hold it. */
function slotIn(context: WriteContext, container: string, unit: Unit): Slot | undefined {
  const kept = keptFrame(context, unit)
  const own = kept && slotOfFrame(kept)
  const { kind } = unitAttrs(unit)
  switch (container) {
    case 'blockList':
      return own === undefined || own === 'item' ? 'item' : own === 'run' ? own : undefined
    case 'recitals':
      return own === undefined || own === 'recital' ? 'recital' : undefined
    case 'attachments':
    case 'components':
    case 'collectionBody':
      return (own ?? (kind === 'annex' ? 'annex' : undefined)) === 'annex' ? 'annex' : undefined
    default: {
      if (!DOCUMENTS.has(container)) {
        const isInside = own === undefined || own === 'hierarchy' || own === 'run'
        return isInside ? (own ?? 'hierarchy') : undefined
      }
      if (own !== undefined) return own === 'hierarchy' ? undefined : own
      return FRAME_SLOTS[kind]
    }
  }
}

const FRAME_SLOTS: Readonly<Partial<Record<UnitKind, Slot>>> = {
  preface: 'preface',
  preamble: 'preamble',
  conclusions: 'conclusions',
}

interface Place {
  readonly index: number
  readonly count: number
  /** Local name of the element around the holes. */
  readonly container: string
}

/** The element around each group of unit holes. */
function containersOf(parts: readonly FramePart[]): readonly Place[] {
  const open: string[] = []
  return [...parts.entries()].flatMap(([index, part]) => {
    if (part.kind === 'units') {
      return [{ index, count: part.count, container: open.at(-1) ?? '' }]
    }
    if (part.kind === 'text') follow(part.text, open)
    return []
  })
}

function follow(text: string, open: string[]): void {
  for (const [, closes, name = '', empty] of text.matchAll(TAG)) {
    if (name === '' || empty) continue
    if (closes) open.pop()
    else open.push(localName(name))
  }
}

/** Comments and instructions are taken whole, so that tags in them are not seen. */
const TAG =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/)?([^\s>/!?]+)(?:[^>"'/]|"[^"]*"|'[^']*'|\/(?!>))*(\/)?>/g

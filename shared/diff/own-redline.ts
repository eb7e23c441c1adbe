import type { Node } from 'prosemirror-model'
import { bodyOf, headingOf, type Unit, unitAttrs } from '../schema/act.ts'
import { blockRedline, blockRedlines } from './blocks.ts'
import type { BlockRedline } from './redline.ts'

/** What a unit says itself, without the units in it. */
export interface OwnRedline {
  /** Whether number, kind, state, heading and body are those of the base. */
  readonly isKept: boolean
  readonly heading: BlockRedline | undefined
  readonly body: readonly BlockRedline[]
}

const remembered = new WeakMap<
  Unit,
  { readonly unitA: Unit | undefined; readonly own: OwnRedline }
>()
const deleted = new WeakMap<Unit, OwnRedline>()

/** {@link comparedOwn} that is remembered where it differs. */
export function ownRedline(unitA: Unit | undefined, unitB: Unit | undefined): OwnRedline {
  if (!unitB) {
    const known = unitA && deleted.get(unitA)
    const own = known ?? comparedOwn(unitA, unitB)
    if (unitA && !known) deleted.set(unitA, own)
    return own
  }
  const known = remembered.get(unitB)
  if (known?.unitA === unitA && known) return known.own
  const own = comparedOwn(unitA, unitB)
  // What is kept is found again as fast as it is remembered.
  if (!own.isKept) remembered.set(unitB, { unitA, own })
  return own
}

/** A unit's own words, base against draft; either side may be missing. */
export function comparedOwn(unitA: Unit | undefined, unitB: Unit | undefined): OwnRedline {
  const heading = headingRedline(unitA && headingOf(unitA), unitB && headingOf(unitB))
  const body = blockRedlines(unitA ? bodyOf(unitA) : [], unitB ? bodyOf(unitB) : [])
  const isKept =
    unitA !== undefined &&
    unitB !== undefined &&
    sameAttrs(unitA, unitB) &&
    (heading === undefined || heading.kind === 'kept') &&
    body.every(isKeptBlock)
  return { isKept, heading, body }
}

function isKeptBlock({ kind }: BlockRedline): boolean {
  return kind === 'kept'
}

function headingRedline(a: Node | undefined, b: Node | undefined): BlockRedline | undefined {
  if (a && b) return blockRedline(a, b)
  if (b) return { kind: 'inserted', blockB: b }
  return a && { kind: 'deleted', blockA: a }
}

function sameAttrs(unitA: Unit, unitB: Unit): boolean {
  if (OWN_ATTRS.every((name) => unitA.attrs[name] === unitB.attrs[name])) return true
  const a = unitAttrs(unitA)
  const b = unitAttrs(unitB)
  return a.kind === b.kind && a.label === b.label && a.num === b.num && a.state === b.state
}

const OWN_ATTRS = ['kind', 'label', 'num', 'state'] as const

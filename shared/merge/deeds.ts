import type { Node } from 'prosemirror-model'
import { bodyOf, headingOf, type Unit, type UnitId, unitAttrs } from '../schema/act.ts'
import type { Side } from './side.ts'

/** What one side did to a unit since both had the same. */
export type Deed =
  | 'inserted'
  | 'removed'
  /** Its words went to another unit. */
  | 'joined'
  | 'restored'
  | 'moved'
  | 'split'
  | 'heading'
  /** Words, their marks, or the blocks that hold them. */
  | 'words'
  | 'number'
  | 'kind'
  | 'repealed'
  /** Any other change of state. */
  | 'state'

/** The units that a side changed, with what it did to each; what stands on neither side is left out. */
export function deedsOf(common: Side, side: Side): ReadonlyMap<UnitId, ReadonlySet<Deed>> {
  const found = new Map<UnitId, ReadonlySet<Deed>>()
  for (const id of new Set([...common.standing.keys(), ...side.standing.keys()])) {
    const deeds = deedsTo(id, common, side)
    if (deeds.size > 0) found.set(id, deeds)
  }
  return found
}

function deedsTo(id: UnitId, common: Side, side: Side): ReadonlySet<Deed> {
  const before = common.standing.get(id)?.unit
  const after = side.standing.get(id)?.unit
  if (!before) return new Set([common.records.has(id) ? 'restored' : 'inserted'])
  if (!after) return new Set([side.records.get(id)?.joinedInto ? 'joined' : 'removed'])
  const deeds = new Set<Deed>()
  if (isMoved(id, common, side)) deeds.add('moved')
  if (before === after) return deeds
  for (const deed of ownDeeds(before, after)) deeds.add(deed)
  // A split that was undone, or that left all words here, changed nothing.
  const wasSplit = (side.splits.get(id) ?? 0) > (common.splits.get(id) ?? 0)
  if (wasSplit && deeds.has('words')) deeds.add('split')
  return deeds
}

function isMoved(id: UnitId, common: Side, side: Side): boolean {
  const before = common.records.get(id)
  const after = side.records.get(id)
  return before?.parent !== after?.parent || before?.order !== after?.order
}

function ownDeeds(before: Unit, after: Unit): readonly Deed[] {
  const deeds: Deed[] = []
  const a = unitAttrs(before)
  const b = unitAttrs(after)
  if (!isSameNode(headingOf(before), headingOf(after))) deeds.push('heading')
  if (!isSameBody(before, after)) deeds.push('words')
  if (a.label !== b.label || a.num !== b.num) deeds.push('number')
  if (a.kind !== b.kind) deeds.push('kind')
  if (a.state !== b.state) deeds.push(b.state === 'repealed' ? 'repealed' : 'state')
  return deeds
}

export function isSameBody(one: Unit, other: Unit): boolean {
  const a = bodyOf(one)
  const b = bodyOf(other)
  return a.length === b.length && a.every((node, index) => isSameNode(node, b[index]))
}

/** Foreign markup that a block keeps is nobody's words. */
export function isSameNode(one: Node | undefined, other: Node | undefined): boolean {
  if (!one || !other) return one === other
  if (one === other || one.eq(other)) return true
  return one.isTextblock && one.type === other.type && one.content.eq(other.content)
}

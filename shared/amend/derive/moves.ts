import { Fragment } from 'prosemirror-model'
import { compareActs } from '../../diff/compare.ts'
import type { Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, type Unit, type UnitId, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { Address } from '../address.ts'
import type { MoveUnit } from '../instruction.ts'
import { type Addresses, isLive } from './addresses.ts'
import { quotedInForce } from './own-words.ts'
import { placeFor } from './places.ts'

/** Units that law moves instead of taking them out here and putting them in there, by the key of their move. */
export type Moves = ReadonlyMap<string, Move>

export interface Move {
  readonly instruction: MoveUnit
  /** The unit where it stood and where it stands. */
  readonly unitA: Unit
  readonly unitB: Unit
  /** Whether more than its place and its number changes. */
  readonly changes: boolean
}

/**
 * The moves that a sentence says, of a numbered unit into one that stands. `plain`: only what stays as
 * it was but for its number, to where that is free, so that the moves can come first; else also what
 * changes, and to where another unit gives its number up.
 */
export function movesIn(
  { units }: Redline,
  draft: Act,
  addresses: Addresses,
  { mayMove, plain }: { readonly mayMove: (id: UnitId) => boolean; readonly plain: boolean },
): Moves {
  const found = new Map<string, Move>()
  const taken = new Set<string>()
  const visit = (redlines: readonly UnitRedline[], from: Place | undefined): void => {
    for (const redline of redlines) {
      const { kind, unitA, unitB, move } = redline
      const stands = (kind === 'kept' || kind === 'changed') && unitA && unitB
      const into = stands ? addresses.of(unitA) : undefined
      visit(redline.units, into && stands ? { into, was: unitA, is: unitB } : undefined)
      if (kind !== 'movedTo' || !unitA || !unitB || move === undefined || !from) continue
      const made = moved(unitA, unitB, from, addresses)
      const number = JSON.stringify([made?.into, numberOf(unitB)])
      if (!made || taken.has(number) || !mayMove(unitAttrs(unitB).id)) continue
      const changes = !isSame(unitA, unitB)
      if (plain && (changes || isTaken(unitB, from.was, addresses, made.to !== null))) continue
      taken.add(number)
      found.set(move, { instruction: made, unitA, unitB, changes })
    }
  }
  visit(units, { into: [], was: addresses.act, is: draft })
  return found
}

interface Place {
  readonly into: Address
  readonly was: Act | Unit
  readonly is: Act | Unit
}

function moved(
  unitA: Unit,
  unitB: Unit,
  { into, is }: Place,
  addresses: Addresses,
): MoveUnit | undefined {
  const [a, b] = [unitAttrs(unitA), unitAttrs(unitB)]
  const at = addresses.of(unitA)
  if (!at || a.label === null || b.label === null || a.kind !== b.kind) return undefined
  if (!isLive(unitA) || !isLive(unitB)) return undefined
  if (placeFor(unitB, is, () => false)?.by !== 'number') return undefined
  const isNew = a.label !== b.label
  // A unit that keeps the number would have it too.
  if (unitsOf(is).filter((unit) => isLive(unit) && numberOf(unit) === numberOf(unitB)).length > 1)
    return undefined
  return { kind: 'moveUnit', at, into, place: { by: 'number' }, to: isNew ? b.label : null }
}

/** Whether another unit of the base has the number where the unit comes. */
function isTaken(unitB: Unit, was: Act | Unit, addresses: Addresses, isNew: boolean): boolean {
  const isOne = (unit: Unit): boolean => isLive(unit) && numberOf(unit) === numberOf(unitB)
  const isIn = (unit: Unit): boolean => isOne(unit) || unitsOf(unit).some(isIn)
  if (addresses.runsThrough(unitAttrs(unitB).kind))
    return isNew && unitsOf(addresses.act).some(isIn)
  return unitsOf(was).some(isOne)
}

function isSame(unitA: Unit, unitB: Unit): boolean {
  const words = (unit: Unit) => JSON.stringify({ ...quotedInForce(unit), label: null, num: null })
  return words(unitA) === words(unitB)
}

function numberOf(unit: Unit): string {
  const { kind, label } = unitAttrs(unit)
  return `${kind} ${label}`
}

/** What the unit would be against itself if it had stayed where it was, under its number. */
export function standingPair(act: Act, unitA: Unit, unitB: Unit): UnitRedline | undefined {
  const { label, num } = unitAttrs(unitA)
  const stayed = unitB.type.create({ ...unitB.attrs, label, num }, unitB.content)
  const alone = (unit: Unit) => act.copy(Fragment.from(unit))
  return compareActs(alone(unitA), alone(stayed)).units.find(({ unitB: unit }) => unit === stayed)
}

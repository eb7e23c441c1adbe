import type { Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, type Unit, type UnitId, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { Address } from '../address.ts'
import type { MoveUnit } from '../instruction.ts'
import { type Addresses, isLive } from './addresses.ts'
import { quotedInForce } from './own-words.ts'
import { placeFor } from './places.ts'

/** Units that law moves instead of taking them out here and putting them in there, by the key of their move. */
export type Moves = ReadonlyMap<string, MoveUnit>

/**
 * The moves that one sentence says: a numbered unit that is the same in both places but for its number,
 * into a unit that stands and where its number is free, so that the moves can come first.
 */
export function movesIn(
  { units }: Redline,
  draft: Act,
  addresses: Addresses,
  mayMove: (id: UnitId) => boolean,
): Moves {
  const found = new Map<string, MoveUnit>()
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
      taken.add(number)
      found.set(move, made)
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
  { into, was, is }: Place,
  addresses: Addresses,
): MoveUnit | undefined {
  const [a, b] = [unitAttrs(unitA), unitAttrs(unitB)]
  const at = addresses.of(unitA)
  if (!at || a.label === null || b.label === null || a.kind !== b.kind) return undefined
  if (!isLive(unitA) || !isLive(unitB) || !isSame(unitA, unitB)) return undefined
  if (placeFor(unitB, is, () => false)?.by !== 'number') return undefined
  const isNew = a.label !== b.label
  const isOne = (unit: Unit): boolean => isLive(unit) && numberOf(unit) === numberOf(unitB)
  const isIn = (unit: Unit): boolean => isOne(unit) || unitsOf(unit).some(isIn)
  const runs = addresses.runsThrough(b.kind)
  const isTaken = runs ? isNew && unitsOf(addresses.act).some(isIn) : unitsOf(was).some(isOne)
  if (isTaken) return undefined
  return { kind: 'moveUnit', at, into, place: { by: 'number' }, to: isNew ? b.label : null }
}

function isSame(unitA: Unit, unitB: Unit): boolean {
  const words = (unit: Unit) => JSON.stringify({ ...quotedInForce(unit), label: null, num: null })
  return words(unitA) === words(unitB)
}

function numberOf(unit: Unit): string {
  const { kind, label } = unitAttrs(unit)
  return `${kind} ${label}`
}

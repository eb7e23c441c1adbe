import { countedPart } from '../../citation/ordinal.ts'
import { type Act, isUnit, type Unit, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { profileOf } from '../../tradition/profiles.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Address, AddressStep } from '../address.ts'

/** How an amending law names the units of one act. */
export interface Addresses {
  readonly act: Act
  readonly profile: Profile
  /** The unit's address; `undefined` where no address leads to it alone. */
  of(unit: Unit): Address | undefined
  /** Whether numbers of the kind run through the act, so that the number alone is an address. */
  runsThrough(kind: UnitKind): boolean
}

const known = new WeakMap<Act, Addresses>()

export function addressesIn(act: Act): Addresses {
  const found = known.get(act)
  if (found) return found
  const made = makeAddresses(act)
  known.set(act, made)
  return made
}

/** A unit that counts: a repealed one is a marker, and no address leads to it. */
export function isLive(unit: Unit): boolean {
  return unit.attrs['state'] !== 'repealed'
}

function makeAddresses(act: Act): Addresses {
  const profile = profileOf(act)
  const parents = new Map<Unit, Unit | Act>()
  const count = new Map<string, number>()
  const runsThrough = (kind: UnitKind) => styleOf(profile, kind)?.series === 'act'
  /** Articles, and what holds them: each is named alone where its number stands once in the act. */
  const isDivision = (kind: UnitKind) => styleOf(profile, kind)?.placement === 'line'
  const visit = (parent: Act | Unit): void => {
    for (const child of parent.children) {
      if (!isUnit(child)) continue
      parents.set(child, parent)
      const { kind, label } = unitAttrs(child)
      if (isLive(child) && label !== null && isDivision(kind)) {
        const key = `${kind} ${label}`
        count.set(key, (count.get(key) ?? 0) + 1)
      }
      visit(child)
    }
  }
  visit(act)
  const made = new Map<Unit, Address | undefined>()
  const of = (unit: Unit): Address | undefined => {
    if (made.has(unit)) return made.get(unit)
    const address = find(unit)
    made.set(unit, address)
    return address
  }
  const find = (unit: Unit): Address | undefined => {
    const parent = parents.get(unit)
    if (!parent || !isLive(unit)) return undefined
    const { kind, label } = unitAttrs(unit)
    if (label !== null && isDivision(kind) && count.get(`${kind} ${label}`) === 1)
      return [{ kind, label }]
    if (label !== null && runsThrough(kind)) return undefined
    const step = stepTo(unit, parent)
    const above = parent === act ? [] : of(parent)
    return step && above && [...above, step]
  }
  return { act, profile, of, runsThrough }
}

/** The last step of the address of a unit in its parent; `undefined` where it has a double there. */
export function stepTo(unit: Unit, parent: Act | Unit): AddressStep | undefined {
  const { kind, label } = unitAttrs(unit)
  if (label !== null) {
    const same = unitsOf(parent).filter(
      (one) => one.attrs['kind'] === kind && one.attrs['label'] === label && isLive(one),
    )
    return same.length === 1 ? { kind, label } : undefined
  }
  if (isUnit(parent)) {
    const ordinal = partNumber(unit, parent)
    return ordinal === undefined ? undefined : { kind, ordinal }
  }
  const isSole = unitsOf(parent).filter((one) => one.attrs['kind'] === kind).length === 1
  return FRAMES.has(kind) && isSole ? { kind, ordinal: 1 } : undefined
}

/** Units that an act has once and that bear no number. */
const FRAMES: ReadonlySet<UnitKind> = new Set(['preface', 'preamble', 'conclusions', 'annex'])

/** Kinds that are counted where they have no number. */
export const COUNTED: ReadonlySet<UnitKind> = new Set(['subparagraph', 'alinea'])

/** The number of an unnumbered part or indent of a unit, as citations count them. */
export function partNumber(unit: Unit, parent: Unit): number | undefined {
  const { kind } = unitAttrs(unit)
  if (!COUNTED.has(kind)) return undefined
  for (let n = 1; n <= parent.childCount + 1; n++) {
    if (countedPart(parent, n, [kind]) === unit) return n
  }
  return undefined
}

/**
 * The address of a unit's own words: its first part where units stand in it, so that nobody looks for
 * the words in those.
 */
export function ownWordsOf(unit: Unit, address: Address): Address {
  const inner = unitsOf(unit).filter(isLive)
  if (inner.length === 0) return address
  const counted = inner.map((one) => unitAttrs(one)).find(({ label }) => label === null)
  const kind = counted?.kind === 'subparagraph' ? 'subparagraph' : 'alinea'
  return [...address, { kind, ordinal: 1 }]
}

import { type Act, type Unit, walkUnits } from '../schema/act.ts'
import { longestRun } from './common.ts'
import { pairByContent } from './pair-by-content.ts'

/** Which unit of the base a unit of the draft is: both give the same key. */
export interface Pairing {
  readonly sort: 'ids' | 'content'
  keyB(unitB: Unit): string
}

/** The units of the base have their ids for keys. */
export function keyA(unitA: Unit): string {
  return String(unitA.attrs['id'])
}

const BY_ID: Pairing = { sort: 'ids', keyB: keyA }

/**
 * By id where one act was drafted from the other: they are the same act, or share units. Else by what
 * units say.
 */
export function pairUnits(base: Act, draft: Act): Pairing {
  if (isSameAct(base, draft) || sharesIds(base, draft)) return BY_ID
  const paired = pairByContent(base, draft)
  return {
    sort: 'content',
    keyB: (unitB) => {
      const unitA = paired.get(unitB)
      return unitA ? keyA(unitA) : `\u0000${keyA(unitB)}`
    },
  }
}

function isSameAct(base: Act, draft: Act): boolean {
  return base.attrs['id'] !== '' && base.attrs['id'] === draft.attrs['id']
}

function sharesIds(base: Act, draft: Act): boolean {
  const top = new Set(base.children.map(keyA))
  if (draft.children.some((unit) => top.has(keyA(unit)))) return true
  const all = new Set<string>()
  walkUnits(base, (unit) => all.add(keyA(unit)))
  let shares = false
  walkUnits(draft, (unit) => {
    if (all.has(keyA(unit))) shares = true
  })
  return shares
}

/** A unit of the base and the unit of the draft that it became, by their index among siblings. */
export interface Siblings {
  readonly a: number
  readonly b: number
}

/** Which units stand under the same parent on both sides. */
export interface SiblingPairs {
  /** Those that kept their order, in it; the fewest possible others are displaced. */
  readonly inPlace: readonly Siblings[]
  /** By the index in the base, that in the draft; and the other way. */
  readonly displacedA: ReadonlyMap<number, number>
  readonly displacedB: ReadonlyMap<number, number>
}

export function pairSiblings(
  unitsA: readonly Unit[],
  unitsB: readonly Unit[],
  pairing: Pairing,
): SiblingPairs {
  const pairs = pairsOf(unitsA, unitsB, pairing)
  if (runsUpwards(pairs)) return { inPlace: pairs, displacedA: NONE, displacedB: NONE }
  const weights = pairs.map(({ a }) => stayWeight(unitsA[a]))
  const stays = new Set(
    longestRun(
      pairs.map(({ a }) => a),
      weights,
    ),
  )
  const displaced = pairs.filter((_, i) => !stays.has(i))
  return {
    inPlace: pairs.filter((_, i) => stays.has(i)),
    displacedA: new Map(displaced.map(({ a, b }) => [a, b])),
    displacedB: new Map(displaced.map(({ a, b }) => [b, a])),
  }
}

const NONE: ReadonlyMap<number, number> = new Map()

function runsUpwards(pairs: readonly Siblings[]): boolean {
  let last = -1
  for (const { a } of pairs) {
    if (a < last) return false
    last = a
  }
  return true
}

/** Equal keys in order, first with first. What stands alike at the head needs no looking up. */
function pairsOf(
  unitsA: readonly Unit[],
  unitsB: readonly Unit[],
  pairing: Pairing,
): readonly Siblings[] {
  const pairs: Siblings[] = []
  const most = Math.min(unitsA.length, unitsB.length)
  for (let at = 0; at < most; at++) {
    const unitA = unitsA[at]
    const unitB = unitsB[at]
    if (!unitA || !unitB || keyA(unitA) !== pairing.keyB(unitB)) break
    pairs.push({ a: at, b: at })
  }
  const head = pairs.length
  if (head === unitsB.length) return pairs
  const waiting = new Map<string, number[]>()
  for (let a = head; a < unitsA.length; a++) {
    const unit = unitsA[a]
    if (!unit) continue
    const key = keyA(unit)
    const queue = waiting.get(key)
    if (queue) queue.push(a)
    else waiting.set(key, [a])
  }
  for (let b = head; b < unitsB.length; b++) {
    const unit = unitsB[b]
    const a = unit && waiting.get(pairing.keyB(unit))?.shift()
    if (a !== undefined) pairs.push({ a, b })
  }
  return pairs
}

/** One unit weighs more than all ties of 4,096 siblings together: 2^(53 − 12 − 12). */
const UNIT_WEIGHT = 2 ** 41
const TIE_BITS = 20

/**
 * As few units as may be are moved, and of equal sets the one with least text: so each unit weighs
 * one, and a little more the longer it is. The rest of the tie is a hash of its id, so that the set
 * is the only heaviest and stays the same while its moves are reverted one by one.
 */
function stayWeight(unit: Unit | undefined): number {
  if (!unit) return UNIT_WEIGHT
  const size = Math.min(255, Math.floor(Math.log2(unit.nodeSize) * 10))
  return UNIT_WEIGHT + size * 2 ** TIE_BITS + (hash(keyA(unit)) >>> (32 - TIE_BITS))
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  }
  return value >>> 0
}

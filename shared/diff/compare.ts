import { finished } from '../base/steps.ts'
import { type Act, type Unit, unitsOf } from '../schema/act.ts'
import { printedNum } from '../structure/label.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'
import { ownRedline } from './own-redline.ts'
import { keyA, type Pairing, pairSiblings, pairUnits } from './pairing.ts'
import type { ActRedline, UnitRedline } from './redline.ts'
import { UnitIndex } from './unit-index.ts'

/**
 * The redline of a draft against its base. Units are the same where their ids are; acts that share no
 * id are paired by what they say.
 *
 * What was compared is remembered with the nodes: after an edit only the units on its path are
 * compared again, and the redline of every other unit is the same object as before.
 */
export function compareActs(base: Act, draft: Act): ActRedline {
  const known = latest.get(base)
  if (known?.draft === draft) return known.redline
  const comparison = new Comparison(base, draft, known?.index)
  return remember(base, draft, comparison, comparison.redlines())
}

/**
 * {@link compareActs} a unit at a time where nothing was compared with the base yet, so that a caller
 * may do other work between; after that there is little to do.
 */
export function* compareSteps(base: Act, draft: Act): Generator<undefined, ActRedline> {
  if (!latest.has(base)) {
    const comparison = new Comparison(base, draft, undefined)
    const units = yield* comparison.redlineSteps()
    if (!latest.has(base)) return remember(base, draft, comparison, units)
  }
  return compareActs(base, draft)
}

function remember(
  base: Act,
  draft: Act,
  comparison: Comparison,
  units: readonly UnitRedline[],
): ActRedline {
  const redline = { profile: profileOf(draft), units }
  latest.set(base, { draft, redline, index: comparison.indexById })
  return redline
}

/** The last comparison with a base, of which the next draft leaves nearly all as it was. */
interface Latest {
  readonly draft: Act
  readonly redline: ActRedline
  /** Of a draft that shares ids with the base. */
  readonly index: UnitIndex | undefined
}

const latest = new WeakMap<Act, Latest>()

/** Whose units a list shows: both sides', or inside a moved unit one side's only. */
type View = 'both' | 'A' | 'B'

/** An answer about units elsewhere in the acts, on which a remembered redline depends. */
interface Lookup {
  readonly side: 'A' | 'B'
  readonly key: string
  readonly found: Unit | undefined
}

interface Memo {
  readonly unitA: Unit | undefined
  readonly view: View
  readonly profileA: Profile
  readonly profileB: Profile
  readonly lookups: readonly Lookup[]
  readonly redline: UnitRedline
}

/** By the draft's unit; a deleted unit has none and is remembered by its own node. */
const memos = new WeakMap<Unit, Memo[]>()

class Comparison {
  private readonly base: Act
  private readonly draft: Act
  private readonly profileA: Profile
  private readonly profileB: Profile
  private readonly pairing: Pairing
  private readonly indexBefore: UnitIndex | undefined
  private indexB: UnitIndex | undefined
  /** Lookups of the unit that is being compared. */
  private lookups: Lookup[] = []

  constructor(base: Act, draft: Act, indexBefore: UnitIndex | undefined) {
    this.indexBefore = indexBefore
    this.base = base
    this.draft = draft
    this.profileA = profileOf(base)
    this.profileB = profileOf(draft)
    this.pairing = pairUnits(base, draft)
  }

  redlines(): readonly UnitRedline[] {
    return this.merged(unitsOf(this.base), unitsOf(this.draft), 'both')
  }

  redlineSteps(): Generator<undefined, readonly UnitRedline[]> {
    return this.merging(unitsOf(this.base), unitsOf(this.draft), 'both')
  }

  private merged(unitsA: readonly Unit[], unitsB: readonly Unit[], view: View): UnitRedline[] {
    return finished(this.merging(unitsA, unitsB, view))
  }

  /** Both lists of siblings in one: the draft's order, what the base alone has behind its neighbor. */
  private *merging(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    view: View,
  ): Generator<undefined, UnitRedline[]> {
    const { pairs, inPlace } = pairSiblings(unitsA, unitsB, this.pairing)
    const localA = new Map(pairs.map(({ a, b }) => [a, b]))
    const localB = new Map(pairs.map(({ a, b }) => [b, a]))
    const list: UnitRedline[] = []
    let nextA = 0
    let nextB = 0
    const bringTo = (a: number, b: number) => {
      if (view !== 'B') {
        for (; nextA < a; nextA++) list.push(this.left(unitsA, unitsB, nextA, localA.get(nextA)))
      }
      if (view !== 'A') {
        for (; nextB < b; nextB++) list.push(this.come(unitsA, unitsB, nextB, localB.get(nextB)))
      }
      nextA = a + 1
      nextB = b + 1
    }
    for (const pair of pairs) {
      const unitA = unitsA[pair.a]
      const unitB = unitsB[pair.b]
      if (!inPlace.has(pair) || !unitA || !unitB) continue
      bringTo(pair.a, pair.b)
      list.push(this.standing(unitA, unitB, view))
      yield
    }
    bringTo(unitsA.length, unitsB.length)
    return list
  }

  /** A unit of the base that does not stand there in the draft. */
  private left(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    a: number,
    b: number | undefined,
  ): UnitRedline {
    const unitA = unitsA[a]
    if (!unitA) throw new RangeError(`no unit ${a}`)
    const key = keyA(unitA)
    const sameA = this.look('A', key) === unitA
    const unitB = this.look('B', key)
    const isMove = sameA && unitB !== undefined && (b === undefined || unitsB[b] === unitB)
    return isMove ? this.moved('movedFrom', unitA, unitB) : this.deleted(unitA)
  }

  /** A unit of the draft that did not stand there in the base. */
  private come(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    b: number,
    a: number | undefined,
  ): UnitRedline {
    const unitB = unitsB[b]
    if (!unitB) throw new RangeError(`no unit ${b}`)
    const key = this.pairing.keyB(unitB)
    const sameB = this.look('B', key) === unitB
    const unitA = this.look('A', key)
    const isMove = sameB && unitA !== undefined && (a === undefined || unitsA[a] === unitA)
    return isMove ? this.moved('movedTo', unitA, unitB) : this.inserted(unitB)
  }

  private standing(unitA: Unit, unitB: Unit, view: View): UnitRedline {
    return this.remembered(unitB, unitA, view, () => {
      const own = ownRedline(unitA, unitB)
      const nums = this.nums(unitA, unitB)
      const isKept = own.isKept && nums.numA === nums.numB
      const units = this.merged(unitsOf(unitA), unitsOf(unitB), view)
      return { kind: isKept ? 'kept' : 'changed', unitA, unitB, ...nums, ...own.words, units }
    })
  }

  private moved(kind: 'movedFrom' | 'movedTo', unitA: Unit, unitB: Unit): UnitRedline {
    const view = kind === 'movedFrom' ? 'A' : 'B'
    const units = this.merged(unitsOf(unitA), unitsOf(unitB), view)
    const { words } = ownRedline(unitA, unitB)
    return { kind, unitA, unitB, ...this.nums(unitA, unitB), move: keyA(unitA), ...words, units }
  }

  private deleted(unitA: Unit): UnitRedline {
    return this.remembered(unitA, undefined, 'A', () => {
      const units = this.merged(unitsOf(unitA), [], 'A')
      const { words } = ownRedline(unitA, undefined)
      return { kind: 'deleted', unitA, ...this.nums(unitA, undefined), ...words, units }
    })
  }

  private inserted(unitB: Unit): UnitRedline {
    return this.remembered(unitB, undefined, 'B', () => {
      const units = this.merged([], unitsOf(unitB), 'B')
      const { words } = ownRedline(undefined, unitB)
      return { kind: 'inserted', unitB, ...this.nums(undefined, unitB), ...words, units }
    })
  }

  private nums(unitA: Unit | undefined, unitB: Unit | undefined): { numA?: string; numB?: string } {
    const numA = unitA && printedNum(this.profileA, unitA)
    const numB = unitB && printedNum(this.profileB, unitB)
    return { ...(numA === undefined ? {} : { numA }), ...(numB === undefined ? {} : { numB }) }
  }

  private remembered(
    node: Unit,
    unitA: Unit | undefined,
    view: View,
    compare: () => UnitRedline,
  ): UnitRedline {
    const known = memos.get(node)
    const memo = known?.find((each) => this.holds(each, unitA, view))
    if (memo) {
      this.lookups.push(...memo.lookups)
      return memo.redline
    }
    const outer = this.lookups
    this.lookups = []
    const redline = compare()
    const { profileA, profileB, lookups } = this
    this.lookups = outer
    for (const lookup of lookups) outer.push(lookup)
    if (this.pairing.sort === 'ids') {
      const made = { unitA, view, profileA, profileB, lookups, redline }
      memos.set(node, [made, ...(known ?? []).filter((each) => each.view !== view)])
    }
    return redline
  }

  private holds(memo: Memo, unitA: Unit | undefined, view: View): boolean {
    return (
      this.pairing.sort === 'ids' &&
      memo.unitA === unitA &&
      memo.view === view &&
      memo.profileA === this.profileA &&
      memo.profileB === this.profileB &&
      memo.lookups.every(({ side, key, found }) => this.find(side, key) === found)
    )
  }

  private look(side: 'A' | 'B', key: string): Unit | undefined {
    const found = this.find(side, key)
    this.lookups.push({ side, key, found })
    return found
  }

  /** The only unit of that key in the act. */
  private find(side: 'A' | 'B', key: string): Unit | undefined {
    if (side === 'A') return indexOfBase(this.base).find(key)
    this.indexB ??=
      this.pairing.sort === 'ids' && this.indexBefore
        ? this.indexBefore.moveTo(this.draft)
        : new UnitIndex(this.draft, (unit) => this.pairing.keyB(unit))
    return this.indexB.find(key)
  }

  /** For the next comparison. */
  get indexById(): UnitIndex | undefined {
    return this.pairing.sort === 'ids' ? (this.indexB ?? this.indexBefore) : this.indexBefore
  }
}

const baseIndexes = new WeakMap<Act, UnitIndex>()

function indexOfBase(base: Act): UnitIndex {
  const known = baseIndexes.get(base)
  if (known) return known
  const index = new UnitIndex(base, keyA)
  baseIndexes.set(base, index)
  return index
}

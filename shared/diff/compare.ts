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

/** What befell a unit that does not stand where it stood. */
type Fate = Exclude<UnitRedline['kind'], 'kept' | 'changed'>

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
  readonly profileA: Profile
  readonly profileB: Profile
  readonly lookups: readonly Lookup[]
  readonly redline: UnitRedline
}

/** By the draft's unit; a deleted unit has none and is remembered by its own node. */
const memos: Readonly<Record<View, WeakMap<Unit, Memo>>> = {
  both: new WeakMap(),
  A: new WeakMap(),
  B: new WeakMap(),
}

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

  private merged(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    view: View,
  ): readonly UnitRedline[] {
    if (unitsA.length === 0 && unitsB.length === 0) return NONE
    return finished(this.merging(unitsA, unitsB, view))
  }

  /** Both lists of siblings in one: the draft's order, what the base alone has behind its neighbor. */
  private *merging(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    view: View,
  ): Generator<undefined, readonly UnitRedline[]> {
    const { inPlace, displaced } = pairSiblings(unitsA, unitsB, this.pairing)
    const localA = new Map(displaced.map(({ a, b }) => [a, b]))
    const localB = new Map(displaced.map(({ a, b }) => [b, a]))
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
    for (const pair of inPlace) {
      const unitA = unitsA[pair.a]
      const unitB = unitsB[pair.b]
      if (!unitA || !unitB) continue
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
    return this.remembered(unitB, unitA, view, () => this.told(undefined, unitA, unitB, view))
  }

  private moved(kind: 'movedFrom' | 'movedTo', unitA: Unit, unitB: Unit): UnitRedline {
    return this.told(kind, unitA, unitB, kind === 'movedFrom' ? 'A' : 'B')
  }

  private deleted(unitA: Unit): UnitRedline {
    return this.remembered(unitA, undefined, 'A', () => this.told('deleted', unitA, undefined, 'A'))
  }

  private inserted(unitB: Unit): UnitRedline {
    const told = () => this.told('inserted', undefined, unitB, 'B')
    return this.remembered(unitB, undefined, 'B', told)
  }

  /** Of a unit that stands where it stood, its words and number tell the kind. */
  private told(
    fate: Fate | undefined,
    unitA: Unit | undefined,
    unitB: Unit | undefined,
    view: View,
  ): UnitRedline {
    const { isKept, heading, body } = ownRedline(unitA, unitB)
    const numA = unitA && printedNum(this.profileA, unitA)
    const isSame = unitA && unitB && this.profileA === this.profileB && sameNumber(unitA, unitB)
    const numB = isSame ? numA : unitB && printedNum(this.profileB, unitB)
    const kind = fate ?? (isKept && numA === numB ? 'kept' : 'changed')
    const isMove = kind === 'movedFrom' || kind === 'movedTo'
    const move = isMove && unitA ? keyA(unitA) : undefined
    const units = this.merged(unitA ? unitsOf(unitA) : [], unitB ? unitsOf(unitB) : [], view)
    return { kind, unitA, unitB, numA, numB, move, heading, body, units }
  }

  private remembered(
    node: Unit,
    unitA: Unit | undefined,
    view: View,
    compare: () => UnitRedline,
  ): UnitRedline {
    const isById = this.pairing.sort === 'ids'
    const memo = isById ? memos[view].get(node) : undefined
    if (memo && this.holds(memo, unitA)) {
      for (const lookup of memo.lookups) this.lookups.push(lookup)
      return memo.redline
    }
    const outer = this.lookups
    this.lookups = []
    const redline = compare()
    const { profileA, profileB, lookups } = this
    this.lookups = outer
    for (const lookup of lookups) outer.push(lookup)
    if (isById) memos[view].set(node, { unitA, profileA, profileB, lookups, redline })
    return redline
  }

  private holds(memo: Memo, unitA: Unit | undefined): boolean {
    return (
      memo.unitA === unitA &&
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

function sameNumber({ attrs: a }: Unit, { attrs: b }: Unit): boolean {
  return a['kind'] === b['kind'] && a['label'] === b['label'] && a['num'] === b['num']
}

/** Most units hold no others. */
const NONE: readonly UnitRedline[] = []

const baseIndexes = new WeakMap<Act, UnitIndex>()

function indexOfBase(base: Act): UnitIndex {
  const known = baseIndexes.get(base)
  if (known) return known
  const index = new UnitIndex(base, keyA)
  baseIndexes.set(base, index)
  return index
}

import { type Act, type Unit, unitsOf } from '../schema/act.ts'
import { printedNum } from '../structure/label.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'
import { comparedOwn, ownRedline } from './own-redline.ts'
import { keyA, type Pairing, pairSiblings, pairUnits, type SiblingPairs } from './pairing.ts'
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
  const comparison = new Comparison(base, draft, known)
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
  readonly profileA: Profile
  readonly profileB: Profile
  readonly lookups: readonly Lookup[]
  readonly redline: UnitRedline
}

/**
 * Where both sides are shown, by the base's unit, and only units that hold others: what holds none is
 * found in the list it stood in. Else by the draft's unit; a deleted unit has none.
 */
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
  private readonly before: Latest | undefined
  private indexB: UnitIndex | undefined
  /** In order, so that those of a unit follow those from before it. */
  private readonly lookups: Lookup[] = []

  constructor(base: Act, draft: Act, before: Latest | undefined) {
    this.before = before
    this.base = base
    this.draft = draft
    this.profileA = profileOf(base)
    this.profileB = profileOf(draft)
    this.pairing = pairUnits(base, draft)
  }

  redlines(): readonly UnitRedline[] {
    const redline = this.before?.redline
    const before = redline?.profile === this.profileB ? redline.units : NONE
    return this.merged(unitsOf(this.base), unitsOf(this.draft), 'both', before)
  }

  /** {@link redlines} a unit at a time. */
  *redlineSteps(): Generator<undefined, readonly UnitRedline[]> {
    const merge = this.mergeOf(unitsOf(this.base), unitsOf(this.draft), 'both', NONE)
    while (merge.step()) yield
    return merge.list
  }

  /** Both lists of siblings in one: the draft's order, what the base alone has behind its neighbor. */
  private merged(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    view: View,
    before: readonly UnitRedline[],
  ): readonly UnitRedline[] {
    if (unitsA.length === 0 && unitsB.length === 0) return NONE
    const merge = this.mergeOf(unitsA, unitsB, view, before)
    while (merge.step());
    return merge.list
  }

  private mergeOf(
    unitsA: readonly Unit[],
    unitsB: readonly Unit[],
    view: View,
    before: readonly UnitRedline[],
  ): SiblingMerge {
    const pairs = pairSiblings(unitsA, unitsB, this.pairing)
    return new SiblingMerge(this, { unitsA, unitsB, pairs, view, before })
  }

  /** A unit of the base that does not stand there in the draft. */
  left(
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
  come(
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

  standing(unitA: Unit, unitB: Unit, view: View): UnitRedline {
    return this.remembered(undefined, unitA, unitB, view)
  }

  private moved(kind: 'movedFrom' | 'movedTo', unitA: Unit, unitB: Unit): UnitRedline {
    return this.told(kind, unitA, unitB, kind === 'movedFrom' ? 'A' : 'B')
  }

  private deleted(unitA: Unit): UnitRedline {
    return this.remembered('deleted', unitA, undefined, 'A')
  }

  private inserted(unitB: Unit): UnitRedline {
    return this.remembered('inserted', undefined, unitB, 'B')
  }

  /** Of a unit that stands where it stood, its words and number tell the kind. */
  private told(
    fate: Fate | undefined,
    unitA: Unit | undefined,
    unitB: Unit | undefined,
    view: View,
    before: readonly UnitRedline[] = NONE,
  ): UnitRedline {
    const [unitsA, unitsB] = [unitA ? unitsOf(unitA) : NO_UNITS, unitB ? unitsOf(unitB) : NO_UNITS]
    const isFoundInList = view === 'both' && unitsA.length === 0 && unitsB.length === 0
    const tell = isFoundInList ? comparedOwn : ownRedline
    const { isKept, heading, body } = tell(unitA, unitB)
    const numA = unitA && printedNum(this.profileA, unitA)
    const isSame =
      unitA && unitB && this.profileA === this.profileB && (isKept || sameNumber(unitA, unitB))
    const numB = isSame ? numA : unitB && printedNum(this.profileB, unitB)
    const kind = fate ?? (isKept && numA === numB ? 'kept' : 'changed')
    const isMove = kind === 'movedFrom' || kind === 'movedTo'
    const move = isMove && unitA ? keyA(unitA) : undefined
    const units = this.merged(unitsA, unitsB, view, before)
    return { kind, unitA, unitB, numA, numB, move, heading, body, units }
  }

  private remembered(
    fate: Fate | undefined,
    unitA: Unit | undefined,
    unitB: Unit | undefined,
    view: View,
  ): UnitRedline {
    const node = view === 'both' ? unitA : (unitB ?? unitA)
    if (!node || this.pairing.sort !== 'ids') return this.told(fate, unitA, unitB, view)
    const known = memos[view].get(node)
    const memo = known && this.isOfThese(known) ? known : undefined
    if (memo && this.holds(memo, unitA, unitB)) {
      for (const lookup of memo.lookups) this.lookups.push(lookup)
      return memo.redline
    }
    const from = this.lookups.length
    const before = view === 'both' ? memo?.redline.units : NONE
    const redline = this.told(fate, unitA, unitB, view, before)
    if (view === 'both' && redline.units.length === 0) return redline
    const lookups = from < this.lookups.length ? this.lookups.slice(from) : NO_LOOKUPS
    const { profileA, profileB } = this
    memos[view].set(node, { profileA, profileB, lookups, redline })
    return redline
  }

  private isOfThese({ profileA, profileB }: Memo): boolean {
    return profileA === this.profileA && profileB === this.profileB
  }

  private holds(memo: Memo, unitA: Unit | undefined, unitB: Unit | undefined): boolean {
    return (
      memo.redline.unitA === unitA &&
      memo.redline.unitB === unitB &&
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
      this.pairing.sort === 'ids' && this.before?.index
        ? this.before.index.moveTo(this.draft)
        : new UnitIndex(this.draft, (unit) => this.pairing.keyB(unit))
    return this.indexB.find(key)
  }

  /** For the next comparison. */
  get indexById(): UnitIndex | undefined {
    const { indexB, before } = this
    return this.pairing.sort === 'ids' && indexB ? indexB : before?.index
  }
}

interface Merged {
  readonly unitsA: readonly Unit[]
  readonly unitsB: readonly Unit[]
  readonly pairs: SiblingPairs
  readonly view: View
  /** The list of the last comparison, where both sides are shown. */
  readonly before: readonly UnitRedline[]
}

/** Siblings of both sides on their way into one list. */
class SiblingMerge {
  readonly list: UnitRedline[] = []
  private readonly comparison: Comparison
  private readonly siblings: Merged
  private nextPair = 0
  private nextA = 0
  private nextB = 0
  private nextBefore = 0
  private places: ReadonlyMap<Unit | undefined, number> | undefined

  constructor(comparison: Comparison, siblings: Merged) {
    this.comparison = comparison
    this.siblings = siblings
  }

  /** Lists what stands before the next pair, and that; behind the last one the rest. Whether there was one. */
  step(): boolean {
    const { unitsA, unitsB, pairs, view } = this.siblings
    const pair = pairs.inPlace[this.nextPair++]
    this.bringTo(pair?.a ?? unitsA.length, pair?.b ?? unitsB.length)
    const unitA = pair && unitsA[pair.a]
    const unitB = pair && unitsB[pair.b]
    if (!unitA || !unitB) return false
    const known = this.known(unitA)
    const isSame = known?.unitB === unitB && known.units.length === 0
    this.list.push(isSame ? known : this.comparison.standing(unitA, unitB, view))
    return true
  }

  private bringTo(a: number, b: number): void {
    const { unitsA, unitsB, pairs, view } = this.siblings
    if (view !== 'B') {
      for (; this.nextA < a; this.nextA++) {
        const to = pairs.displacedA.get(this.nextA)
        this.list.push(this.comparison.left(unitsA, unitsB, this.nextA, to))
      }
    }
    if (view !== 'A') {
      for (; this.nextB < b; this.nextB++) {
        const from = pairs.displacedB.get(this.nextB)
        this.list.push(this.comparison.come(unitsA, unitsB, this.nextB, from))
      }
    }
    this.nextA = a + 1
    this.nextB = b + 1
  }

  /** The redline before of a unit that stood here; nearly always the next of them. */
  private known(unitA: Unit): UnitRedline | undefined {
    const { before } = this.siblings
    if (before.length === 0) return undefined
    for (let next = before[this.nextBefore]; next && !stands(next); ) {
      next = before[++this.nextBefore]
    }
    if (before[this.nextBefore]?.unitA !== unitA) {
      this.places ??= new Map(before.flatMap((one, at) => (stands(one) ? [[one.unitA, at]] : [])))
      const place = this.places.get(unitA)
      if (place === undefined) return undefined
      this.nextBefore = place
    }
    return before[this.nextBefore++]
  }
}

function stands({ kind }: UnitRedline): boolean {
  return kind === 'kept' || kind === 'changed'
}

function sameNumber({ attrs: a }: Unit, { attrs: b }: Unit): boolean {
  return a['kind'] === b['kind'] && a['label'] === b['label'] && a['num'] === b['num']
}

/** Most units hold no others. */
const NONE: readonly UnitRedline[] = []
const NO_UNITS: readonly Unit[] = []
const NO_LOOKUPS: readonly Lookup[] = []

const baseIndexes = new WeakMap<Act, UnitIndex>()

function indexOfBase(base: Act): UnitIndex {
  const known = baseIndexes.get(base)
  if (known) return known
  const index = new UnitIndex(base, keyA)
  baseIndexes.set(base, index)
  return index
}

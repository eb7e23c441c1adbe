import type { Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, actAttrs, makeAct, type Unit, type UnitId, unitAttrs } from '../../schema/act.ts'
import { canonicalText } from '../../structure/canonical-text.ts'
import { type Hunk, hunksIn, hunksOf } from './hunks.ts'
import { type SplitOrJoin, splitsAndJoins } from './split-join.ts'

export type TextualModType =
  | 'repeal'
  | 'substitution'
  | 'insertion'
  | 'renumbering'
  | 'split'
  | 'join'

export interface Place {
  /** A unit of the draft; `null`: the whole text. */
  readonly unit: UnitId | null
  readonly pos?: 'before' | 'after' | 'inside'
}

/** A change of a draft as a passive modification. */
export interface TextualChange {
  readonly type: TextualModType
  readonly at: readonly Place[]
  /** The unit of the base that was changed; `null` where the draft has a new one. */
  readonly before: UnitId | null
  /** Lines that went. */
  readonly old: readonly string[]
  /** A unit of the base that went. */
  readonly oldUnit: UnitId | null
  /** Lines that came. */
  readonly new: readonly string[]
  /** A unit of the draft that came. */
  readonly newUnit: UnitId | null
}

/** Every change of a redline that Akoma Ntoso has a word for, in the order of the draft. */
export function textualChanges(redline: Redline, base: Act): readonly TextualChange[] {
  return new Changes(base).among(redline.units, null)
}

const NOTHING = { before: null, old: [], oldUnit: null, new: [], newUnit: null } as const

class Changes {
  private readonly base: Act

  constructor(base: Act) {
    this.base = base
  }

  /** The changes of siblings; where they stand together in a unit that came or went, it tells them. */
  among(units: readonly UnitRedline[], around: UnitRedline | null): readonly TextualChange[] {
    const found = splitsAndJoins(units)
    const taken = new Map(found.map((one) => [one.unit, one]))
    const others = new Set(found.map(({ other }) => other))
    const inner = found.filter(({ other }) => !units.includes(other)).map(({ other }) => other)
    return units.flatMap((unit, index) => {
      const change = taken.get(unit)
      const isCarried =
        (around?.kind === 'inserted' || around?.kind === 'deleted') && around.kind === unit.kind
      const own = others.has(unit)
        ? this.ofOther(unit)
        : isCarried
          ? []
          : this.own(unit, change, () => placeOf(units, index, around))
      const children = unit.units.filter((child) => !inner.includes(child))
      const below = this.among(children, others.has(unit) ? null : unit)
      const told = unit.kind === 'movedFrom' ? below.filter(({ oldUnit }) => oldUnit) : below
      return [...own, ...told]
    })
  }

  /** Of a unit that another was divided into, a heading of its own. */
  private ofOther({ kind, heading, unitB }: UnitRedline): readonly TextualChange[] {
    if (kind !== 'inserted' || !heading || !unitB) return []
    return inWords(hunksOf(heading), { at: idOf(unitB), before: null })
  }

  private own(
    unit: UnitRedline,
    change: SplitOrJoin | undefined,
    place: () => Place,
  ): readonly TextualChange[] {
    const { kind, unitA, unitB } = unit
    if (kind === 'kept' || kind === 'movedFrom') return []
    if (kind === 'inserted' && unitB) {
      const at = [{ unit: idOf(unitB) }]
      return [{ ...NOTHING, type: 'insertion', at, newUnit: idOf(unitB) }]
    }
    if (kind === 'deleted' && unitA) {
      const gone = { before: idOf(unitA), oldUnit: idOf(unitA), old: this.linesOf(unit) }
      return [{ ...NOTHING, type: 'repeal', at: [place()], ...gone }]
    }
    if (!unitA || !unitB) return []
    const here = { at: idOf(unitB), before: idOf(unitA) }
    return [
      ...renumbered(unit, here),
      ...stated(unitA, unitB, here),
      ...(unit.heading ? inWords(hunksOf(unit.heading), here) : []),
      ...inWords(change?.hunks ?? hunksIn(unit), here),
      ...(change ? [this.divided(change, here)] : []),
    ]
  }

  private divided({ kind, other }: SplitOrJoin, { at, before }: Here): TextualChange {
    if (kind === 'split') {
      const into = other.unitB ? idOf(other.unitB) : null
      const places = [{ unit: at }, { unit: into }]
      return { ...NOTHING, type: 'split', at: places, before, newUnit: into }
    }
    const from = other.unitA ? idOf(other.unitA) : null
    const old = this.linesOf(other)
    return { ...NOTHING, type: 'join', at: [{ unit: at }], before, oldUnit: from, old }
  }

  /** The words of what went, without the units that stand elsewhere now. */
  private linesOf(unit: UnitRedline): readonly string[] {
    const gone = goneFrom(unit)
    if (!gone) return []
    const text = canonicalText(makeAct(actAttrs(this.base), [gone])).text
    return text.split('\n').filter((line) => line !== '')
  }
}

/** A unit of both texts. */
interface Here {
  readonly at: UnitId
  readonly before: UnitId | null
}

function idOf(unit: Unit): UnitId {
  return unitAttrs(unit).id
}

function goneFrom({ unitA, units }: UnitRedline): Unit | undefined {
  if (!unitA) return undefined
  const own = unitA.children.filter((child) => child.type !== unitA.type)
  const inner = units.flatMap((child) => (child.kind === 'deleted' ? (goneFrom(child) ?? []) : []))
  return unitA.type.create(unitA.attrs, [...own, ...inner])
}

/** A unit that stands elsewhere or has another number. */
function renumbered({ kind, numA, numB }: UnitRedline, { at, before }: Here) {
  const isSame = numA === numB
  if (kind !== 'movedTo' && isSame) return []
  const nums = isSame ? {} : { old: lines(numA), new: lines(numB) }
  return [
    { ...NOTHING, type: 'renumbering', at: [{ unit: at }], before, ...nums },
  ] satisfies readonly TextualChange[]
}

/** A unit that no longer applies, applies again, or is of another kind. */
function stated(unitA: Unit, unitB: Unit, { at, before }: Here): readonly TextualChange[] {
  const [a, b] = [unitAttrs(unitA), unitAttrs(unitB)]
  const change = (type: TextualModType): TextualChange => ({
    ...NOTHING,
    type,
    at: [{ unit: at }],
    before,
  })
  const isRepealed = a.state !== 'repealed' && b.state === 'repealed'
  const isRevived = a.state === 'repealed' && b.state !== 'repealed'
  return [
    ...(a.kind === b.kind ? [] : [change('substitution')]),
    ...(isRepealed ? [change('repeal')] : isRevived ? [change('insertion')] : []),
  ]
}

function inWords(hunks: readonly Hunk[], { at, before }: Here): readonly TextualChange[] {
  return hunks.map((hunk) => {
    const type = hunk.new === '' ? 'repeal' : hunk.old === '' ? 'insertion' : 'substitution'
    const place: Place = { unit: at, ...(type === 'insertion' ? { pos: 'inside' } : {}) }
    return { ...NOTHING, type, at: [place], before, old: lines(hunk.old), new: lines(hunk.new) }
  })
}

function lines(words: string | undefined): readonly string[] {
  return words === undefined || words === '' ? [] : [words]
}

/** Where in the draft something stood that is gone: beside its neighbor, or in what was around it. */
function placeOf(units: readonly UnitRedline[], index: number, around: UnitRedline | null): Place {
  const isThere = ({ kind, unitB }: UnitRedline) => unitB !== undefined && kind !== 'movedFrom'
  const before = units.slice(0, index).findLast(isThere)?.unitB
  if (before) return { unit: idOf(before), pos: 'after' }
  const behind = units.slice(index + 1).find(isThere)?.unitB
  if (behind) return { unit: idOf(behind), pos: 'before' }
  return { unit: around?.unitB ? idOf(around.unitB) : null, pos: 'inside' }
}

import { problem, type Saying } from '../../base/problem.ts'
import { countedPart } from '../../citation/ordinal.ts'
import { type Act, isUnit, type Unit, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Address, AddressStep } from '../address.ts'
import { labelOrder } from './label-order.ts'
import { nodeAt, type Path } from './tree.ts'

/** A unit that an address names. */
export interface Place {
  readonly path: Path
  /** The part or indent number one of a unit is the unit's own words. */
  readonly own: boolean
}

export interface Located {
  readonly places: readonly Place[]
  /** How many steps of the address led to something. */
  readonly reached: number
  /** The last places that were reached. */
  readonly near: readonly Place[]
  /** Why a person should look, where the address fits only loosely. */
  readonly doubt: Saying | undefined
}

/** What an address names in the act: one unit, none or several. */
export function locate(act: Act, address: Address, profile: Profile): Located {
  let places: readonly Place[] = [{ path: [], own: false }]
  let doubt: Saying | undefined
  for (const [i, step] of address.entries()) {
    let next = places.flatMap((place) => children(act, place, step, profile))
    if (next.length === 0) {
      const loose = nearest(places.flatMap((place) => looseChildren(act, place, step)))
      if (loose.length === 1) {
        next = [...loose]
        doubt = isDirect(places, next)
          ? doubt
          : problem('amend/other-kind', { label: labelOf(step) })
      }
    }
    if (next.length === 0) return { places: [], reached: i, near: places, doubt }
    places = next
  }
  return { places: inForceFirst(act, places), reached: address.length, near: places, doubt }
}

/** Of several the one that stands right in the unit named: «часть 2» of an article is its paragraph 2. */
function nearest(found: readonly Place[]): readonly Place[] {
  const depth = Math.min(...found.map(({ path }) => path.length))
  const near = found.filter(({ path }) => path.length === depth)
  return near.length === 1 ? near : found
}

/** «пункт 1» may be a unit of either kind; right in the unit named, there is no doubt about it. */
function isDirect(parents: readonly Place[], found: readonly Place[]): boolean {
  return found.every(({ path }) => parents.some((parent) => parent.path.length === path.length - 1))
}

function labelOf(step: AddressStep): string {
  return 'label' in step ? step.label : String(step.ordinal)
}

/** Of several the one in force, where the others are repealed. */
function inForceFirst(act: Act, places: readonly Place[]): readonly Place[] {
  if (places.length < 2) return places
  const inForce = places.filter(({ path }) => nodeAt(act, path)?.attrs['state'] !== 'repealed')
  return inForce.length === 1 ? inForce : places
}

function children(act: Act, place: Place, step: AddressStep, profile: Profile): readonly Place[] {
  const unit = nodeAt(act, place.path)
  if (!unit) return []
  if ('ordinal' in step) return counted(act, place, unit, step)
  return labelled(
    unit,
    place.path,
    (child) => isNamed(child, step, profile),
    openFor(step, profile),
  )
}

function isNamed(unit: Unit, step: { kind: UnitKind; label: string }, profile: Profile): boolean {
  const own = unit.attrs['label']
  if (typeof own !== 'string' || !sameLabel(own, step.label)) return false
  const { kind } = unitAttrs(unit)
  return kind === step.kind || sameSort(kind, step.kind, profile)
}

/** Numbers are the same in either case but for single letters and Roman numerals, which rank. */
export function sameLabel(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length !== b.length || a.length === 1) return false
  return a.toLowerCase() === b.toLowerCase() && !/^[ivxlc]+$/iu.test(a)
}

/** Kinds that an act of brackets "(a)", "(1)" has in the order it chooses. */
function sameSort(kind: UnitKind, named: UnitKind, profile: Profile): boolean {
  if (styleOf(profile, 'subsection') === undefined || styleOf(profile, 'article') !== undefined)
    return false
  return SMALL.has(kind) && SMALL.has(named)
}

const SMALL: ReadonlySet<UnitKind> = new Set([
  'subsection',
  'paragraph',
  'subparagraph',
  'point',
  'clause',
  'subclause',
  'alinea',
])

/** Units that may hold the one that is looked for without being named: a chapter, an unnumbered part. */
function openFor(step: AddressStep, profile: Profile): (unit: Unit) => boolean {
  const ranks = new Map(profile.units.map(({ kind }, i) => [kind, i]))
  const article = profile.units.findIndex(
    ({ series, kind }) => series === 'act' && kind !== 'annex',
  )
  const wanted = ranks.get(step.kind) ?? Number.POSITIVE_INFINITY
  return (unit) => {
    const { kind, label } = unitAttrs(unit)
    if (kind === 'annex' || kind === 'preface') return false
    const at = ranks.get(kind)
    return at !== undefined && at < article ? wanted > at : label === null
  }
}

/** Units below `parent` that answer, the nearest to it: never below one that answers. */
function labelled(
  parent: Unit,
  path: Path,
  answers: (unit: Unit) => boolean,
  opens: (unit: Unit) => boolean,
): readonly Place[] {
  const found: Place[] = []
  const open: Path[] = []
  for (let i = 0; i < parent.childCount; i++) {
    const child = parent.child(i)
    if (!isUnit(child)) continue
    if (answers(child)) found.push({ path: [...path, i], own: false })
    else if (opens(child)) open.push([...path, i])
  }
  if (found.length > 0) return found
  return open.flatMap((inner) => {
    const index = inner.at(-1)
    const child = index === undefined ? undefined : parent.child(index)
    return child ? labelled(child, inner, answers, opens) : []
  })
}

function counted(
  act: Act,
  place: Place,
  unit: Unit,
  step: { kind: UnitKind; ordinal: number },
): readonly Place[] {
  if (step.kind === 'annex') {
    const annexes = unitsOf(act).filter((child) => unitAttrs(child).kind === 'annex')
    const [sole] = annexes
    return sole && annexes.length === 1 ? [{ path: [act.children.indexOf(sole)], own: false }] : []
  }
  if (step.kind === 'preamble' || step.kind === 'preface' || step.kind === 'conclusions') {
    const index = act.children.findIndex(
      (child) => isUnit(child) && unitAttrs(child).kind === step.kind,
    )
    return index >= 0 ? [{ path: [index], own: false }] : []
  }
  if (place.path.length === 0 || place.own) return place.own && step.ordinal === 1 ? [place] : []
  const part = countedPart(unit, step.ordinal, [step.kind])
  if (part === unit) return [{ path: place.path, own: true }]
  const index = part ? unit.children.indexOf(part) : -1
  return index >= 0 ? [{ path: [...place.path, index], own: false }] : []
}

/** A unit of that number of any kind below, where the address does not fit exactly. */
function looseChildren(act: Act, place: Place, step: AddressStep): readonly Place[] {
  const unit = nodeAt(act, place.path)
  if (!unit || place.path.length === 0 || !('label' in step)) return []
  const found: Place[] = []
  const visit = (node: Unit, path: Path): void => {
    for (let i = 0; i < node.childCount; i++) {
      const child = node.child(i)
      if (!isUnit(child)) continue
      const { label, kind } = unitAttrs(child)
      if (label !== null && sameLabel(label, step.label) && SMALL.has(kind))
        found.push({ path: [...path, i], own: false })
      else visit(child, [...path, i])
    }
  }
  visit(unit, place.path)
  return found
}

/** The index among the children of `parent` where a unit of that number belongs, and what is there already. */
export function slotFor(
  parent: Unit | Act,
  kind: UnitKind,
  label: string,
): { readonly index: number; readonly taken: number | undefined } {
  const labels = parent.children.flatMap((child) =>
    isUnit(child) ? (unitAttrs(child).label ?? []) : [],
  )
  const order = labelOrder([...labels, label])
  let index: number | undefined
  let first: number | undefined
  let taken: number | undefined
  for (let i = 0; i < parent.childCount; i++) {
    const child = parent.child(i)
    if (!isUnit(child)) continue
    const own = unitAttrs(child)
    if (own.kind !== kind || own.label === null) continue
    first ??= i
    const difference = order(own.label, label)
    if (difference === 0) taken = i
    if (difference < 0) index = i + 1
  }
  return { index: index ?? first ?? endOf(parent), taken }
}

/** Behind the last unit that is law: before signature and annexes. */
function endOf(parent: Unit | Act): number {
  const frame = parent.children.findIndex((child) => {
    const kind = child.attrs['kind']
    return isUnit(child) && (kind === 'conclusions' || kind === 'annex')
  })
  return frame >= 0 && parent.type.name === 'act' ? frame : parent.childCount
}

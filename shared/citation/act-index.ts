import { type Act, titleOf, type Unit, type UnitId, unitAttrs, unitsOf } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { citationWordsFor } from '../tradition/citation-words.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { nameStems } from './acts.ts'

/** A unit and the units that it is in, outermost first. */
export interface PlacedUnit {
  readonly unit: Unit
  readonly parents: readonly Unit[]
  /** Named as the first part of itself: «часть первая статьи 5», which is the article's own words. */
  readonly own?: true
}

/**
 * Where the units of an act are found by kind and label: those down to the article are listed, those
 * in it are looked for in its node. Made anew in one short walk when the act changes.
 */
export interface ActIndex {
  readonly act: Act
  readonly profile: Profile
  /** The stems of the act's title. */
  readonly title: ReadonlySet<string>
  /** In document order. */
  find(kind: UnitKind, label: string): readonly PlacedUnit[]
  ofKind(kind: UnitKind): readonly PlacedUnit[]
}

const indexes = new WeakMap<Act, ActIndex>()

export function indexOf(act: Act): ActIndex {
  const known = indexes.get(act)
  if (known) return known
  const profile = profileOf(act)
  const byKind = new Map<UnitKind, PlacedUnit[]>()
  const byLabel = new Map<string, PlacedUnit[]>()
  const visit = (unit: Unit, parents: readonly Unit[]): void => {
    const { kind, label } = unitAttrs(unit)
    const placed = { unit, parents }
    push(byKind, kind, placed)
    if (label !== null) push(byLabel, `${kind} ${label.toLowerCase()}`, placed)
    if (isCitedByItself(profile, kind) && kind !== 'annex') return
    for (const child of unitsOf(unit)) visit(child, [...parents, unit])
  }
  for (const unit of unitsOf(act)) visit(unit, [])
  const index: ActIndex = {
    act,
    profile,
    title: nameStems(titleOf(act), citationWordsFor(profile).actFiller),
    find: (kind, label) => byLabel.get(`${kind} ${label.toLowerCase()}`) ?? [],
    ofKind: (kind) => byKind.get(kind) ?? [],
  }
  indexes.set(act, index)
  return index
}

/** Whether numbers of the kind run through the act, as articles' do. */
export function isCitedByItself(profile: Profile, kind: UnitKind): boolean {
  return styleOf(profile, kind)?.series === 'act'
}

export function idOf(unit: Unit): UnitId {
  return unitAttrs(unit).id
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

import {
  type Act,
  type Unit,
  type UnitAttrs,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'

/** An Akoma Ntoso identifier from place and number: `art_44__point_10-1`. Derived, never stored. */
export type Eid = string & { readonly __brand: 'Eid' }

/** Element names that the AKN naming convention 1.0, section 5.2, abbreviates in an eId. */
const ABBREVIATIONS: Readonly<Partial<Record<UnitKind, string>>> = {
  alinea: 'al',
  annex: 'att',
  article: 'art',
  chapter: 'chp',
  clause: 'cl',
  paragraph: 'para',
  section: 'sec',
  subchapter: 'subchp',
  subclause: 'subcl',
  subparagraph: 'subpara',
  subsection: 'subsec',
}

/** The eId of every unit of the act, by unit id. Duplicates get a suffix, missing numbers `nn`. */
export function eids(act: Act): ReadonlyMap<UnitId, Eid> {
  const byUnit = new Map<UnitId, Eid>()
  const taken = new Set<string>()
  const profile = profileOf(act)
  const visit = (unit: Unit, parent: string): void => {
    const { id } = unitAttrs(unit)
    const eid = unique(eidIn(profile, parent, unitAttrs(unit)), taken)
    byUnit.set(id, eid as Eid)
    for (const child of unitsOf(unit)) visit(child, eid)
  }
  for (const unit of unitsOf(act)) visit(unit, '')
  return byUnit
}

/** The eId of the unit of that kind and number in one that has the eId `parent`; `''` is the act. */
export function eidIn(profile: Profile, parent: string, unit: Pick<UnitAttrs, 'kind' | 'label'>) {
  const inAct = styleOf(profile, unit.kind)?.series === 'act'
  const prefix = inAct || parent === '' ? '' : `${parent}__`
  return `${prefix}${localId(unit)}`
}

function localId({ kind, label }: Pick<UnitAttrs, 'kind' | 'label'>): string {
  const name = ABBREVIATIONS[kind] ?? kind
  if (kind === 'preface' || kind === 'preamble' || kind === 'conclusions') return name
  return `${name}_${cleanNum(label) || 'nn'}`
}

/** `(6)` → `6`, `1.2.` → `1-2`: outer punctuation goes, inner runs of it become one hyphen. */
function cleanNum(label: string | null): string {
  return (label ?? '')
    .replace(/\s+/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase()
}

function unique(eid: string, taken: Set<string>): string {
  let candidate = eid
  for (let n = 2; taken.has(candidate); n++) candidate = `${eid}_${n}`
  taken.add(candidate)
  return candidate
}

import type { Address } from '../../amend/address.ts'
import type { ActCitation, AmendingLaw } from '../../amend/amending-law.ts'
import { concerns } from '../../amend/apply/concerns.ts'
import { locate, type Place, slotFor } from '../../amend/apply/locate.ts'
import { nodeAt } from '../../amend/apply/tree.ts'
import type { Instruction } from '../../amend/instruction.ts'
import { amendedProfile } from '../../amend/wording/law-lines.ts'
import { type Act, isUnit, type UnitAttrs, unitAttrs } from '../../schema/act.ts'
import { type Eid, eidIn, eids } from '../../structure/eid.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Profile } from '../../tradition/tradition.ts'
import { iriWord, NO_DATE, workIri } from '../metadata.ts'
import { metadataOf } from '../write.ts'

type NumberedUnit = Pick<UnitAttrs, 'kind' | 'label'>

/** An act that a law amends, so that its units can be named from outside. */
export interface Amended {
  readonly iri: string
  /** The eId of the unit that an address names; `''` for the act. */
  eidOf(address: Address): string
  /** The eId of the unit behind which a new one of that kind and number stands in another. */
  eidBefore(into: Address, unit: NumberedUnit): string | undefined
  /** The eId that a unit of that kind and number has in another. */
  eidIn(parent: string, unit: NumberedUnit): string
}

/** A unit of the act as others name it; the act where the eId is empty. */
export function hrefOf({ iri }: Pick<Amended, 'iri'>, eid: string): string {
  return eid === '' ? iri : `${iri}/~${eid}`
}

/** The amended act of each instruction; `base` is the text of the one that the law was made from. */
export function amendedActs(law: AmendingLaw, base: Act): ReadonlyMap<Instruction, Amended> {
  const { amendments: ofBase } = concerns(base, law.amendments, () => false)
  const known = amendedBase(base)
  return new Map(
    law.amendments.flatMap(({ act, instructions }, index) => {
      const amended = ofBase.has(index) ? known : amendedByName(law, act)
      return instructions.map((instruction) => [instruction, amended] as const)
    }),
  )
}

function amendedBase(base: Act): Amended {
  const profile = profileOf(base)
  const byUnit = eids(base)
  const eidAt = ({ path }: Place): Eid | undefined => {
    const unit = nodeAt(base, path)
    return unit && isUnit(unit) ? byUnit.get(unitAttrs(unit).id) : undefined
  }
  return {
    iri: workIri(metadataOf(base)),
    eidOf(address) {
      const { places, reached, near } = locate(base, address, profile)
      const place = places[0] ?? near[0]
      return below(profile, place ? (eidAt(place) ?? '') : '', address.slice(reached))
    },
    eidBefore(into, { kind, label }) {
      const [place] = locate(base, into, profile).places
      const parent = place && nodeAt(base, place.path)
      if (!place || !parent || label === null) return undefined
      const { index } = slotFor(parent, kind, label)
      const before = parent.maybeChild(index - 1)
      const isSibling = before && isUnit(before) && unitAttrs(before).kind === kind
      return isSibling ? eidAt({ path: [...place.path, index - 1], own: false }) : undefined
    },
    eidIn: (parent, unit) => eidIn(profile, parent, unit),
  }
}

/** An act of which only the citation is known. */
function amendedByName(law: AmendingLaw, act: ActCitation): Amended {
  const profile = amendedProfile(law, act.sort)
  const { date, number, sort } = act
  const country = law.tradition.length === 2 ? law.tradition : 'zz'
  const name = number ?? act.title
  return {
    iri: `/akn/${country}/act/${sort}/${date ?? NO_DATE}/${iriWord(name)}`,
    eidOf: (address) => below(profile, '', address),
    eidBefore: () => undefined,
    eidIn: (parent, unit) => eidIn(profile, parent, unit),
  }
}

/** Steps that lead to no unit yet: what the law itself makes. */
function below(profile: Profile, from: string, address: Address): string {
  return address.reduce((parent, step) => {
    const label = 'label' in step ? step.label : String(step.ordinal)
    return eidIn(profile, parent, { kind: step.kind, label })
  }, from)
}

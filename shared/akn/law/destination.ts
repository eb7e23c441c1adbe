import type { Address } from '../../amend/address.ts'
import type { ActCitation, AmendingLaw } from '../../amend/amending-law.ts'
import { concerns } from '../../amend/apply/concerns.ts'
import { locate, type Place } from '../../amend/apply/locate.ts'
import { nodeAt } from '../../amend/apply/tree.ts'
import type { Instruction } from '../../amend/instruction.ts'
import { amendedProfile } from '../../amend/wording/law-lines.ts'
import { type Act, isUnit, unitAttrs } from '../../schema/act.ts'
import { type Eid, eidIn, eids } from '../../structure/eid.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Profile } from '../../tradition/tradition.ts'
import { iriWord, NO_DATE, workIri } from '../metadata.ts'
import { metadataOf } from '../write.ts'

/** An act that a law amends, so that its units can be named from outside. */
export interface Amended {
  readonly iri: string
  /** The eId of the unit that an address names; `''` for the act. */
  eidOf(address: Address): string
  /** The eId that a unit of that kind and number has in another. */
  eidIn(parent: string, unit: Parameters<typeof eidIn>[2]): string
}

/** The amended act of each instruction; `base` is the text of the one that the law was made from. */
export function amendedActs(law: AmendingLaw, base: Act): ReadonlyMap<Instruction, Amended> {
  const ofBase = concerns(base, law.amendments)
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

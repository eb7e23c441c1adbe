import type { TextRange } from '../base/range.ts'
import { type UnitId, unitAttrs } from '../schema/act.ts'
import type { CitationWords } from '../tradition/citation.ts'
import type { Profile } from '../tradition/tradition.ts'
import type { ActIndex, PlacedUnit } from './act-index.ts'
import type { Step } from './address.ts'

/** A step of a citation with the units it named, and what they are now, item by item. */
export interface BoundStep {
  readonly step: Step
  readonly was: readonly (readonly PlacedUnit[])[]
  readonly now: readonly (readonly PlacedUnit[])[]
}

/** A citation that is to name the same units in the act as it now is. */
export interface Asked {
  /** The line that holds the citation; all places count in it. */
  readonly text: string
  readonly range: TextRange
  /** The unit that the citation stands in, if it is of the act that is cited. */
  readonly holder: PlacedUnit | undefined
  /** Outermost first. */
  readonly steps: readonly BoundStep[]
  readonly words: CitationWords
  /** Of the act that is cited. */
  readonly profile: Profile
  readonly index: ActIndex
  readonly isOld: (unit: UnitId) => boolean
}

/** Other words for a citation. */
export interface Proposal {
  readonly words: string
  /** Whether grammar leaves no doubt. */
  readonly certain: boolean
  /** `number`: only numbers change; `wording`: nouns, cases or levels too. */
  readonly change: 'number' | 'wording'
  /** What makes it doubtful. */
  readonly doubt?: 'case' | 'agreement'
}

/** The kind that all of the units share, those apart that are named as the first part of themselves. */
export function kindOf(units: readonly PlacedUnit[]) {
  const kinds = new Set(units.filter(({ own }) => !own).map(({ unit }) => unitAttrs(unit).kind))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

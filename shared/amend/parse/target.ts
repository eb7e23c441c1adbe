import type { Address, SpotPart } from '../address.ts'

/** Units or sentences that a command names, with where their words stand in the clause. */
export interface Target {
  readonly start: number
  readonly end: number
  readonly text: string
  /** One for each unit of a list or range; each may still lack the larger units around it. */
  readonly units: readonly Address[]
  /** A sentence of the units. */
  readonly part: SpotPart | null
  readonly namesAct: boolean
  /** The same in a schedule, whose paragraphs number by themselves: "paragraph 9(1)(b)". */
  readonly inAnnex?: readonly Address[]
}

/** What the metadata of a document tells besides the act's own, as elements by where they belong. */
export interface Told {
  readonly events: readonly string[]
  readonly active: readonly string[]
  readonly passive: readonly string[]
  readonly periods: readonly string[]
  readonly references: readonly string[]
  readonly proprietary: readonly string[]
}

export const NOTHING_TOLD: Told = {
  events: [],
  active: [],
  passive: [],
  periods: [],
  references: [],
  proprietary: [],
}

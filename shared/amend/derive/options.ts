import type { UnitId } from '../../schema/act.ts'

/** How a change is worded: by its words, or by the whole unit as it will read. */
export type Granularity = 'minimal' | 'restate'

export interface DeriveOptions {
  /** For units that `granularity` does not name. */
  readonly default: Granularity
  /** By the id of the unit that changed, or of a change of it. */
  readonly granularity: ReadonlyMap<string, Granularity>
  /** Units whose instructions did not prove, and what is tried instead. */
  readonly fallback: ReadonlyMap<UnitId, Fallback>
  /** Whether the act is restated as a whole, because nothing smaller proved. */
  readonly whole: boolean
}

/** `exact`: substitutions with their words around them; `restate`: the unit as a whole. */
export type Fallback = 'exact' | 'restate'

export const MINIMAL: DeriveOptions = {
  default: 'minimal',
  granularity: new Map(),
  fallback: new Map(),
  whole: false,
}

import type { UnitId } from './act.ts'

/**
 * How an amending law says a change: by its words; by the unit's first part alone, where units stand in
 * it («абзац первый изложить …»); or by the whole unit as it will read.
 */
export type Wording = 'minimal' | 'part' | 'restate'

/** How the drafters want changes worded. */
export interface Wordings {
  /** Of units that nobody chose for. */
  readonly default: Exclude<Wording, 'part'>
  readonly units: ReadonlyMap<UnitId, Wording>
}

/** Nobody chose. */
export const MINIMAL_WORDINGS: Wordings = { default: 'minimal', units: new Map() }

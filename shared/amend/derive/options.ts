import type { UnitId } from '../../schema/act.ts'
import { MINIMAL_WORDINGS, type Wordings } from '../../schema/wordings.ts'

export interface DeriveOptions {
  readonly wordings: Wordings
  /** Units whose instructions did not prove, and what is tried instead. */
  readonly fallback: ReadonlyMap<UnitId, Fallback>
  /** Whether the act is restated as a whole, because nothing smaller proved. */
  readonly whole: boolean
  /** Whether what moves is told as a move, only where it stays as it was and its number is free, or goes here and comes there. */
  readonly moves: 'told' | 'plain' | 'apart'
}

/** `exact`: substitutions with their words around them; `restate`: the unit as a whole. */
export type Fallback = 'exact' | 'restate'

export const MINIMAL: DeriveOptions = {
  wordings: MINIMAL_WORDINGS,
  fallback: new Map(),
  whole: false,
  moves: 'apart',
}

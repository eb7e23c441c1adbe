import type { UnitMarkup } from './facts.ts'

/** Foreign markup that still says what the nodes say. */
export interface Kept {
  readonly markup: string
  /** How many blocks it stands for. */
  readonly count: number
}

/** What the frame of a unit says of it; `undefined` if its element cannot be that of the unit. */
export interface KeptFrame {
  readonly frame: string
  /** Absent for blocks that no element holds together. */
  readonly markup: UnitMarkup | undefined
  /** Whether number and state are those of the unit. */
  readonly isExact: boolean
}

import type { Profile } from '../../tradition/tradition.ts'
import type { Spot } from '../address.ts'
import type { ActCitation } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import type { Command } from './command.ts'
import type { Masked } from './masked.ts'

/** A place that clauses below it are about. */
export interface Setting {
  readonly level: number
  readonly spots: readonly Spot[]
  /** The clause opens what is done to an act. */
  readonly opensAct: boolean
  /** It is a table of contents, in which no unit stands. */
  readonly contents: boolean
  /** «Признать утратившими силу:» is said once for the list behind it. */
  readonly deed: Command | undefined
}

/** What is done to one act, while the law is read. */
export interface Amendment {
  readonly act: ActCitation
  readonly profile: Profile
  readonly instructions: Instruction[]
}

/** Characters that an office or a name takes in a signature. */
export const SIGNATURE_LINE = 80

/** A law, and the annexes behind it by number. */
export interface Text {
  readonly masked: Masked
  readonly annexes: ReadonlyMap<string, string>
}

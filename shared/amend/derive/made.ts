import type { UnitId } from '../../schema/act.ts'
import type { Instruction } from '../instruction.ts'

/** An instruction and the unit it is about: the draft's, or the base's that is gone; `null`: the act. */
export interface Made {
  readonly instruction: Instruction
  readonly unit: UnitId | null
  /** Of an instruction on the whole act: the units that it alone changes. */
  readonly units?: readonly UnitId[]
}

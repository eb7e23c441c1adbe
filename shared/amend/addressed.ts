import type { Address } from './address.ts'
import type { Instruction } from './instruction.ts'

/** What an instruction speaks of: the unit it changes, or into which it puts something. */
export function addressOf(instruction: Instruction): Address {
  switch (instruction.kind) {
    case 'insertUnit':
      return instruction.into
    case 'restateAct':
    case 'repealAct':
      return []
    case 'substituteWords':
    case 'insertWords':
    case 'omitWords':
    case 'restateSentence':
    case 'insertSentences':
    case 'omitSentence':
      return instruction.at.unit
    case 'restateHeading':
    case 'restateUnit':
    case 'repealUnit':
    case 'renumberUnit':
    case 'moveUnit':
    case 'nestText':
    case 'insertRow':
    case 'restateRow':
    case 'omitRow':
    case 'suspend':
      return instruction.at
  }
}

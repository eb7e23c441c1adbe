import { countedPart } from '../../citation/ordinal.ts'
import { type Act, isUnit, type Unit, type UnitId, unitAttrs } from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import { type Address, type Spot, type SpotPart, sameAddress } from '../address.ts'
import { addressOf } from '../addressed.ts'
import type { Instruction } from '../instruction.ts'
import { locate } from './locate.ts'
import { nodeAt, type Path } from './tree.ts'

/** What an instruction says when parts and sentences that went before it are counted as in the law in force. */
export type Recounted =
  | { readonly is: 'same' }
  | { readonly is: 'other'; readonly instruction: Instruction }
  /** What it counts is what an earlier one took out. */
  | { readonly is: 'gone'; readonly by: number }

/** An instruction that was done, with its number in the law. */
export interface DoneBefore {
  readonly n: number
  readonly instruction: Instruction
  readonly units: readonly UnitId[]
}

const SAME: Recounted = { is: 'same' }

/**
 * Laws count by the law in force: behind «абзац второй исключить» the third indent still is the third.
 * Where nothing counted went, the counts are those of the text as it is.
 */
export function recounted(
  instruction: Instruction,
  base: Act,
  act: Act,
  history: readonly DoneBefore[],
): Recounted {
  const took = history.filter((one) => takesCounted(one.instruction))
  if (took.length === 0) return SAME
  const sentence = sentenceRecounted(instruction, took)
  if (sentence) return sentence
  const inner = addressOf(instruction)
  const address: Recounted | Address = addressNow(inner, base, act, took)
  if ('is' in address) return address
  const readdressed = sameAddress(address, inner) ? instruction : addressed(instruction, address)
  const placed = placeRecounted(readdressed, instruction, took)
  return placed === instruction ? SAME : { is: 'other', instruction: placed }
}

function takesCounted(instruction: Instruction): boolean {
  if (instruction.kind === 'omitSentence') return true
  const last = instruction.kind === 'repealUnit' ? instruction.at.at(-1) : undefined
  return last !== undefined && 'ordinal' in last
}

/** «второе предложение исключить; в третьем предложении …». */
function sentenceRecounted(
  instruction: Instruction,
  took: readonly DoneBefore[],
): Recounted | undefined {
  const { unit, part } = spotOf(instruction)
  if (part?.kind !== 'sentence' || part.n === 'last') return undefined
  const { n } = part
  const gone = took.flatMap((one) => {
    const other = one.instruction.kind === 'omitSentence' ? one.instruction.at : undefined
    return other?.part?.kind === 'sentence' && sameAddress(other.unit, unit)
      ? [{ by: one.n, n: other.part.n }]
      : []
  })
  const same = gone.find((one) => one.n === n)
  if (same) return { is: 'gone', by: same.by }
  const before = gone.filter((one) => one.n !== 'last' && one.n < n).length
  if (before === 0) return undefined
  return { is: 'other', instruction: addressed(instruction, unit, { ...part, n: n - before }) }
}

/** The address as it is counted now of the unit that it names in the law in force. */
function addressNow(
  address: Address,
  base: Act,
  act: Act,
  took: readonly DoneBefore[],
): Address | Recounted {
  const profile = profileOf(base)
  const now: Address[number][] = []
  for (const [i, step] of address.entries()) {
    const [named, ...more] = locate(base, address.slice(0, i + 1), profile).places
    const unit = named && more.length === 0 && !named.own ? nodeAt(base, named.path) : undefined
    if (!('ordinal' in step) || !unit || !isUnit(unit)) {
      now.push(step)
      continue
    }
    const { id } = unitAttrs(unit)
    const by = took.find((one) => one.instruction.kind === 'repealUnit' && one.units.includes(id))
    if (by && unitOf(act, id) === undefined) return { is: 'gone', by: by.n }
    const [parent] = locate(act, now, profile).places
    const ordinal = parent && countOf(act, parent.path, id, step)
    now.push(ordinal === undefined ? step : { ...step, ordinal })
  }
  return now
}

function unitOf(act: Act, id: UnitId): Unit | undefined {
  let found: Unit | undefined
  act.descendants((node) => {
    if (isUnit(node) && unitAttrs(node).id === id) found = node
    return found === undefined
  })
  return found
}

function countOf(
  act: Act,
  parent: Path,
  id: UnitId,
  { kind }: Address[number],
): number | undefined {
  const node = nodeAt(act, parent)
  if (!node) return undefined
  for (let n = 1; n <= node.childCount + 1; n++) {
    const part = countedPart(node, n, [kind])
    if (part && part !== node && unitAttrs(part).id === id) return n
  }
  return undefined
}

/** «абзац второй исключить; дополнить абзацем пятым»: it stands behind the fourth of the law in force. */
function placeRecounted(
  instruction: Instruction,
  said: Instruction,
  took: readonly DoneBefore[],
): Instruction {
  if (instruction.kind !== 'insertUnit' || instruction.place.by !== 'ordinal') return instruction
  const { n } = instruction.place
  const before = took.filter(({ instruction: one }) => {
    const last = one.kind === 'repealUnit' ? one.at.at(-1) : undefined
    return (
      one.kind === 'repealUnit' &&
      last !== undefined &&
      'ordinal' in last &&
      last.ordinal < n &&
      sameAddress(one.at.slice(0, -1), addressOf(said))
    )
  }).length
  return before === 0 ? instruction : { ...instruction, place: { by: 'ordinal', n: n - before } }
}

function spotOf(instruction: Instruction): Spot {
  switch (instruction.kind) {
    case 'substituteWords':
    case 'insertWords':
    case 'omitWords':
    case 'restateSentence':
    case 'omitSentence':
      return instruction.at
    case 'insertSentences':
    case 'restateHeading':
    case 'restateUnit':
    case 'restateAct':
    case 'insertUnit':
    case 'repealUnit':
    case 'repealAct':
    case 'renumberUnit':
    case 'nestText':
    case 'moveUnit':
    case 'insertRow':
    case 'restateRow':
    case 'omitRow':
    case 'suspend':
      return { unit: addressOf(instruction) }
  }
}

function addressed(instruction: Instruction, address: Address, part?: SpotPart): Instruction {
  switch (instruction.kind) {
    case 'insertUnit':
      return { ...instruction, into: address }
    case 'restateAct':
    case 'repealAct':
      return instruction
    case 'substituteWords':
    case 'insertWords':
    case 'omitWords':
    case 'restateSentence':
    case 'insertSentences':
    case 'omitSentence':
      return {
        ...instruction,
        at: { ...instruction.at, unit: address, ...(part ? { part } : {}) },
      }
    default:
      return { ...instruction, at: address }
  }
}

import { type NamedUnit, pathInWords } from '../../citation/place.ts'
import type { Act, UnitId } from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Address, AddressStep } from '../address.ts'
import type { Instruction } from '../instruction.ts'
import type { Outcome } from '../outcome.ts'
import type { ParsedCommand, ParsedLaw } from '../parse/parse.ts'
import { concerns } from './concerns.ts'
import { changed, type Done, type Refused } from './done.ts'
import { restateAct, restateHeading, restateUnit } from './restate.ts'
import { insertRow, omitRow, restateRow } from './rows.ts'
import { insertSentences, omitSentence, restateSentence } from './sentences.ts'
import { unitFor } from './spot.ts'
import { insertUnit, moveUnit, renumberUnit, repealUnit } from './units.ts'
import { insertWords, omitWords, substituteWords } from './words.ts'

export interface ApplyOptions {
  /** Gives the id of a new unit on each call. */
  readonly newId: () => UnitId
}

/** One instruction on the act, without regard to others. */
export function applyInstruction(
  act: Act,
  instruction: Instruction,
  { newId }: ApplyOptions,
): Done {
  switch (instruction.kind) {
    case 'substituteWords':
      return substituteWords(act, instruction)
    case 'insertWords':
      return insertWords(act, instruction)
    case 'omitWords':
      return omitWords(act, instruction)
    case 'restateSentence':
      return restateSentence(act, instruction)
    case 'insertSentences':
      return insertSentences(act, instruction)
    case 'omitSentence':
      return omitSentence(act, instruction)
    case 'restateHeading':
      return restateHeading(act, instruction)
    case 'restateUnit':
      return restateUnit(act, instruction, newId)
    case 'restateAct':
      return restateAct(act, instruction, newId)
    case 'insertUnit':
      return insertUnit(act, instruction, newId)
    case 'repealUnit':
      return repealUnit(act, instruction)
    case 'repealAct':
      return changed(act, [], 'The act loses force as a whole; its text was left.')
    case 'renumberUnit':
      return renumberUnit(act, instruction)
    case 'moveUnit':
      return moveUnit(act, instruction)
    case 'insertRow':
      return insertRow(act, instruction)
    case 'restateRow':
      return restateRow(act, instruction)
    case 'omitRow':
      return omitRow(act, instruction)
    case 'suspend':
      return suspended(act, instruction.at)
  }
}

/** Suspended law keeps its text. */
function suspended(act: Act, at: Address): Done {
  const found = unitFor(act, at)
  return found.ok ? changed(act, [], found.doubt) : found
}

export interface Applied {
  readonly act: Act
  /** One for each command of the law, in its order. */
  readonly outcomes: readonly Outcome[]
  /** Numbers of the commands that amend other acts than this. */
  readonly elsewhere: readonly number[]
}

/**
 * What becomes of the act by the law: each instruction on the text that those before it left. What
 * cannot be done without a guess is not done and told. Instructions of other acts are left alone.
 */
export function applyLaw(base: Act, parsed: ParsedLaw, options: ApplyOptions): Applied {
  const here = concerns(base, parsed.law.amendments)
  const history: Earlier[] = []
  const outcomes: Outcome[] = []
  const elsewhere: number[] = []
  let act = base
  for (const command of parsed.commands) {
    if (!here.has(command.amendment)) {
      elsewhere.push(command.n)
      outcomes.push(ofOtherAct(command, parsed))
      continue
    }
    const { outcome, after, done } = step(base, act, command, history, options)
    outcomes.push(outcome)
    act = after
    if (done) history.push(done)
  }
  return { act, outcomes, elsewhere }
}

/** {@link applyLaw} for instructions that are at hand as values. */
export function applyInstructions(
  base: Act,
  instructions: readonly Instruction[],
  options: ApplyOptions,
): Omit<Applied, 'elsewhere'> {
  const history: Earlier[] = []
  const outcomes: Outcome[] = []
  let act = base
  for (const [i, instruction] of instructions.entries()) {
    const command = { n: i + 1, instruction, amendment: 0, range: { start: 0, end: 0 }, text: '' }
    const { outcome, after, done } = step(base, act, command, history, options)
    outcomes.push(outcome)
    act = after
    if (done) history.push(done)
  }
  return { act, outcomes }
}

/** An instruction that was done, and the act as it left it. */
interface Earlier {
  readonly n: number
  readonly instruction: Instruction
  readonly units: readonly UnitId[]
}

interface Step {
  readonly outcome: Outcome
  readonly after: Act
  readonly done?: Earlier
}

function step(
  base: Act,
  act: Act,
  command: ParsedCommand,
  history: readonly Earlier[],
  options: ApplyOptions,
): Step {
  const { n, instruction, text } = command
  if (!instruction) {
    const reason = 'These words were not understood as an instruction. Do it by hand.'
    return {
      outcome: {
        n,
        instruction,
        text,
        units: [],
        at: '',
        reason,
        outcome: 'not-found',
        nearest: null,
      },
      after: act,
    }
  }
  const at = pathInWords(profileOf(base), addressOf(instruction).map(namedUnit))
  const told = { n, instruction, text, at }
  const done = applyInstruction(act, instruction, options)
  if (!done.ok) {
    const earlier = conflictWith(base, instruction, done, history, options)
    if (earlier !== undefined) {
      const reason = `${done.reason} Instruction ${earlier} changed it before.`
      return {
        outcome: { ...told, units: done.units, reason, outcome: 'conflict', with: earlier },
        after: act,
      }
    }
    return { outcome: refusal(told, done), after: act }
  }
  const again = overwritten(instruction, done.units, history)
  if (again !== undefined) {
    const reason = `Instruction ${again} stated the same unit otherwise before.`
    return {
      outcome: { ...told, units: done.units, reason, outcome: 'conflict', with: again },
      after: act,
    }
  }
  const outcome: Outcome =
    done.doubt === ''
      ? { ...told, units: done.units, reason: '', outcome: 'applied' }
      : { ...told, units: done.units, reason: done.doubt, outcome: 'applied-check' }
  return { outcome, after: done.act, done: { n, instruction, units: done.units } }
}

function namedUnit(step: AddressStep): NamedUnit {
  return 'label' in step ? { ...step, ordinal: null } : { ...step, label: null }
}

type Told = Pick<Outcome, 'n' | 'instruction' | 'text' | 'at'>

function refusal(told: Told, { why, reason, candidates, units }: Refused): Outcome {
  const common = { ...told, units, reason }
  if (why === 'not-found')
    return { ...common, outcome: 'not-found', nearest: candidates[0] ?? null }
  return { ...common, outcome: 'ambiguous', candidates }
}

function ofOtherAct(
  { n, instruction, text, amendment }: ParsedCommand,
  { law }: ParsedLaw,
): Outcome {
  const title = law.amendments[amendment]?.act.title ?? ''
  const reason = `It amends another act: “${title}”.`
  return { n, instruction, text, units: [], at: '', reason, outcome: 'not-found', nearest: null }
}

/** The earlier instruction without which this one could be done: it took away what this one needs. */
function conflictWith(
  base: Act,
  instruction: Instruction,
  done: Refused,
  history: readonly Earlier[],
  options: ApplyOptions,
): number | undefined {
  if (done.why === 'taken') {
    const unit = done.units[0]
    return history.findLast((earlier) => unit !== undefined && earlier.units.includes(unit))?.n
  }
  if (history.length === 0 || !applyInstruction(base, instruction, options).ok) return undefined
  const at = addressOf(instruction)
  const touching = history.filter((earlier) => isRelated(addressOf(earlier.instruction), at))
  return touching.at(-1)?.n
}

/** Whether one address names the unit of the other, or one around it. */
function isRelated(a: Address, b: Address): boolean {
  const shorter = Math.min(a.length, b.length)
  return a.slice(0, shorter).every((one, i) => JSON.stringify(one) === JSON.stringify(b[i]))
}

/** An earlier restatement or repeal of the very unit that this one restates. */
function overwritten(
  instruction: Instruction,
  units: readonly UnitId[],
  history: readonly Earlier[],
): number | undefined {
  if (instruction.kind !== 'restateUnit') return undefined
  return history.find(
    (earlier) =>
      earlier.instruction.kind === 'restateUnit' &&
      earlier.units.some((id) => units.includes(id)) &&
      JSON.stringify(earlier.instruction.at) === JSON.stringify(instruction.at) &&
      JSON.stringify(earlier.instruction.unit) !== JSON.stringify(instruction.unit),
  )?.n
}

/** The unit that an instruction is about, or that it puts something into. */
export function addressOf(instruction: Instruction): Address {
  switch (instruction.kind) {
    case 'substituteWords':
    case 'insertWords':
    case 'omitWords':
    case 'restateSentence':
    case 'insertSentences':
    case 'omitSentence':
      return instruction.at.unit
    case 'insertUnit':
      return instruction.into
    case 'restateAct':
    case 'repealAct':
      return []
    case 'restateHeading':
    case 'restateUnit':
    case 'repealUnit':
    case 'renumberUnit':
    case 'moveUnit':
    case 'insertRow':
    case 'restateRow':
    case 'omitRow':
    case 'suspend':
      return instruction.at
  }
}

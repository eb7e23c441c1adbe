import { problem, type Saying, sayingChangedBefore } from '../../base/problem.ts'
import type { Act, UnitId } from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import { type Address, sameAddress } from '../address.ts'
import { addressOf } from '../addressed.ts'
import type { Instruction } from '../instruction.ts'
import type { Outcome } from '../outcome.ts'
import type { ParsedCommand, ParsedLaw } from '../parse/kept.ts'
import { inWords, piecesOf } from '../wording/place.ts'
import { tongueOf } from '../wording/tongue.ts'
import { concerns } from './concerns.ts'
import { changed, type Done, type Refused } from './done.ts'
import { nestText } from './nest.ts'
import { type DoneBefore, type Recounted, recounted } from './recount.ts'
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
      return changed(act, [], problem('amend/repeals-act'))
    case 'renumberUnit':
      return renumberUnit(act, instruction)
    case 'moveUnit':
      return moveUnit(act, instruction)
    case 'nestText':
      return nestText(act, instruction, newId)
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
  const fits = (one: Instruction) => applyInstruction(base, one, options).ok
  const { amendments: here, doubt } = concerns(base, parsed.law.amendments, fits)
  const run = new Run(base, options)
  const outcomes = parsed.commands.map((command) =>
    here.has(command.amendment) ? doubted(run.next(command), doubt) : ofOtherAct(command, parsed),
  )
  const elsewhere = parsed.commands.filter(({ amendment }) => !here.has(amendment))
  return { act: run.act, outcomes, elsewhere: elsewhere.map(({ n }) => n) }
}

function doubted(outcome: Outcome, doubt: Saying | undefined): Outcome {
  if (!doubt || outcome.outcome !== 'applied') return outcome
  return { ...outcome, outcome: 'applied-check', reason: doubt }
}

/** {@link applyLaw} for instructions that are at hand as values. */
export function applyInstructions(
  base: Act,
  instructions: readonly Instruction[],
  options: ApplyOptions,
): Omit<Applied, 'elsewhere'> {
  const run = new Run(base, options)
  const outcomes = instructions.map((instruction, i) =>
    run.next({ n: i + 1, instruction, unread: null, text: '' }),
  )
  return { act: run.act, outcomes }
}

/** Instructions of one law, one after the other. */
class Run {
  /** As those before left it. */
  act: Act
  private readonly base: Act
  private readonly options: ApplyOptions
  private readonly history: DoneBefore[] = []

  constructor(base: Act, options: ApplyOptions) {
    this.act = base
    this.base = base
    this.options = options
  }

  next(command: Pick<ParsedCommand, 'n' | 'instruction' | 'unread' | 'text'>): Outcome {
    const { n, instruction, unread, text } = command
    if (!instruction) return notUnderstood(n, text, unread)
    const tongue = tongueOf(profileOf(this.base))
    const at = inWords(tongue, piecesOf(tongue, addressOf(instruction)), 'nominative')
    const counted = recounted(instruction, this.base, this.act, this.history)
    if (counted.is === 'gone') {
      const reason = problem('amend/taken-before', { n: counted.by })
      const told = { n, instruction, text, at, units: [], reason }
      return { ...told, outcome: 'conflict', with: counted.by }
    }
    const done = this.doneAsCounted(instruction, counted)
    const told = { n, instruction, text, at, units: done.units }
    const earlier = done.ok
      ? overwritten(instruction, done.units, this.history)
      : this.conflictWith(instruction, done)
    if (earlier !== undefined) {
      const reason = done.ok
        ? problem('amend/stated-before', { n: earlier })
        : sayingChangedBefore(done.reason, earlier)
      return { ...told, reason, outcome: 'conflict', with: earlier }
    }
    if (!done.ok) return refusal(told, done)
    this.act = done.act
    this.history.push({ n, instruction, units: done.units })
    const { doubt } = done
    return { ...told, reason: doubt ?? null, outcome: doubt ? 'applied-check' : 'applied' }
  }

  /** By the counts of the law in force, where that can be done; else by those of the text as it is. */
  private doneAsCounted(instruction: Instruction, counted: Recounted): Done {
    if (counted.is !== 'other') return applyInstruction(this.act, instruction, this.options)
    const done = applyInstruction(this.act, counted.instruction, this.options)
    if (!done.ok) return applyInstruction(this.act, instruction, this.options)
    return { ...done, doubt: done.doubt ?? problem('amend/counted-as-in-force') }
  }

  /** The earlier instruction without which this one could be done: it took away what this one needs. */
  private conflictWith(instruction: Instruction, { why, units }: Refused): number | undefined {
    const { base, history, options } = this
    if (why === 'taken') {
      const [unit] = units
      return history.findLast((one) => unit !== undefined && one.units.includes(unit))?.n
    }
    if (history.length === 0 || !applyInstruction(base, instruction, options).ok) return undefined
    const at = addressOf(instruction)
    return history.findLast((one) => isRelated(addressOf(one.instruction), at))?.n
  }
}

function notUnderstood(n: number, text: string, reason: Saying | null): Outcome {
  const told = { n, instruction: null, text, units: [], at: '', reason }
  return { ...told, outcome: 'not-found', nearest: null }
}

type Told = Pick<Outcome, 'n' | 'instruction' | 'text' | 'at' | 'units'>

function refusal(told: Told, { why, reason, candidates }: Refused): Outcome {
  if (why === 'not-found')
    return { ...told, reason, outcome: 'not-found', nearest: candidates[0] ?? null }
  return { ...told, reason, outcome: 'ambiguous', candidates }
}

function ofOtherAct(
  { n, instruction, text, amendment }: ParsedCommand,
  { law }: ParsedLaw,
): Outcome {
  const title = law.amendments[amendment]?.act.title ?? ''
  const reason =
    title === '' ? problem('amend/other-act:untitled') : problem('amend/other-act', { title })
  return { n, instruction, text, units: [], at: '', reason, outcome: 'not-found', nearest: null }
}

/** Whether one address names the unit of the other, or one around it. */
function isRelated(a: Address, b: Address): boolean {
  const shorter = Math.min(a.length, b.length)
  return sameAddress(a.slice(0, shorter), b.slice(0, shorter))
}

/** An earlier restatement or repeal of the very unit that this one restates. */
function overwritten(
  instruction: Instruction,
  units: readonly UnitId[],
  history: readonly DoneBefore[],
): number | undefined {
  if (instruction.kind !== 'restateUnit') return undefined
  return history.find(
    (earlier) =>
      earlier.instruction.kind === 'restateUnit' &&
      earlier.units.some((id) => units.includes(id)) &&
      sameAddress(earlier.instruction.at, instruction.at) &&
      JSON.stringify(earlier.instruction.unit) !== JSON.stringify(instruction.unit),
  )?.n
}

import { assert } from '../../base/assert.ts'
import type { UnitKind } from '../../schema/kind.ts'
import type { ClauseName } from '../../tradition/phrases.ts'
import { type Address, type AddressStep, sameAddress } from '../address.ts'
import type { InsertUnit, Instruction, MoveUnit, Suspend, UnitPlace } from '../instruction.ts'
import type { Clause } from './clause.ts'
import { dateInWords } from './date.ts'
import { type Piece, rowPiece, siblingsPiece, tablePiece } from './place.ts'
import { cellsText, unitsText } from './quote-text.ts'
import { type Saying, sayingOf, slotOf } from './saying.ts'
import { filled, type Slot, type Tongue } from './tongue.ts'
import { wordsClause } from './words-clause.ts'

/**
 * The clause of one instruction, or of several that one clause can say. `context`: the units that a
 * lead-in named before.
 */
export function clauseOf(tongue: Tongue, run: readonly Instruction[], context: Address): Clause {
  const [first] = run
  assert(first !== undefined, 'a clause says something')
  const memo = known.get(first)
  if (
    memo?.tongue === tongue &&
    memo.run.length === run.length &&
    memo.run.every((one, i) => one === run[i]) &&
    sameAddress(memo.context, context)
  )
    return memo.clause
  const clause = saidAnew(tongue, run, context)
  known.set(first, { tongue, run, context, clause })
  return clause
}

interface Memo {
  readonly tongue: Tongue
  readonly run: readonly Instruction[]
  readonly context: Address
  readonly clause: Clause
}

/** An instruction that stays is said as it was. */
const known = new WeakMap<Instruction, Memo>()

function saidAnew(tongue: Tongue, run: readonly Instruction[], context: Address): Clause {
  const [first] = run
  assert(first !== undefined, 'a clause says something')
  const saying = sayingOf(tongue, context)
  const { inner, place, say, siblings } = saying
  switch (first.kind) {
    case 'substituteWords':
    case 'insertWords':
    case 'omitWords': {
      const units = run.flatMap((one) => (one.kind === first.kind ? [one.at.unit] : []))
      return wordsClause(
        units.length > 1 ? { ...saying, spot: () => unitsSlot(saying, units) } : saying,
        first,
      )
    }
    case 'restateSentence':
    case 'insertSentences':
    case 'omitSentence':
    case 'restateHeading':
      return wordsClause(saying, first)
    case 'restateUnit': {
      const runs = run.filter((one) => one.kind === 'restateUnit')
      const units = siblings(
        runs.map(({ at }) => lastStep(at)),
        first.at.slice(0, -1),
      )
      const clause = say('restateUnits', { units }, unitsText(runs.map(({ unit }) => unit)))
      if (!mayBeAnnexed(first)) return clause
      return {
        ...clause,
        annexed: (n) => say('restateAnnexed', { units, annex: annexSlot(tongue, n) }, null).text,
      }
    }
    case 'restateAct':
      return say('restateAct', {}, unitsText(first.units))
    case 'insertUnit': {
      const runs = run.filter((one) => one.kind === 'insertUnit')
      const units = slotOf(tongue, [siblingsPiece(tongue, insertedSteps(runs))])
      const sibling = siblingSlot(tongue, first.place)
      const quote = unitsText(runs.map(({ unit }) => unit))
      const slots = { unit: place(first.into), units, sibling }
      const clause = say(insertionName(first.place), slots, quote)
      if (!mayBeAnnexed(first)) return clause
      return {
        ...clause,
        annexed: (n) => say('insertAnnexed', { units, annex: annexSlot(tongue, n) }, null).text,
      }
    }
    case 'repealUnit': {
      const runs = run.filter((one) => one.kind === 'repealUnit')
      // What is counted goes the last first, and is named in its order.
      const steps = runs.map(({ at }) => lastStep(at)).toSorted(byCount)
      const units = siblings(steps, first.at.slice(0, -1), 'ranged')
      const lost = lostForce(tongue, steps)
      return say(first.how === 'exclude' ? 'exclude' : 'loseForce', { units, lost }, null)
    }
    case 'repealAct':
      return say('repealAct', {}, null)
    case 'renumberUnit': {
      const step = lastStep(first.at)
      const units = siblings([step], first.at.slice(0, -1))
      const to = slotOf(tongue, [siblingsPiece(tongue, [{ kind: step.kind, label: first.to }])])
      return say('renumber', { units, to }, null)
    }
    case 'nestText': {
      const to = slotOf(tongue, [siblingsPiece(tongue, [first.as])])
      return say('nestText', { unit: place(first.at), to }, null)
    }
    case 'moveUnit':
      return say(moveName(first.place), moveSlots(tongue, first, siblings, place), null)
    case 'insertRow': {
      const slots = { table: tableSlot(tongue, inner(first.at), first.table) }
      const quote = cellsText(first.cells)
      if (first.after === null) return say('insertRowFirst', slots, quote)
      const row = slotOf(tongue, [rowPiece(tongue, first.after)])
      return say('insertRow', { ...slots, row }, quote)
    }
    case 'restateRow':
    case 'omitRow': {
      const table = [...inner(first.at), tablePiece(tongue, first.table)]
      const slots = { row: slotOf(tongue, [...table, rowPiece(tongue, first.row)]) }
      if (first.kind === 'omitRow') return say('omitRow', slots, null)
      return say('restateRow', slots, cellsText(first.cells))
    }
    case 'suspend':
      return say(suspension(first), suspensionSlots(tongue, first, siblings), null)
  }
}

function byCount(a: AddressStep, b: AddressStep): number {
  return 'ordinal' in a && 'ordinal' in b ? a.ordinal - b.ordinal : 0
}

/** Units of one unit in which the same is done. */
function unitsSlot({ siblings }: Saying, units: readonly Address[]): Slot {
  return siblings(units.map(lastStep), units[0]?.slice(0, -1) ?? [], 'ranged')
}

function annexSlot({ phrases }: Tongue, n: string): string {
  const { one = '', many = '' } = phrases.law.annex ?? {}
  return filled(n === '' ? one : many, { n })
}

/** Whether what comes is an annex of the act, which may stand behind the law. */
export function mayBeAnnexed(instruction: Instruction): boolean {
  if (instruction.kind !== 'restateUnit' && instruction.kind !== 'insertUnit') return false
  if (instruction.unit.kind !== 'annex') return false
  return instruction.kind === 'restateUnit'
    ? instruction.at.length === 1
    : instruction.into.length === 0 && instruction.place.by === 'number'
}

function tableSlot(tongue: Tongue, pieces: readonly Piece[], table: number): Slot {
  return slotOf(tongue, [...pieces, tablePiece(tongue, table)])
}

function lastStep(address: Address): AddressStep {
  const step = address.at(-1)
  assert(step !== undefined, 'the act as a whole is no unit')
  return step
}

/** What new units are called: by their numbers, else counted as the place says. */
function insertedSteps(run: readonly InsertUnit[]): readonly AddressStep[] {
  return run.map(({ unit, place }, i): AddressStep => {
    const { kind, label } = unit
    if (label !== null) return { kind, label }
    return { kind, ordinal: place.by === 'ordinal' ? place.n : i + 1 }
  })
}

function insertionName(place: UnitPlace): ClauseName {
  switch (place.by) {
    case 'number':
    case 'ordinal':
      return 'insertUnits'
    case 'after':
      return 'insertUnitsAfter'
    case 'before':
      return 'insertUnitsBefore'
    case 'start':
      return 'insertUnitsStart'
    case 'end':
      return 'insertUnitsEnd'
  }
}

function moveName(place: UnitPlace): ClauseName {
  switch (place.by) {
    case 'number':
    case 'ordinal':
      return 'move'
    case 'after':
      return 'moveAfter'
    case 'before':
      return 'moveBefore'
    case 'start':
      return 'moveStart'
    case 'end':
      return 'moveEnd'
  }
}

function siblingSlot(tongue: Tongue, place: UnitPlace): Slot {
  if (place.by !== 'after' && place.by !== 'before') return ''
  return slotOf(tongue, [siblingsPiece(tongue, [place.step])])
}

/** A unit that stays with its parent is moved without naming the parent again. */
function moveSlots(
  tongue: Tongue,
  { at, into, place, to }: MoveUnit,
  siblings: (steps: readonly AddressStep[], parent: Address) => Slot,
  inner: (address: Address) => Slot,
): Readonly<Record<string, Slot>> {
  const parent = at.slice(0, -1)
  const kind: UnitKind = lastStep(at).kind
  const stays = JSON.stringify(parent) === JSON.stringify(into)
  const step: AddressStep | undefined =
    to !== null
      ? { kind, label: to }
      : place.by === 'ordinal'
        ? { kind, ordinal: place.n }
        : undefined
  return {
    units: siblings([lastStep(at)], parent),
    into: stays ? '' : inner(into),
    to: step ? slotOf(tongue, [siblingsPiece(tongue, [step])]) : '',
    sibling: siblingSlot(tongue, place),
  }
}

/** «утратившим», agreeing with what loses force. */
function lostForce({ phrases, ...tongue }: Tongue, steps: readonly AddressStep[]): string {
  const forms = phrases.lost
  if (!forms) return ''
  if (steps.length > 1) return forms.many
  const { noun } = siblingsPiece({ phrases, ...tongue }, steps)
  return forms[noun.gender]
}

function suspension({ from, until }: Suspend): ClauseName {
  if (until !== null) return 'suspendUntil'
  return from === null ? 'suspend' : 'suspendFrom'
}

function suspensionSlots(
  tongue: Tongue,
  { at, from, until }: Suspend,
  siblings: (steps: readonly AddressStep[], parent: Address) => Slot,
): Readonly<Record<string, Slot>> {
  const date = (iso: string | null): Slot =>
    iso === null ? '' : (grammatical) => dateInWords(tongue.phrases, iso, grammatical)
  return {
    units: siblings([lastStep(at)], at.slice(0, -1)),
    from: date(from),
    until: date(until),
  }
}

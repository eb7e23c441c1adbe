import { sameTime } from '../../schema/in-force.ts'
import type { GrammaticalCase } from '../../tradition/declension.ts'
import { type Address, sameAddress, sameStep } from '../address.ts'
import { addressOf } from '../addressed.ts'
import type { ActAmendment, AmendingLaw } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import type { Clause } from './clause.ts'
import { clauseOf, mayBeAnnexed } from './clauses.ts'
import { inWords, piecesOf } from './place.ts'
import { runsOf } from './runs.ts'
import { filled, type Tongue } from './tongue.ts'

/** One item of the list of what is done to an act: a clause, or a lead-in with items under it. */
export type Item =
  | { readonly clause: Clause; readonly instructions: readonly Instruction[] }
  | { readonly lead: string; readonly items: readonly Item[] }

export interface Nesting {
  /** The units that lead-ins named before. */
  readonly context?: Address
  /** How many lead-ins may stand one in the other: under the article, and under one unit in it. */
  readonly depth: number
  /** What comes into force at times of its own, and so stands in items of its own. */
  readonly times?: ActAmendment['times']
  /** Whether each annex is told by itself, as it stands behind the law. */
  readonly annexes?: AmendingLaw['annexes']
}

/**
 * What is done to an act as law lists it: neighbors that speak of one article stand under it, and in it
 * those that speak of one unit under that.
 */
export function itemsOf(
  tongue: Tongue,
  instructions: readonly Instruction[],
  { context = [], depth, times, annexes }: Nesting,
): readonly Item[] {
  const items: Item[] = []
  const atOnce = (a: Instruction, b: Instruction) =>
    sameTime(times?.get(a) ?? null, times?.get(b) ?? null)
  // Lines in a lead-in of the last level have no numbers, by which a time could be said of them.
  const mayGroup = depth > 1 ? () => true : atOnce
  const mayJoin = (a: Instruction, b: Instruction) =>
    atOnce(a, b) && !(annexes === 'behind' && mayBeAnnexed(b))
  for (const group of groupsOf(runsOf(instructions, mayJoin), context, mayGroup)) {
    const [first] = group
    if (!first) continue
    const lead = depth > 0 ? leadOf(tongue, group, context) : undefined
    if (lead) {
      const apart = { ...(times ? { times } : {}), ...(annexes ? { annexes } : {}) }
      const nesting = { context: lead, depth: depth - 1, ...apart }
      const inner = itemsOf(tongue, group.flat(), nesting)
      items.push({ lead: leadIn(tongue, lead.slice(context.length)), items: inner })
    } else {
      for (const run of group)
        items.push({ clause: clauseOf(tongue, run, context), instructions: run })
    }
  }
  return items
}

type Run = readonly Instruction[]

/** Neighboring runs whose units share the first step behind the context. */
function groupsOf(
  runs: readonly Run[],
  context: Address,
  mayGroup: (a: Instruction, b: Instruction) => boolean,
): readonly (readonly Run[])[] {
  const groups: Run[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    const step = stepBehind(run, context)
    const [opens, next] = [group?.[0]?.[0], run[0]]
    const before = group?.[0] && stepBehind(group[0], context)
    const isAllowed = opens !== undefined && next !== undefined && mayGroup(opens, next)
    if (group && step && before && isAllowed && sameStep(before, step)) group.push(run)
    else groups.push([run])
  }
  return groups
}

function stepBehind([first]: Run, context: Address) {
  const address = first ? addressOf(first) : []
  return sameAddress(address.slice(0, context.length), context)
    ? address[context.length]
    : undefined
}

/** The unit that a lead-in names for all of a group: only where it says less than each for itself. */
function leadOf({ phrases }: Tongue, group: readonly Run[], context: Address): Address | undefined {
  const first = group[0]?.[0]
  if (!first || group.length < 2) return undefined
  let lead: Address | undefined
  for (const one of addressOf(first).slice(context.length)) {
    const longer: Address = [...(lead ?? context), one]
    if (!group.every((each) => speaksIn(each, longer))) break
    if (!phrases.leadsCounted && group.some((each) => isCountedIn(each, longer))) break
    lead = longer
  }
  return lead
}

/** Whether each of a run can be said behind the lead-in: a unit that goes as a whole cannot. */
function speaksIn(run: Run, lead: Address): boolean {
  return run.every((one) => {
    const isWhole =
      one.kind === 'restateUnit' ||
      one.kind === 'repealUnit' ||
      one.kind === 'renumberUnit' ||
      one.kind === 'moveUnit' ||
      one.kind === 'suspend'
    const leaves = one.kind === 'moveUnit' && !sameAddress(one.into.slice(0, lead.length), lead)
    const address = addressOf(one)
    const isIn = sameAddress(address.slice(0, lead.length), lead)
    return isIn && !leaves && address.length >= lead.length + (isWhole ? 1 : 0)
  })
}

/** Whether a run speaks of a counted part right in the unit that the lead-in names. */
function isCountedIn([first]: Run, lead: Address): boolean {
  const next = first && addressOf(first)[lead.length]
  const place = first?.kind === 'insertUnit' ? first.place.by === 'ordinal' : false
  return place || (next !== undefined && 'ordinal' in next)
}

function leadIn(tongue: Tongue, address: Address): string {
  const unit = (grammatical: GrammaticalCase) =>
    inWords(tongue, piecesOf(tongue, address), grammatical)
  return filled(tongue.phrases.leadIn, { unit })
}

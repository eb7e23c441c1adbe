import { problem, type Saying } from '../../base/problem.ts'
import { lexiconFor } from '../../citation/lexicon.ts'
import { ordinalAt } from '../../citation/scan.ts'
import { tokensOf } from '../../citation/token.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Spot } from '../address.ts'
import type { Occurrence } from '../instruction.ts'
import type { Command, NamedTarget, RoledQuote } from './command.ts'
import { headingBeside } from './heading-beside.ts'
import { inContext } from './targets.ts'

export interface Reading {
  readonly command: Command
  readonly context: readonly Spot[]
  readonly profile: Profile
  readonly words: DirectiveWords
  /** What is changed: one for each unit named, or the context. */
  readonly spots: readonly Spot[]
}

/** The places that targets name, each with the larger units around it. */
export function spotsOf(
  { targets, lead, words: all }: Pick<Command, 'targets' | 'lead' | 'words'>,
  context: readonly Spot[],
  profile: Profile,
  words: DirectiveWords,
): readonly Spot[] {
  const objects = targets.filter(({ role }) => role === 'object')
  const outside = blanked(all, targets)
  const base = context.length > 0 ? context : [{ unit: [] }]
  let spots = [...under(objects, base, profile, words)]
  if (words.preamble.test(outside)) spots = [{ unit: [{ kind: 'preamble', ordinal: 1 }] }]
  if (spots.length === 0) spots = [...base]
  if (words.leadText.test(outside))
    spots = spots.map(({ unit }) => ({ unit: [...unit, { kind: 'alinea', ordinal: 1 }] }))
  const said = blanked(lead, targets)
  const part = partOf(said, words)
  const apart = distinct(spots)
  if (!part) return apart
  const headed = part.kind === 'heading' ? headingBeside(said, objects, words) : undefined
  if (!headed) return apart.map(({ unit }) => ({ unit, part }))
  const { holder, others, isThroughout } = headed
  const around = holder ? under([holder], base, profile, words) : base
  const beside = under(others, around, profile, words)
  const owners = holder
    ? around
    : isThroughout && others.length > 0
      ? beside
      : articlesOf(beside, profile)
  const headings = (owners.length > 0 ? owners : base).map(({ unit }): Spot => ({ unit, part }))
  return distinct([...headings, ...(others.length > 0 ? beside : around)])
}

/** The articles of the places, each by itself. */
function articlesOf(spots: readonly Spot[], profile: Profile): readonly Spot[] {
  return spots.flatMap(({ unit }) => {
    const at = unit.findIndex(({ kind }) => styleOf(profile, kind)?.series === 'act')
    return at >= 0 ? [{ unit: unit.slice(0, at + 1) }] : []
  })
}

/** The units and sentences that targets name under each place of the context. */
function under(
  objects: readonly NamedTarget[],
  base: readonly Spot[],
  profile: Profile,
  words: DirectiveWords,
): readonly Spot[] {
  const around = base.length > 0 ? base : [{ unit: [] }]
  let spots: Spot[] = []
  let outer = around
  for (const [i, target] of objects.entries()) {
    const before = objects[i - 1]
    if (before && before.start === target.start) {
      // Of one list with the sentence before: it stands in the same units.
    } else if (target.nests && spots.length > 0) {
      outer = spots.slice(-Math.max(1, lastCount(objects, i)))
      spots = spots.slice(0, spots.length - outer.length)
    } else if (!target.nests && !isBare(target)) outer = around
    spots.push(...outer.flatMap((spot) => placed(target, spot, profile, words)))
  }
  return spots
}

/** "(3)" in "subsections (2) and (3)": it stands where the one before it does. */
function isBare({ text }: NamedTarget): boolean {
  return text.startsWith('(')
}

/** The spots in which a command changes what it names: of the units that are amended "by striking" it. */
export function heldIn(
  { targets }: Command,
  context: readonly Spot[],
  profile: Profile,
  words: DirectiveWords,
): readonly Spot[] {
  const holders = targets.flatMap((target) =>
    target.role === 'holder' ? [{ ...target, role: 'object' as const }] : [],
  )
  if (holders.length === 0) return context
  return spotsOf({ targets: holders, lead: '', words: '' }, context, profile, words)
}

/** The command without the units that hold what it changes. */
export function withoutHolders(command: Command): Command {
  const holders = command.targets.filter(({ role }) => role === 'holder')
  return {
    ...command,
    lead: blanked(command.lead, holders),
    words: blanked(command.words, holders),
    targets: command.targets.filter(({ role }) => role !== 'holder'),
  }
}

/** Each place once: several contexts may lend nothing to one path. */
function distinct(spots: readonly Spot[]): Spot[] {
  if (spots.length < 2) return [...spots]
  return [...new Map(spots.map((spot) => [JSON.stringify(spot), spot])).values()]
}

function lastCount(objects: readonly NamedTarget[], i: number): number {
  return objects[i - 1]?.units.length ?? 1
}

export function placed(
  { units: named, inAnnex, part, namesAct }: NamedTarget,
  spot: Spot,
  profile: Profile,
  words: DirectiveWords,
): readonly Spot[] {
  const units = spot.unit.some(({ kind }) => kind === 'annex') ? (inAnnex ?? named) : named
  return units.map((own) => {
    const unit = own.length === 0 && namesAct ? [] : inContext(spot.unit, own, profile, words)
    const kept = own.length === 0 ? (part ?? spot.part) : part
    return kept ? { unit, part: kept } : { unit }
  })
}

export function blanked(text: string, targets: readonly NamedTarget[]): string {
  let result = text
  for (const { start, end } of targets)
    result =
      result.slice(0, start) +
      ' '.repeat(Math.max(0, Math.min(end, result.length) - start)) +
      result.slice(end)
  return result
}

function partOf(lead: string, words: DirectiveWords): Spot['part'] | undefined {
  if (words.heading.test(lead)) return { kind: 'heading' }
  if (words.lastOne.test(lead)) return { kind: 'sentence', n: 'last' }
  return undefined
}

export function texts(quotes: readonly RoledQuote[], role: RoledQuote['role']): readonly string[] {
  return quotes.filter((quote) => quote.role === role).map(({ text }) => tidyWords(text))
}

/** Quoted words on one line; blanks at their ends are part of them. */
export function tidyWords(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ')
}

export const UNCOUNTED: Saying = problem('amend/unread:uncounted')

/** Which of several equal words the command means; `undefined` where it counts them in words that are not read. */
export function occurrenceOf({ command, words, profile }: Reading): Occurrence | undefined {
  if (words.lastOccurrence.test(command.words)) return 'last'
  const counted = words.occurrence.exec(command.words)?.groups?.['n']
  if (counted !== undefined) return ordinalIn(counted, profile)
  return words.throughout.test(command.words) ? 'each' : 'sole'
}

function ordinalIn(text: string, profile: Profile): number | undefined {
  const lexicon = lexiconFor(profile)
  const n = Number(
    ordinalAt({ text, tokens: tokensOf(text), lexicon, barren: { until: 0 } }, 0)?.value.label,
  )
  return Number.isInteger(n) ? n : undefined
}

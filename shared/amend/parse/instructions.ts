import { problem, type Saying } from '../../base/problem.ts'
import { lexiconFor } from '../../citation/lexicon.ts'
import { type DirectiveWords, QUOTE } from '../../tradition/directives.ts'
import { type Profile, printLabel } from '../../tradition/tradition.ts'
import type { Address, Spot } from '../address.ts'
import type { Instruction, RenumberUnit } from '../instruction.ts'
import { added } from './additions.ts'
import { inCell } from './cells.ts'
import type { Command } from './command.ts'
import { lastFirst } from './last-first.ts'
import { moved } from './moves.ts'
import { quotedUnits, tidy } from './quoted-text.ts'
import {
  blanked,
  heldIn,
  occurrenceOf,
  placed,
  type Reading,
  spotsOf,
  texts,
  UNCOUNTED,
  withoutHolders,
} from './reading.ts'
import { rows } from './rows.ts'
import { suspended } from './suspension.ts'
import { inContext, rankOf } from './targets.ts'

/** What a command says as instructions, or why it is not understood. */
export type Understood =
  | {
      readonly understood: true
      readonly instructions: readonly Instruction[]
      /** What the next command of the clause is about, where it names no other. */
      readonly spots: readonly Spot[]
    }
  | { readonly understood: false; readonly why: Saying }

export function instructionsOf(
  said: Command,
  context: readonly Spot[],
  profile: Profile,
  words: DirectiveWords,
): Understood {
  const { command, cell } = inCell(said, words)
  const unread = unreadUnit(command, profile, words)
  if (unread !== undefined)
    return { understood: false, why: problem('amend/unread:unnumbered', { words: unread }) }
  const exception = words.exception.exec(blanked(command.words, command.targets))?.[0]
  if (exception !== undefined)
    return { understood: false, why: problem('amend/unread:exception', { words: exception }) }
  const span = words.span.exec(command.words)?.[0].replaceAll(QUOTE, '…').replaceAll(/\s+/gu, ' ')
  if (span !== undefined)
    return {
      understood: false,
      why: problem('amend/unread:ends-alone', { words: span }),
    }
  if (words.besideIt?.test(command.words))
    return { understood: false, why: problem('amend/unread:beside') }
  const column = words.column.exec(blanked(command.words, command.targets))?.[0]
  if (column !== undefined)
    return { understood: false, why: problem('amend/unread:column', { words: column }) }
  if (cell && (command.deed === 'restate' || command.quotes.length === 0))
    return { understood: false, why: problem('amend/unread:cell') }
  const around = heldIn(command, context, profile, words)
  const bare = withoutHolders(command)
  const named = spotsOf(bare, around, profile, words)
  const spots = cell ? named.map(({ unit }) => ({ unit, part: cell })) : named
  const made = done({ command: bare, context: around, profile, words, spots })
  if ('code' in made) return { understood: false, why: made }
  if (made.length === 0) return { understood: false, why: problem('amend/unread:nothing') }
  return {
    understood: true,
    instructions: made,
    spots: stays(command, words) || around !== context ? around : spots,
  }
}

/** "is amended by striking …, and by adding …": each goes on from the unit that is amended. */
function stays({ words: said }: Command, words: DirectiveWords): boolean {
  return words.means?.test(said) ?? false
}

/**
 * «пункт о статьи 71», «абзац "…" пункта 2»: a unit by a letter that also is a preposition, or by words,
 * and so is read by nobody. What stands around it must not be taken for what is meant.
 */
function unreadUnit(
  { lead, targets, words: all }: Command,
  profile: Profile,
  words: DirectiveWords,
): string | undefined {
  const misspelled = words.misspelled.exec(blanked(all, targets))?.[0]
  if (misspelled !== undefined) return misspelled
  const { units } = lexiconFor(profile)
  if (words.row.test(blanked(all, targets))) return undefined
  const nouns = blanked(lead, targets).matchAll(
    /(?<!\p{L})(\p{L}{3,})\s+(?:\p{L}\)?(?![\p{L}\d])|\uFFFC)/gu,
  )
  return [...nouns].find(
    ([, noun = '']) =>
      (units.get(noun)?.noun.kinds.length ?? 0) > 0 && !words.complement.test(noun),
  )?.[1]
}

function done(reading: Reading): readonly Instruction[] | Saying {
  switch (reading.command.deed) {
    case 'substitute':
      return substituted(reading)
    case 'omit':
      return omitted(reading)
    case 'add':
      return added(reading)
    case 'restate':
      return restated(reading)
    case 'loseForce':
      return repealed(reading, 'loseForce')
    case 'renumber':
      return renumbered(reading)
    case 'move':
      return moved(reading)
    case 'suspend':
      return suspended(reading)
  }
}

function substituted(reading: Reading): readonly Instruction[] | Saying {
  const { command, spots } = reading
  const { quotes } = command
  const olds = [...texts(quotes, 'old'), ...texts(quotes, undefined)]
  const news = [...texts(quotes, 'new'), ...texts(quotes, 'block')]
  if (olds.length === 0) return restated(reading)
  if (reading.words.inflected.test(command.words)) return problem('amend/unread:inflected')
  if (news.length !== 1 && news.length !== olds.length)
    return problem('amend/unread:unpaired-words')
  const pairs = olds.map((old, i) => ({ old, new: news[news.length === 1 ? 0 : i] ?? '' }))
  const occurrence = occurrenceOf(reading)
  if (occurrence === undefined) return UNCOUNTED
  const together = occurrence === 'each' || news.length > 1
  const groups = together ? [pairs] : pairs.map((pair) => [pair])
  return spots.flatMap((at) =>
    groups.map((group): Instruction => ({ kind: 'substituteWords', at, pairs: group, occurrence })),
  )
}

function omitted(reading: Reading): readonly Instruction[] | Saying {
  const { command, spots, words } = reading
  const olds = [...texts(command.quotes, 'old'), ...texts(command.quotes, undefined)]
  const occurrence = occurrenceOf(reading)
  if (occurrence === undefined) return UNCOUNTED
  if (olds.length > 0)
    return spots.flatMap((at) =>
      olds.map((one): Instruction => ({ kind: 'omitWords', at, words: one, occurrence })),
    )
  if (words.row.test(blanked(command.words, command.targets))) return rows(reading, 'omit')
  return repealed(reading, 'exclude')
}

/** «в статье 5 определение исключить»: every unit that it names only tells where. */
function isOnlyWithin({ command, spots, words }: Reading): boolean {
  const objects = command.targets.filter(({ role }) => role === 'object')
  return (
    objects.length > 0 &&
    spots.every(({ part }) => !part) &&
    objects.every(
      ({ start, text }) =>
        (words.withinLead.test(command.words.slice(0, start)) && !text.includes(', ')) ||
        words.withinTail.test(text.toLowerCase()),
    )
  )
}

/** Why the unit is not what is taken out or restated: a table of it is, a note to it. */
function otherThing({ command, spots, words }: Reading): Saying | undefined {
  if (spots.some(({ part }) => part)) return undefined
  const other = words.noUnit.exec(blanked(command.words, command.targets))?.[0]
  return other === undefined ? undefined : problem('amend/unread:not-a-unit', { words: other })
}

/** Whether an act is what loses force: «таблицу признать утратившей силу» names none. */
function namesAct({ command, words }: Reading): boolean {
  return words.acts.some(([, form]) => form.test(command.words))
}

function repealed(reading: Reading, how: 'exclude' | 'loseForce'): readonly Instruction[] | Saying {
  const { spots, command } = reading
  const named =
    command.targets.some(({ role }) => role === 'object') ||
    spots.some(({ unit, part }) => part ?? unit[0]?.kind === 'preamble')
  if (spots.every(({ unit, part }) => unit.length === 0 && !part))
    return how === 'loseForce' && namesAct(reading)
      ? [{ kind: 'repealAct' }]
      : problem('amend/unread:no-unit')
  if (!named || isOnlyWithin(reading)) return problem('amend/unread:no-unit')
  const other = otherThing(reading)
  if (other !== undefined) return other
  if (spots.some(({ unit, part }) => part?.kind === 'heading' && unit.length === 0))
    return problem('amend/unread:whose-heading')
  return lastFirst(spots).map((at): Instruction => {
    if (at.part?.kind === 'heading') return { kind: 'restateHeading', at: at.unit, heading: null }
    if (at.part?.kind === 'sentence') return { kind: 'omitSentence', at }
    return { kind: 'repealUnit', at: at.unit, how }
  })
}

function restated(reading: Reading): readonly Instruction[] | Saying {
  const { command, spots, profile } = reading
  // «слова "А" изложить в следующей редакции: "Б"» puts words for words.
  if (texts(command.quotes, 'old').length > 0) return substituted(reading)
  const blocks = command.quotes
    .filter(({ role }) => role !== 'old' && role !== 'name')
    .map(({ text }) => text)
  const [block] = blocks
  if (block === undefined) return problem('amend/unread:no-new-text')
  if (spots.some(({ part }) => part) && !spots.every(({ part }) => part))
    return problem('amend/unread:part-and-units')
  if (spots.some(({ part }) => part?.kind === 'heading'))
    return spots.map(({ unit }) => ({
      kind: 'restateHeading',
      at: unit,
      heading: headingWords(block, unit, profile),
    }))
  if (spots.some(({ part }) => part))
    return spots.map(
      (at, i): Instruction => ({ kind: 'restateSentence', at, words: tidy(blocks[i] ?? block) }),
    )
  const other = otherThing(reading)
  if (other !== undefined) return other
  const steps = spots.map(({ unit }) => unit.at(-1))
  if (steps.some((step) => step === undefined)) return problem('amend/unread:no-unit')
  const expected = steps.flatMap((step) => step ?? [])
  const units =
    blocks.length === spots.length
      ? expected.map((step, i) => quotedUnits(blocks[i] ?? '', [step], profile)?.[0])
      : quotedUnits(blocks.join('\n'), expected, profile)
  if (!units || units.some((unit) => unit === undefined)) return problem('amend/unread:other-text')
  if (units.some((unit) => unit?.heading && unit.blocks.length + unit.units.length === 0))
    return problem('amend/unread:heading-alone')
  return spots.flatMap(({ unit: at }, i): Instruction[] => {
    const unit = units[i]
    return unit ? [{ kind: 'restateUnit', at, unit }] : []
  })
}

/** A new heading without the number that is quoted with it. */
function headingWords(block: string, unit: Address, profile: Profile): string {
  const words = tidy(block)
  const last = unit.at(-1)
  if (!last || !('label' in last)) return words
  const printed = printLabel(profile, last.kind, last.label)
  const bare = printed?.replace(/\.$/u, '')
  if (!bare || !words.toLowerCase().startsWith(bare.toLowerCase())) return words
  return words.slice(bare.length).replace(/^\.?\s*/u, '')
}

function renumbered(reading: Reading): readonly Instruction[] | Saying {
  const { command, context, profile, words } = reading
  const nested = nestedText(reading)
  if (nested) return [nested]
  const objects = command.targets.filter(({ role }) => role === 'object')
  const base = context[0] ?? { unit: [] }
  const olds = objects.flatMap((target) => placed(target, base, profile, words))
  if (olds.length === 0) return problem('amend/unread:renumbers-nothing')
  const named = command.targets
    .filter(({ role }) => role === 'complement')
    .flatMap(({ units }) => units)
    .flatMap((path) => path.slice(-1))
    .flatMap((step) => ('label' in step ? [step.label] : []))
  const labels = named.length === olds.length ? named : bracketed(command)
  if (labels.length !== olds.length) return problem('amend/unread:unpaired-numbers')
  const made = olds.flatMap(({ unit: at }, i): RenumberUnit[] => {
    const to = labels[i]
    return to === undefined ? [] : [{ kind: 'renumberUnit', at, to }]
  })
  return freedFirst(made)
}

/** «Пункты 2 и 3 считать пунктами 3 и 4»: a number is given when the unit that bears it has its new one. */
function freedFirst(renumberings: readonly RenumberUnit[]): readonly RenumberUnit[] {
  const waiting = new Map(renumberings.map((one) => [JSON.stringify(one.at), one]))
  const ordered: RenumberUnit[] = []
  for (const one of renumberings) {
    const chain: RenumberUnit[] = []
    let next = waiting.get(JSON.stringify(one.at))
    while (next) {
      chain.unshift(next)
      waiting.delete(JSON.stringify(next.at))
      next = waiting.get(JSON.stringify(numberedAs(next)))
    }
    ordered.push(...chain)
  }
  return ordered
}

/** The address that a unit will have. */
function numberedAs({ at, to }: RenumberUnit): Address {
  return at.map((step, i) => (i === at.length - 1 ? { kind: step.kind, label: to } : step))
}

/** "The existing text is designated as subsection (a)", "section 14 is renumbered as subsection 14(1)". */
function nestedText({ command, spots, profile, words }: Reading): Instruction | undefined {
  const complements = command.targets.filter(({ role }) => role === 'complement')
  const [spot] = spots
  const [path] = complements.flatMap(({ units }) => units)
  const as = path?.at(-1)
  if (!spot || spot.part || spots.length > 1 || complements.length !== 1) return undefined
  if (!as || !('label' in as) || complements[0]?.units.length !== 1) return undefined
  const last = spot.unit.at(-1)
  const isOwnText = words.ownText.test(blanked(command.words, command.targets))
  const objects = command.targets.filter(({ role }) => role === 'object')
  const isDeeper =
    words.depths.length > 0 &&
    objects.length === 1 &&
    last !== undefined &&
    rankOf(as.kind, profile, words) > rankOf(last.kind, profile, words)
  if (!isOwnText && !isDeeper) return undefined
  const inner = inContext(spot.unit, path ?? [], profile, words)
  const isIn = inner.length === spot.unit.length + 1
  return isIn && spot.unit.length > 0 ? { kind: 'nestText', at: spot.unit, as } : undefined
}

/** "redesignated as (13B)": figures behind the verb that no noun announces. */
function bracketed({ words, lead }: Command): readonly string[] {
  return [...words.slice(lead.length).matchAll(/\(([^()\s]{1,6})\)/gu)].flatMap(([, label]) =>
    label !== undefined && /^\d/u.test(label) ? [label.toUpperCase()] : [],
  )
}

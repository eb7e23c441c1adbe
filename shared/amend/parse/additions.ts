import { problem, type Saying } from '../../base/problem.ts'
import { lexiconFor } from '../../citation/lexicon.ts'
import { nounAt, type Scan } from '../../citation/scan.ts'
import { tokensOf } from '../../citation/token.ts'
import type { UnitKind } from '../../schema/kind.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'
import { printLabel } from '../../tradition/tradition.ts'
import type { Address, AddressStep } from '../address.ts'
import type { Instruction, UnitPlace } from '../instruction.ts'
import type { QuotedUnit } from '../quoted-unit.ts'
import type { NamedTarget } from './command.ts'
import { quotedUnits, tidy } from './quoted-text.ts'
import { blanked, occurrenceOf, type Reading, texts, tidyWords, UNCOUNTED } from './reading.ts'
import { rows } from './rows.ts'
import { countOf } from './sentence-targets.ts'
import { inContext } from './targets.ts'

export function added(reading: Reading): readonly Instruction[] | Saying {
  const { command, words } = reading
  const { quotes, targets } = command
  const complements = targets.filter(({ role }) => role === 'complement')
  const sentence = complements.find(({ part }) => part !== null)
  const outside = blanked(command.words, targets)
  if (words.row.test(outside)) return rows(reading, 'insert')
  if (sentence || words.sentence.test(outside)) return sentencesAdded(reading, sentence)
  const units = complements.filter((target) => target.units.some((unit) => unit.length > 0))
  if (units.length > 0) return unitsAdded(reading, units)
  const blocks = quotes.flatMap(({ role, text }) => (role === 'block' ? [text] : []))
  const news = texts(quotes, 'new')
  const isBeside = quotes.some(({ role }) => role === 'after' || role === 'before')
  if (blocks.length > 0 && news.length === 0 && !isBeside)
    return unnumberedAdded(reading, blocks.join('\n'))
  return wordsAdded(reading)
}

function wordsAdded(reading: Reading): readonly Instruction[] | Saying {
  const { command, spots, words } = reading
  const { quotes } = command
  const told = [...texts(quotes, 'new'), ...texts(quotes, undefined), ...texts(quotes, 'block')]
  // «"А" деген сөздер қосылсын», «включить слова "А"»: nothing but words is named.
  const news = told.length > 0 ? told : texts(quotes, 'old')
  if (news.length === 0) return problem('amend/unread:no-new-words')
  const beside = quotes.filter(({ role }) => role === 'after' || role === 'before')
  const occurrence = occurrenceOf(reading)
  if (occurrence === undefined) return UNCOUNTED
  const text = news.join('')
  if (beside.length === 0) {
    const side = words.atStart.test(command.words) ? 'start' : 'end'
    return spots.map(
      (at): Instruction => ({ kind: 'insertWords', at, words: text, where: { side } }),
    )
  }
  return spots.flatMap((at) =>
    beside.map(
      ({ role, text: near }): Instruction => ({
        kind: 'insertWords',
        at,
        words: text,
        where: { side: role === 'before' ? 'before' : 'after', words: tidyWords(near), occurrence },
      }),
    ),
  )
}

function sentencesAdded(
  reading: Reading,
  sentence: NamedTarget | undefined,
): readonly Instruction[] | Saying {
  const { command, spots, words } = reading
  const news = command.quotes
    .filter(({ role }) => role !== 'old' && role !== 'after')
    .map(({ text }) => text)
  if (news.length === 0) return problem('amend/unread:no-new-sentence')
  const n = sentence?.part?.kind === 'sentence' ? sentence.part.n : 'last'
  const start = words.atStart.test(command.words)
  const counted = start ? 0 : typeof n === 'number' ? n - 1 : 'last'
  const after = sentenceBeside(reading) ?? counted
  return spots.map(
    ({ unit }): Instruction => ({
      kind: 'insertSentences',
      at: { unit },
      after,
      words: news.map(tidy).join(' '),
    }),
  )
}

/** «после первого предложения»: behind which sentence the new ones stand. */
function sentenceBeside({ command }: Reading): number | undefined {
  const place = command.targets.find(({ role, part }) => role === 'place' && part !== null)
  if (place?.part?.kind !== 'sentence' || typeof place.part.n !== 'number') return undefined
  return isBefore(place, command) ? place.part.n - 1 : place.part.n
}

/** Whether the place is told by the unit that comes behind it. */
export function isBefore({ start, end }: NamedTarget, { words }: Reading['command']): boolean {
  const before = words.slice(Math.max(0, start - 20), start)
  const behind = words.slice(end, end + 20)
  return (
    /(?:перед|before|preceding)\s+(?:the\s+)?$/u.test(before) ||
    /^\s*алдын(?:а|ан)(?!\p{L})/u.test(behind)
  )
}

function unitsAdded(
  reading: Reading,
  complements: readonly NamedTarget[],
): readonly Instruction[] | Saying {
  const { command, profile, words, spots } = reading
  const paths = complements.flatMap(({ units }) => units)
  const steps = paths.flatMap((path): AddressStep[] => path.slice(-1))
  const text = command.quotes
    .filter(({ role }) => role !== 'after' && role !== 'before' && role !== 'old')
    .map((quote) => quote.text)
    .join('\n')
  if (text === '') return problem('amend/unread:no-new-text')
  const read = quotedUnits(text, steps, profile)
  if (!read) return problem('amend/unread:other-text')
  const place = placeBeside(reading)
  const home = besideOf(reading)?.units[0]?.slice(0, -1) ?? []
  return spots.flatMap(({ unit: spot }) =>
    read.map((unit, i): Instruction => {
      const own = paths[i]?.slice(0, -1) ?? []
      const outer = own.length > 0 ? own : home
      const at = withoutSmaller(inContext(spot, outer, profile, words), steps[i], reading)
      const step = steps[i]
      const counted: UnitPlace =
        step && 'ordinal' in step ? { by: 'ordinal', n: step.ordinal } : { by: 'number' }
      const beside = i > 0 && place?.by === 'after' ? behind(steps[i - 1]) : place
      return { kind: 'insertUnit', into: at, unit: unnamed(unit, step), place: beside ?? counted }
    }),
  )
}

/** Of several new units each stands behind the one before it. */
function behind(step: AddressStep | undefined): UnitPlace | undefined {
  return step && 'label' in step ? { by: 'after', step } : undefined
}

/** The larger units around a new one: none of its own kind. */
function withoutSmaller(
  at: Address,
  step: AddressStep | undefined,
  { profile, words }: Reading,
): Address {
  return step ? inContext(at, [step], profile, words).slice(0, -1) : at
}

function unnamed(unit: QuotedUnit, step: AddressStep | undefined): QuotedUnit {
  return step && 'ordinal' in step ? { ...unit, kind: step.kind } : unit
}

/** The unit beside which the new one goes. */
function besideOf({ command }: Reading): NamedTarget | undefined {
  return command.targets.find(({ role }) => role === 'place')
}

function placeBeside(reading: Reading): UnitPlace | undefined {
  const { command, words } = reading
  const place = besideOf(reading)
  const step = place?.units.at(-1)?.at(-1)
  if (!place || !step) return undefined
  const by = isBefore(place, command) ? 'before' : 'after'
  return words.depths.length > 0 || place ? { by, step } : undefined
}

/** «дополнить частью следующего содержания», "insert—": units that are named by kind or number alone. */
function unnumberedAdded(reading: Reading, text: string): readonly Instruction[] | Saying {
  const { profile, words, spots } = reading
  const beside = besideOf(reading)?.units[0] ?? []
  const outer = spots.map(({ unit }) => inContext(unit, beside.slice(0, -1), profile, words))
  const named = bareUnit(reading)
  const kind = named?.kind ?? beside.at(-1)?.kind ?? kindBelow(outer[0], words)
  if (!kind) return problem('amend/unread:what-added')
  const into = outer.map((unit) => withoutSmaller(unit, { kind, ordinal: 1 }, reading))
  const isSection = words.depths[0] === kind
  const isNumbered = printLabel(profile, kind, '1') !== undefined || words.depths.length > 0
  const labels = isNumbered ? numbersOf(text, isSection ? SECTION : NUMBER) : []
  if (words.depths.length > 0 && labels.length === 0) {
    const isSentence = !isSection && !named && words.atEnd.test(reading.command.words)
    return isSentence ? wordsAdded(reading) : problem('amend/unread:no-new-number')
  }
  if (words.elsewhere.test(reading.command.words)) return problem('amend/unread:where-added')
  const steps: readonly AddressStep[] =
    labels.length > 0 ? labels.map((label) => ({ kind, label })) : [{ kind, ordinal: 1 }]
  const read = quotedUnits(text, steps, profile) ?? quotedUnits(text, steps.slice(0, 1), profile)
  if (!read) return problem('amend/unread:other-text')
  const place = placeBeside(reading) ?? placeOf(labels, named?.n)
  return into.flatMap((at) =>
    read.map(
      (unit, i): Instruction => ({
        kind: 'insertUnit',
        into: at,
        unit: unnamed(unit, steps[i]),
        place: i > 0 && place.by === 'after' ? (behind(steps[i - 1]) ?? place) : place,
      }),
    ),
  )
}

function placeOf(labels: readonly string[], n: number | undefined): UnitPlace {
  if (labels.length > 0) return { by: 'number' }
  return n === undefined ? { by: 'end' } : { by: 'ordinal', n }
}

/** The kind of units right in the last one of an address, where numbers alone tell it. */
function kindBelow(into: Address | undefined, { depths }: DirectiveWords): UnitKind | undefined {
  const last = into?.at(-1)
  return last ? depths[depths.indexOf(last.kind) + 1] : undefined
}

/** The number of a section, which no stop need follow: "7A Fees", "12.1 (1)", "§ 5001. Action". */
const SECTION =
  /^\s*(?:sec(?:tion|\.)\s*|§\s*)?(\d+(?:[.:-]\d+)*[A-Za-z]{0,2}(?:-\d+)?)\.?\s+(?=["“]?[\p{Lu}(])/iu

const NUMBER =
  /^\s*(?:\p{L}+\s+|§\s*)?\(?(\d+[A-Za-z]?(?:-\d+)?|[ivxlcIVXLC]{3,6}|[a-zA-Z]{1,2}(?:-\d+)?)[.)]/u

/** The numbers with which the block's units of the outermost level begin, as far as lines tell. */
function numbersOf(text: string, form: RegExp): readonly string[] {
  const labels = text
    .split('\n')
    .map((line) => line.replace(/^\s*["“]/u, ''))
    .flatMap((line) => form.exec(line)?.[1] ?? [])
  const [first] = labels
  if (first === undefined) return []
  return labels.filter((label) => sort(label) === sort(first))
}

/** Figures, small letters and capitals number different levels. */
function sort(label: string): string {
  if (/^\d/u.test(label)) return 'figure'
  return /^[a-z]/u.test(label) ? 'small' : 'capital'
}

/** A unit named by its kind alone, or counted: "with a part", "with the sixth part". */
function bareUnit({ command, profile, words }: Reading): BareUnit | undefined {
  const text = blanked(command.words, command.targets)
  const scan: Scan = {
    text,
    tokens: tokensOf(text),
    lexicon: lexiconFor(profile),
    barren: { until: 0 },
  }
  const named = scan.tokens.flatMap(({ form }, i): (BareUnit & { readonly form: string })[] => {
    const noun = nounAt(scan, i)
    const kind = noun && !noun.value.short ? noun.value.kinds[0] : undefined
    return kind === undefined ? [] : [{ kind, n: countOf(scan, i), form }]
  })
  // «дополнить статью частью»: the form tells what is added from what it is added to.
  return named.find(({ form }) => words.complement.test(form)) ?? named[0]
}

interface BareUnit {
  readonly kind: UnitKind
  readonly n: number | undefined
}

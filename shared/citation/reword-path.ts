import { type Unit, type UnitId, unitAttrs } from '../schema/act.ts'
import type { UnitNoun } from '../tradition/citation.ts'
import { inCase } from '../tradition/declension.ts'
import { idOf, isCitedByItself, type PlacedUnit } from './act-index.ts'
import { type Asked, type BoundStep, kindOf, type Proposal } from './asked.ts'
import { gapBefore, type LabelSign, labelWords, nounOf, signOf } from './label-words.ts'
import { layOut } from './lay-out.ts'
import {
  capital,
  inflected,
  isCapital,
  likeWritten,
  listWords,
  type NounHead,
  nounHead,
  ownSign,
  type StepWords,
  shortOf,
  signIn,
} from './reword-step.ts'

/** How much of a path is written out. */
interface Manner {
  /** `as-before`: down from the level that was named; `whole`: from the article down. */
  readonly levels: 'as-before' | 'whole'
  /** Whether units that carry no number are named on the way. */
  readonly uncounted: 'left-out' | 'named'
  /** Whether «настоящей статьи» stays, or is written for the article that holds the citation. */
  readonly relative: 'kept' | 'numbered'
  /** Whether units in one article name it once. */
  readonly shared: 'once' | 'each'
}

const MANNERS: readonly Manner[] = (['as-before', 'whole'] as const).flatMap((levels) =>
  (['left-out', 'named'] as const).flatMap((uncounted) =>
    (['kept', 'numbered'] as const).flatMap((relative) =>
      (['once', 'each'] as const).map((shared) => ({ levels, uncounted, relative, shared })),
    ),
  ),
)

/** The citation written anew along the paths of its units, from the shortest way on. */
export function* pathProposals(asked: Asked): Generator<Proposal> {
  const leaf = asked.steps.at(-1)
  if (!leaf || leaf.now.flat().length === 0) return
  if (asked.steps.some(({ step }) => hasInnerNumbers(step))) return
  for (const manner of MANNERS) {
    const proposal = inManner(asked, leaf, manner)
    if (proposal) yield proposal
  }
}

function hasInnerNumbers({ selector }: BoundStep['step']): boolean {
  return selector.kind === 'labels' && selector.items.some(({ inner }) => inner.length > 0)
}

function inManner(asked: Asked, leaf: BoundStep, manner: Manner): Proposal | undefined {
  const groups = grouped(asked, leaf)
  const own = asked.steps.flatMap(({ step }) => (step.surface ? [step.surface.range] : []))
  const start = Math.min(...own.map((range) => range.start))
  const end = Math.max(...own.map((range) => range.end))
  const { text, range, words } = asked
  const lead = text.slice(range.start, start)
  const largeFirst = words.place.order === 'large-first'
  const written = groups.map((now, i) => {
    const isLender = i === (largeFirst ? 0 : groups.length - 1)
    const shortened = manner.shared === 'once' && !isLender && sameArticle(asked, groups)
    return groupWords(asked, { ...leaf, now }, manner, {
      opened: lead !== '',
      article: shortened ? 'left-out' : 'named',
    })
  })
  if (written.some((one) => one === undefined)) return undefined
  const known = written.filter((one) => one !== undefined)
  const [last, ...rest] = known.map((one) => one.words).reverse()
  const and = ` ${words.and[0]} `
  const joined = rest.length === 0 ? (last ?? '') : `${rest.reverse().join(', ')}${and}${last}`
  const head = opensSentence(asked, start) ? capital(joined) : joined
  const doubt =
    known.find((one) => one.doubt)?.doubt ??
    (groups.length > 1 && leaf.was.flat().length === 1 && words.agreement ? 'agreement' : undefined)
  return {
    words: lead + head + text.slice(end, range.end),
    certain: doubt === undefined,
    change: 'wording',
    ...(doubt === undefined ? {} : { doubt }),
  }
}

/** Whether the capital at a place is the sentence's and not the noun's own. */
function opensSentence({ text, range, words }: Asked, start: number): boolean {
  if (start !== range.start || !isCapital(text.slice(start))) return false
  const first = /^\p{L}+/u.exec(text.slice(start))?.[0] ?? ''
  const isOwn = words.units.some(({ free }) => first === inCase(free.singular, 'nominative'))
  return !(isOwn && isCapital(first)) || /(?:^|[.!?:;]\s+)$/u.test(text.slice(0, start))
}

/** The units by the unit that they are in, as the items of the list are now. */
function grouped(asked: Asked, { now }: BoundStep): readonly BoundStep['now'][] {
  const keyOf = (placed: PlacedUnit): UnitId | undefined => {
    const parent = isArticle(asked, placed.unit) && !placed.own ? undefined : parentOf(placed)
    return parent && idOf(parent)
  }
  const keys = new Set(now.flat().map(keyOf))
  return [...keys].map((key) => now.map((units) => units.filter((one) => keyOf(one) === key)))
}

function parentOf({ unit, parents, own }: PlacedUnit): Unit | undefined {
  return own ? unit : parents.at(-1)
}

function sameArticle({ profile }: Asked, groups: readonly BoundStep['now'][]): boolean {
  const articles = groups.flat(2).map(({ unit, parents }) => {
    const article = [...parents, unit].findLast((one) =>
      isCitedByItself(profile, unitAttrs(one).kind),
    )
    return article && idOf(article)
  })
  return groups.length > 1 && new Set(articles).size === 1
}

interface GroupPlace {
  /** Whether the act is named before the path. */
  readonly opened: boolean
  readonly article: 'named' | 'left-out'
}

/** One path: the units of one parent, and the units around them. */
function groupWords(
  asked: Asked,
  leaf: BoundStep,
  manner: Manner,
  { opened, article }: GroupPlace,
): StepWords | undefined {
  const { words, profile } = asked
  const units = leaf.now.flat()
  const [one] = units
  const noun = words.units.find(({ word }) => word === leaf.step.word)
  if (!one || !noun) return undefined
  const around = levelsAround(asked, leaf, one, manner)
  const shown =
    article === 'left-out' ? around.filter(({ unit }) => !isArticle(asked, unit)) : around
  const largeFirst = words.place.order === 'large-first'
  const first = asked.steps.find(({ step }) => step.surface)
  const lends =
    first && !isOutermost(asked, first) && !shown.some(({ unit }) => isArticle(asked, unit))
  const continues = article === 'left-out' && largeFirst
  const wasBound = continues || (lends && standingOf(asked, first) === 'bound')
  const outer = shown.map((placed, i) =>
    outerWords(asked, placed, manner, opened || wasBound || i > 0 ? 'bound' : 'free'),
  )
  const kind = kindOf(units)
  const called =
    kind !== undefined && kind !== kindOf(leaf.was.flat()) ? nounOf(words, profile, kind) : noun
  const standing = opened || wasBound || outer.length > 0 ? 'bound' : 'free'
  const inner = called && leafWords(asked, leaf, called, standing)
  if (!inner || outer.some((words) => words === undefined)) return undefined
  const phrases = [...outer, inner.words]
  const ordered = largeFirst ? phrases : phrases.reverse()
  return { ...inner, words: ordered.join(words.place.joint), change: 'wording' }
}

function isArticle({ profile }: Asked, unit: Unit): boolean {
  return isCitedByItself(profile, unitAttrs(unit).kind)
}

function isOutermost(asked: Asked, { was }: BoundStep): boolean {
  return was.flat().some(({ unit }) => isArticle(asked, unit))
}

function standingOf(asked: Asked, { step }: BoundStep) {
  const noun = asked.words.units.find(({ word }) => word === step.word)
  return noun && nounHead(asked, step, noun, { place: 'outer' }).slots[0]?.standing
}

/** The units around a cited one that are named, outermost first. */
function levelsAround(
  asked: Asked,
  leaf: BoundStep,
  placed: PlacedUnit,
  { levels, uncounted }: Manner,
): readonly PlacedUnit[] {
  const path = [...placed.parents, ...(placed.own ? [placed.unit] : [])]
  const from = Math.max(
    path.findLastIndex((unit) => isArticle(asked, unit)),
    0,
  )
  if (isArticle(asked, placed.unit) && !placed.own) return []
  const all = path.slice(from).map((unit, i) => ({ unit, parents: path.slice(0, from + i) }))
  const named = all.filter(({ unit }) => {
    const { label, kind } = unitAttrs(unit)
    return label !== null || (uncounted === 'named' && kind !== 'chapter')
  })
  if (levels === 'whole') return named
  const outermost = asked.steps.find(({ step }) => step.surface)
  if (outermost?.step === leaf.step) return []
  const kind = outermost && kindOf(outermost.was.flat())
  const top = named.findIndex(({ unit }) => unitAttrs(unit).kind === kind)
  return top < 0 ? named : named.slice(top)
}

function outerWords(
  asked: Asked,
  placed: PlacedUnit,
  { relative }: Manner,
  standing: 'free' | 'bound',
): string | undefined {
  const { words, profile, text } = asked
  const { kind } = unitAttrs(placed.unit)
  const known = asked.steps.find(
    ({ step, was }) => step.surface !== undefined && kindOf(was.flat()) === kind,
  )
  const isThis = asked.steps.find(
    ({ step, was }) =>
      step.selector.kind !== 'labels' &&
      was.flat().some((one) => idOf(one.unit) === idOf(placed.unit)),
  )
  const at = isThis?.step.surface?.range
  if (at && relative === 'kept') {
    const written = text.slice(at.start, at.end)
    return at.start === asked.range.start
      ? written.charAt(0).toLowerCase() + written.slice(1)
      : written
  }
  const noun =
    words.units.find(({ word }) => word === known?.step.word) ?? nounOf(words, profile, kind)
  if (!noun) return undefined
  if (relative === 'kept' && isOwnArticle(asked, placed.unit)) {
    const article = inCase(noun.free.singular, 'genitive')
    return `${inCase(words.thisForms[noun.gender], 'genitive')} ${article}`
  }
  const head = headLike(asked)
  const short = head?.short ? shortOf(noun) : undefined
  const form = inCase(noun[standing].singular, 'genitive')
  const sign =
    noun.word === known?.step.word && known.step.selector.kind === 'labels'
      ? signIn(asked, known.step, 0)
      : signOf(profile, placed.unit)
  const number = labelWords(words, placed, { sign, noun, case: 'genitive' })
  if (number === undefined) return undefined
  return stepOf(asked, short ?? (head ? small(head, form) : form), number, sign)
}

/** Whether the citation stands in the article, and did not name it by its number. */
function isOwnArticle(asked: Asked, unit: Unit): boolean {
  const { holder, steps } = asked
  const around = holder ? [...holder.parents, holder.unit] : []
  const isNumbered = steps.some(
    (one) =>
      one.step.surface !== undefined &&
      one.step.selector.kind === 'labels' &&
      isOutermost(asked, one),
  )
  return !isNumbered && isArticle(asked, unit) && around.some((one) => idOf(one) === idOf(unit))
}

/** "article" where the act writes its articles small. */
function small(head: NounHead, form: string): string {
  return isCapital(head.form) ? form : likeWritten(head, form)
}

/** The step that tells how this act writes its nouns: in short, or small. */
function headLike(asked: Asked): NounHead | undefined {
  const known = asked.steps.find(({ step }) => step.surface?.noun !== undefined)
  const noun = asked.words.units.find(({ word }) => word === known?.step.word)
  return known && noun ? nounHead(asked, known.step, noun, { place: 'outer' }) : undefined
}

function leafWords(
  asked: Asked,
  leaf: BoundStep,
  called: UnitNoun,
  standing: 'free' | 'bound',
): StepWords | undefined {
  const { words, profile } = asked
  const { step } = leaf
  const noun = words.units.find(({ word }) => word === step.word)
  if (!noun) return undefined
  const head = nounHead(asked, step, noun, { place: 'inner' })
  const items =
    step.selector.kind === 'labels'
      ? step.selector.items
      : [{ label: '', style: 'plain' as const, inner: [] }]
  const laid = layOut(items, leaf, asked)
  const count =
    laid.length > 1 || laid.some((one) => one.first !== one.last) ? 'plural' : 'singular'
  const bound = words.number === 'before' ? { standing } : {}
  const form = inflected(asked, head, { noun: called, count, place: 'inner', ...bound })
  if (!form) return undefined
  const signs = laid.map((item): LabelSign => {
    const isWritten = called === noun && step.selector.kind === 'labels'
    const sign = isWritten ? signIn(asked, step, item.source) : signOf(profile, item.first.unit)
    return item.first.own ? ownSign(sign) : sign
  })
  const list = listWords(asked, leaf, laid, (placed, item) =>
    labelWords(words, placed, {
      sign: signs[laid.indexOf(item)] ?? 'plain',
      noun: called,
      case: form.case,
    }),
  )
  if (list === undefined) return undefined
  const lowered = isCapital(form.form) && !isCapital(inCase(called.free.singular, 'nominative'))
  const written = lowered ? form.form.charAt(0).toLowerCase() + form.form.slice(1) : form.form
  return {
    words: stepOf(asked, written, list, signs.at(-1) ?? 'plain'),
    change: 'wording',
    ...(form.doubt === undefined ? {} : { doubt: form.doubt }),
  }
}

function stepOf({ words }: Asked, noun: string, list: string, sign: LabelSign): string {
  return words.number === 'before' ? list + gapBefore(words, sign, list) + noun : `${noun} ${list}`
}

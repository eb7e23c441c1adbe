import type { TextRange } from '../base/range.ts'
import { unitAttrs } from '../schema/act.ts'
import type { UnitNoun } from '../tradition/citation.ts'
import {
  CASES,
  type GrammaticalCase,
  type GrammaticalNumber,
  inCase,
} from '../tradition/declension.ts'
import type { PlacedUnit } from './act-index.ts'
import type { LabelItem, Step } from './address.ts'
import { type Asked, type BoundStep, kindOf, type Proposal } from './asked.ts'
import {
  casesBehind,
  governed,
  lastWord,
  type NounSlot,
  narrowed,
  nounForm,
  nounSlots,
  type Standing,
} from './inflect.ts'
import { gapBefore, type LabelSign, labelOf, labelWords, nounOf, signOf } from './label-words.ts'
import { type LaidItem, layOut } from './lay-out.ts'
import { wordForm } from './token.ts'

/** New words for one step of a citation. */
export interface StepWords {
  readonly words: string
  readonly change: Proposal['change']
  readonly doubt?: 'case' | 'agreement'
}

export interface StepPlace {
  /** `inner`: the step that the sentence inflects; `outer`: one that it is in. */
  readonly place: 'inner' | 'outer'
  readonly standing?: Standing
  /** How "(c)" behind "5(b)" is written. */
  readonly continued?: 'short' | 'full'
}

/** The step with the numbers of its units as they now are, and its noun where grammar asks for another. */
export function restep(asked: Asked, bound: BoundStep, where: StepPlace): StepWords | undefined {
  const { surface, selector, word } = bound.step
  const noun = asked.words.units.find((one) => one.word === word)
  if (!surface || selector.kind !== 'labels' || !noun) return undefined
  if (selector.items.some(({ inner }) => inner.length > 0))
    return innerNumbers(asked, bound, where.continued ?? 'short')
  const laid = layOut(selector.items, bound, asked)
  const units = laid.flatMap(({ first, last }) => [first, last])
  const [kind, oldKind] = [kindOf(units), kindOf(bound.was.flat())]
  const isMixed = kind === undefined && units.some(({ own }) => !own)
  if (laid.length === 0 || isMixed) return undefined
  const first = units.find(({ own }) => !own)
  const renamed =
    kind !== undefined && kind !== oldKind && first
      ? nounOf(asked.words, asked.profile, kind)
      : noun
  if (!renamed) return undefined
  const head = nounHead(asked, bound.step, noun, where)
  const count =
    laid.length > 1 || laid.some((one) => one.first !== one.last) ? 'plural' : 'singular'
  const called = inflected(asked, head, { noun: renamed, count, ...where })
  if (!called) return undefined
  const sign = (item: LaidItem): LabelSign =>
    renamed === noun
      ? signIn(asked, bound.step, item.source)
      : signOf(asked.profile, item.first.unit)
  const list = listWords(asked, bound, laid, (placed, item) =>
    labelWords(asked.words, placed, {
      sign: placed.own ? ownSign(sign(item)) : sign(item),
      noun: renamed,
      case: called.case,
    }),
  )
  if (list === undefined) return undefined
  const last = laid.at(-1)
  const lastSign = last ? sign(last) : 'plain'
  const wording = renamed !== noun || head.count !== count || called.form !== head.form
  return {
    words: joinedStep(asked, bound.step, called.form, list, {
      lastSign,
      renamed: renamed !== noun,
    }),
    change: wording ? 'wording' : 'number',
    ...(called.doubt === undefined ? {} : { doubt: called.doubt }),
  }
}

/** A step's noun as it is written. */
export interface NounHead {
  readonly noun: UnitNoun
  readonly form: string
  readonly short: boolean
  readonly count: GrammaticalNumber
  readonly slots: readonly NounSlot[]
}

export function nounHead(asked: Asked, step: Step, noun: UnitNoun, { place }: StepPlace): NounHead {
  const { text, words } = asked
  const { surface, selector } = step
  const at = surface?.noun
  const form = at ? text.slice(at.start, at.end) : ''
  const several =
    selector.kind === 'labels' &&
    (selector.items.length > 1 || selector.items.some(({ to, tight }) => to !== undefined || tight))
  const count = several ? 'plural' : 'singular'
  const every = nounSlots(noun, form)
  const ordinals = ordinalCases(asked, step, noun)
  const known = narrowed(every, (slot) => ordinals.includes(slot.case))
  const all = narrowed(known, (slot) => slot.number === count)
  const isOuter = place === 'outer' && words.number === 'behind'
  const slots = isOuter
    ? narrowed(all, (slot) => slot.case === 'genitive')
    : governed(all, text.slice(0, surface?.range.start ?? 0), words)
  return { noun, form, short: form !== '' && every.length === 0, count, slots }
}

/** «части первую и вторую» are accusative: the ordinals tell. */
function ordinalCases(
  { text, words }: Asked,
  { surface, selector }: Step,
  { gender }: UnitNoun,
): readonly GrammaticalCase[] {
  const items = selector.kind === 'labels' ? selector.items : []
  const at = items.findIndex(({ style }) => style === 'ordinal')
  if (at < 0) return CASES
  const range = surface?.items[at]
  const form = range ? /(\p{L}+)$/u.exec(text.slice(range.start, range.end))?.[1] : undefined
  const written = form === undefined ? '' : wordForm(form)
  const known = words.ordinals.flatMap(({ declined }) =>
    Object.entries(declined[gender]).filter(([, one]) => wordForm(one) === written),
  )
  const cases = known.map(([one]) => one)
  return CASES.filter((one) => cases.length === 0 || cases.includes(one))
}

/** A unit's own words are its first part: in words, «первая» or "one". */
export function ownSign(sign: LabelSign): LabelSign {
  return sign === 'cardinal' ? sign : 'ordinal'
}

interface Called {
  readonly form: string
  readonly case: GrammaticalCase
  readonly doubt?: 'case' | 'agreement'
}

interface Wanted extends StepPlace {
  readonly noun: UnitNoun
  readonly count: GrammaticalNumber
}

/** The noun in the case that stands there, for the units that are named now. */
export function inflected(asked: Asked, head: NounHead, wanted: Wanted): Called | undefined {
  const { noun, count, place } = wanted
  const slot = head.slots[0]
  const grammaticalCase = slot?.case ?? 'nominative'
  const same = noun === head.noun
  const standing = wanted.standing ?? slot?.standing ?? 'free'
  const stays = same && count === head.count && (slot === undefined || standing === slot.standing)
  const doubt =
    place === 'inner' && count !== head.count && agrees(asked, head) ? 'agreement' : undefined
  const withDoubt = (called: Called, other?: 'case'): Called => {
    const found = doubt ?? other
    return found === undefined ? called : { ...called, doubt: found }
  }
  if (stays || head.form === '') {
    return head.form === '' && !same ? undefined : { form: head.form, case: grammaticalCase }
  }
  if (head.short) {
    const abbreviation = same ? shortFor(head, count) : shortOf(noun)
    if (abbreviation === undefined)
      return withDoubt({ form: noun.free.singular.nominative ?? '', case: 'nominative' }, 'case')
    return withDoubt({ form: abbreviation, case: grammaticalCase })
  }
  if (slot === undefined) return undefined
  const cases = head.slots.filter((one) => one.standing === slot.standing).map((one) => one.case)
  const { form, certain } = nounForm(noun, cases, count, standing)
  return withDoubt(
    { form: likeWritten(head, form), case: grammaticalCase },
    certain ? undefined : 'case',
  )
}

export function shortOf({ short = [] }: UnitNoun): string | undefined {
  const [first] = short
  return first === undefined ? undefined : /^§/u.test(first) ? first : `${first}.`
}

/** "arts." for "art." and back, where the tradition has both. */
function shortFor({ form, noun: { short = [] } }: NounHead, count: GrammaticalNumber): string {
  const bare = form.replace(/\.$/u, '').toLowerCase()
  const other = short.find((one) =>
    count === 'plural'
      ? one === `${bare}s` || one === `${bare}${bare}`
      : bare === `${one}s` || bare === `${one}${one}`,
  )
  if (other === undefined) return form
  const stop = form.endsWith('.') ? '.' : ''
  return isCapital(form) ? `${capital(other)}${stop}` : `${other}${stop}`
}

/** With a capital where one stood, or small where the act writes small what others do not. */
export function likeWritten({ form, noun }: NounHead, other: string): string {
  const table = inCase(noun.free.singular, 'nominative')
  const [written, usual] = [isCapital(form), isCapital(table)]
  if (written === usual) return other
  return (written ? other.charAt(0).toUpperCase() : other.charAt(0).toLowerCase()) + other.slice(1)
}

export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** Whether words beside the citation agree with the number of units that it names. */
function agrees({ text, range, words }: Asked, { slots }: NounHead): boolean {
  const { agreement } = words
  if (!agreement) return false
  const before = text.slice(0, range.start)
  const cases = casesBehind(before, words)
  return (
    agreement.before.test(lastWord(before)) ||
    agreement.behind.test(text.slice(range.end, range.end + 80)) ||
    slots.some((slot) => agreement.subject.includes(slot.case) && cases.includes(slot.case))
  )
}

/** How an item of the list is written now: «2)», "(2)", "two". */
export function signIn({ text, words }: Asked, { surface, selector }: Step, at: number): LabelSign {
  const item = selector.kind === 'labels' ? selector.items[at] : undefined
  const range = surface?.items[at]
  if (!item || !range) return 'plain'
  const written = text.slice(range.start, range.end)
  if (item.style === 'bracketed' && written.startsWith('(')) return 'enclosed'
  const behind = surface.noun !== undefined && surface.noun.start < range.start
  const isNumeral = words.numerals.some(([form]) => form === wordForm(written))
  return item.style === 'ordinal' && behind && isNumeral ? 'cardinal' : item.style
}

/** The list with the signs, commas and conjunctions that stood in it. */
export function listWords(
  asked: Asked,
  { step, was }: BoundStep,
  laid: readonly LaidItem[],
  labelIn: (placed: PlacedUnit, item: LaidItem) => string | undefined,
): string | undefined {
  const { selector, surface } = step
  const items = selector.kind === 'labels' ? selector.items : []
  const texts = laid.map((item) => {
    const range = surface?.items[item.source]
    const old = items[item.source]
    const written = range ? asked.text.slice(range.start, range.end) : ''
    const [first, last] = [labelIn(item.first, item), labelIn(item.last, item)]
    if (first === undefined || last === undefined) return undefined
    const isOne = item.first === item.last
    const wasOne = was[item.source]?.length === 1
    if (isOne && wasOne && old && old.to === undefined && isSame(old, item, written, first))
      return written
    return isOne ? first : first + rangeSign(written, [first, last], asked) + last
  })
  if (texts.some((one) => one === undefined)) return undefined
  const seps = separators(asked, surface?.items ?? [], laid)
  return texts.map((one, i) => `${i === 0 ? '' : (seps[i - 1] ?? ', ')}${one}`).join('')
}

/** Whether an item's number is what it was: then it stays as it was written. */
function isSame(old: LabelItem, { first }: LaidItem, written: string, label: string): boolean {
  if (labelOf(first)?.toLowerCase() !== old.label.toLowerCase()) return false
  const wasInWords = old.style === 'ordinal'
  return wasInWords
    ? wordForm(written) === wordForm(label)
    : /\)$/.test(written) === /\)$/.test(label)
}

function rangeSign(written: string, labels: readonly string[], { words }: Asked): string {
  const found = /\s*[-‐‑‒–—−]\s*/u.exec(written.replace(/\d[-‐‑]\d(?=.*[–—−]|.* - )/gu, ''))?.[0]
  const inWords = /\s+\p{L}+\s+(?=\d|\()/u.exec(written)?.[0]
  const sign = inWords ?? found ?? (words.number === 'before' ? '–' : '–')
  const isTight = /^[-‐‑]$/u.test(sign)
  return isTight && labels.some((label) => /-/.test(label)) ? ' – ' : sign
}

function separators(
  { text, words }: Asked,
  ranges: readonly TextRange[],
  laid: readonly LaidItem[],
): readonly string[] {
  const old = ranges.slice(1).map(({ start }, i) => text.slice(ranges[i]?.end ?? start, start))
  if (old.length === laid.length - 1) return old
  const joins = (one: string) => words.and.includes(/(\p{L}[\p{L}/]*)\s*$/u.exec(one)?.[1] ?? '')
  const comma = old.find((one) => /^,\s*$/u.test(one)) ?? ', '
  const conjunction = old.findLast(joins) ?? (old.length === 0 ? ` ${words.and[0]} ` : comma)
  const last = laid.length === 2 ? conjunction.replace(/^,/u, '') : conjunction
  const between = laid.length === 2 && last.trim() === '' ? comma : last
  return [...Array.from({ length: Math.max(0, laid.length - 2) }, () => comma), between]
}

interface Joint {
  readonly lastSign: LabelSign
  readonly renamed: boolean
}

/** Noun and list in the order in which they stood. */
function joinedStep(
  asked: Asked,
  { surface }: Step,
  noun: string,
  list: string,
  { lastSign, renamed }: Joint,
): string {
  const { text, words } = asked
  const at = surface?.noun
  const [first, last] = [surface?.items[0], surface?.items.at(-1)]
  if (!at || !first || !last) return list
  if (at.start < first.start) return noun + text.slice(at.end, first.start) + list
  if (words.number === 'behind') {
    const plain = renamed || /\d|,| /u.test(list)
    const words = plain ? `${noun} ${list}` : `${list}${text.slice(last.end, at.start)}${noun}`
    return isCapital(text.slice(first.start, first.end)) ? capital(words) : words
  }
  const gap = text.slice(last.end, at.start)
  const usual = gapBefore(words, lastSign, list)
  const keeps = !renamed && !/\p{L}/u.test(gap)
  return list + (keeps ? gap : usual) + noun
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** "44(1)(b)": the article with the numbers of the units down to the cited one. */
function innerNumbers(
  asked: Asked,
  { step, was, now }: BoundStep,
  continued: 'short' | 'full',
): StepWords | undefined {
  const { selector, surface } = step
  if (selector.kind !== 'labels' || !surface) return undefined
  let words = ''
  let at = surface.range.start
  let before: readonly string[] | undefined
  for (const [i, range] of surface.items.entries()) {
    const item = selector.items[i]
    const path = item && innerPath(item, was[i], now[i])
    if (!path) return undefined
    const opens = asked.text.charAt(range.start) === '('
    const continues = opens && item.style !== 'bracketed'
    const shares = !before || path.slice(0, -1).every((one, k) => one === before?.[k])
    const isShort = continues && continued === 'short' && shares
    const [base = '', ...inner] = isShort ? ['', ...path.slice(-1)] : path
    const first = item.style === 'bracketed' ? `(${base})` : base
    words += asked.text.slice(at, range.start) + first + inner.map((one) => `(${one})`).join('')
    at = range.end
    before = path
  }
  return { words: words + asked.text.slice(at, surface.range.end), change: 'number' }
}

/** The numbers from the unit that the noun calls down to the cited one. */
function innerPath(
  { inner }: LabelItem,
  was: readonly PlacedUnit[] = [],
  now: readonly PlacedUnit[] = [],
): readonly string[] | undefined {
  const [old, unit] = [was[0], now[0]]
  if (!old || !unit || was.length !== 1 || now.length !== 1) return undefined
  const around = [...old.parents, old.unit]
  const base = around[around.length - 1 - inner.length]
  const kind = base ? unitAttrs(base).kind : undefined
  const path = [...unit.parents, unit.unit]
  const from = path.findLastIndex((one) => unitAttrs(one).kind === kind)
  const labels = path.slice(from).map((one) => unitAttrs(one).label)
  return from < 0 || labels.includes(null) ? undefined : labels.map((one) => one ?? '')
}

import type { Citation, LabelItem, Step } from '../../citation/address.ts'
import { type Lexicon, lexiconFor } from '../../citation/lexicon.ts'
import { citationsIn } from '../../citation/parse.ts'
import { tightRange } from '../../citation/scan.ts'
import { tokensOf } from '../../citation/token.ts'
import { isUnitKind, type UnitKind } from '../../schema/kind.ts'
import { romanValue } from '../../structure/label-value.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Address, AddressStep, SpotPart } from '../address.ts'
import { innerRange, labelsBetween, MOST_UNITS } from './label-ranges.ts'
import { sentencesIn } from './sentence-targets.ts'
import { withSoleAnnex } from './sole-annex.ts'
import type { Target } from './target.ts'

/** What units the words name, in order. */
export function targetsIn(
  text: string,
  profile: Profile,
  words: DirectiveWords,
): readonly Target[] {
  const lexicon = lexiconFor(profile)
  const cited = uninverted(citationsIn(text, lexicon), lexicon, words).map((citation) =>
    deepened(target(citation, profile, lexicon, words), text, words),
  )
  for (const [i, one] of cited.entries()) {
    const listed = besideLast(cited[i - 1], one, text)
    if (listed) cited[i] = listed
  }
  const sentences = sentencesIn(text, cited, lexicon)
  const whole = cited.filter(({ end }) => !sentences.some((one) => one.holderEnd === end))
  const all = withoutHosts([...whole, ...sentences], text, words)
  return withSoleAnnex(all, text, words).sort(
    (a, b) => a.start - b.start || sentenceOf(a) - sentenceOf(b),
  )
}

/** Which of a list of sentences it is. */
function sentenceOf({ part }: Target): number {
  return part?.kind === 'sentence' && part.n !== 'last' ? part.n : 0
}

/** What tells where a section stands that a law enacts for another act is changed by no law on that section. */
function withoutHosts(
  targets: readonly Target[],
  text: string,
  { hosted }: DirectiveWords,
): Target[] {
  const at = hosted ? text.search(hosted.unit) : -1
  if (!hosted || at < 0) return [...targets]
  return targets.filter(
    ({ start }) => start < at + HOSTED || !hosted.lead.test(text.slice(0, start)),
  )
}

/** Characters of "Amendatory section", behind which its own number stands. */
const HOSTED = 20

/** «статью 2 пунктом 4» cites two units, not an article in a paragraph; «пункт 3 пунктом 4» does too. */
function uninverted(
  citations: readonly Citation[],
  lexicon: Lexicon,
  words: DirectiveWords,
): readonly Citation[] {
  return citations.flatMap((citation) => {
    const { text, range } = citation
    const at = complementIn(text, lexicon, words) ?? invertedAt(citation, lexicon)
    if (at === undefined || at === 0) return [citation]
    return [0, at].flatMap((from, i) =>
      citationsIn(i === 0 ? text.slice(0, at) : text.slice(at), lexicon).map((part) => ({
        ...part,
        act: citation.act,
        range: {
          start: range.start + from + part.range.start,
          end: range.start + from + part.range.end,
        },
      })),
    )
  })
}

/** Where a unit is named as what another is to be. */
function complementIn(
  text: string,
  lexicon: Lexicon,
  { complement, verb }: DirectiveWords,
): number | undefined {
  if (verb === 'last' || complement.test(text.toLowerCase())) return undefined
  return tokensOf(text).find(({ form }) => lexicon.units.has(form) && complement.test(form))?.start
}

function invertedAt({ steps, text }: Citation, lexicon: Lexicon): number | undefined {
  const inverted = steps.findIndex(
    (step, i) => i > 0 && isArticle(step, lexicon) && !isLarge(steps[i - 1], lexicon),
  )
  const outer = steps[inverted - 1]
  // "Section 5 of section 4 of the Law": what one section enacts has sections of its own.
  if (inverted < 0 || !outer || outer.word === steps[inverted]?.word) return undefined
  return tokensOf(text).findLast(({ form }) => lexicon.units.get(form)?.noun.word === outer.word)
    ?.start
}

function isArticle({ word }: Step, lexicon: Lexicon): boolean {
  return rankOfWord(word, lexicon) === lexicon.articleRank
}

function isLarge(step: Step | undefined, lexicon: Lexicon): boolean {
  return step === undefined || rankOfWord(step.word, lexicon) < lexicon.articleRank
}

function rankOfWord(word: string, lexicon: Lexicon): number {
  return lexicon.units.get(word)?.rank ?? -1
}

/** "sub-subparagraph (i)" is a level below the subparagraph, "sub-sub-subparagraph" two. */
function deepened(target: Target, text: string, { depths }: DirectiveWords): Target {
  if (depths.length === 0) return target
  const before = text.slice(Math.max(0, target.start - 40), target.start)
  const noun = /^[(\d]/u.test(target.text) ? before.replace(/[\p{L}]+\s+$/u, '') : before
  const subs = /(?:sub-)+$/iu.exec(noun)?.[0].length ?? 0
  if (subs === 0) return target
  const units = target.units.map((unit) =>
    unit.map((step, i) => {
      const at = depths.indexOf(step.kind)
      const kind = depths[at + subs / 4]
      return i === unit.length - 1 && at >= 0 ? { ...step, kind: kind ?? 'subclause' } : step
    }),
  )
  return { ...target, units }
}

function target(
  citation: Citation,
  profile: Profile,
  lexicon: Lexicon,
  words: DirectiveWords,
): Target {
  const { range, text, act } = citation
  let units: readonly Address[] = [[]]
  let part: SpotPart | null = null
  for (const [i, step] of citation.steps.entries()) {
    if (step.kinds.length === 0) {
      part = sentencePart(step) ?? part
      continue
    }
    const own = i === citation.steps.length - 1 && step.kinds[0] !== 'section' ? text : ''
    const options = alternatives(step, own, namesMany(text, lexicon), profile, words)
    if (options.length === 0) continue
    units = units.flatMap((outer) => options.map((option) => [...outer, ...option]))
    units = units.slice(0, MOST_UNITS)
  }
  const own = { ...range, text, units, part, namesAct: act !== null }
  const whole = units.map((unit) => underSection(unit, text, words))
  return whole.every((unit, i) => unit === units[i])
    ? own
    : { ...own, units: whole, inAnnex: units }
}

/** "Paragraph 9(1)(b)" is paragraph (b) of section 9: its noun names the last of its numbers. */
function underSection(unit: Address, text: string, { depths }: DirectiveWords): Address {
  const [first, ...inner] = unit
  const [section, ...small] = depths
  const depth = first ? small.indexOf(first.kind) : -1
  const isBare = /^(?:\p{L}+\s+)?\d/u.test(text)
  if (!section || depth < 0 || !isBare || inner.length === 0 || inner.length > depth + 1)
    return unit
  const kinds = small.slice(depth + 1 - inner.length)
  return unit.map((step, i) => ({ ...step, kind: (i === 0 ? section : kinds[i - 1]) ?? step.kind }))
}

/** "(2)" in "subsections 6(1) and (2)" is of the same section. */
function besideLast(before: Target | undefined, one: Target, text: string): Target | undefined {
  const [last] = before?.units ?? []
  const step = one.units[0]?.[0]
  if (!before?.inAnnex || !last || !step || !one.text.startsWith('(')) return undefined
  if (!/^\s*(?:,|,?\s*(?:and|or))\s*$/u.test(text.slice(before.end, one.start))) return undefined
  const outer = last.slice(0, -1)
  return { ...one, units: one.units.map((unit) => [...outer, ...unit]), inAnnex: one.units }
}

function sentencePart({ selector }: Step): SpotPart | null {
  if (selector.kind !== 'labels') return null
  const n = Number(selector.items[0]?.label)
  return Number.isInteger(n) && n > 0 ? { kind: 'sentence', n } : null
}

function alternatives(
  step: Step,
  text: string,
  isMany: boolean,
  profile: Profile,
  words: DirectiveWords,
): readonly Address[] {
  if (step.selector.kind !== 'labels') return []
  const { items } = step.selector
  return items.flatMap((item) => {
    const bare = ownNumbers(item, text, words)
    if (bare.to !== undefined && bare.inner.length > 0)
      return innerRange(bare, bare.to).map((inner) =>
        steps(step, { ...bare, inner }, bare.label, profile, words),
      )
    return expanded(bare, isMany && !isInserted(item, items)).map((label) =>
      steps(step, bare, label, profile, words),
    )
  })
}

/** "(c)" in a list "(b)(1), (c)" stands for itself; in "(b)(1), (2)" it is beside the last. */
function ownNumbers(item: LabelItem, text: string, words: DirectiveWords): LabelItem {
  if (words.depths.length === 0 || item.to !== undefined) return item
  const [label, ...inner] = (/^(?:\([^()\s]+\))+/u.exec(text)?.[0] ?? '').slice(1, -1).split(')(')
  if (label === undefined || label === '') return item
  return isFigure(label) === isFigure(item.label) ? { ...item, label, inner } : item
}

function isFigure(label: string): boolean {
  return /^\d/u.test(label)
}

function namesMany(text: string, lexicon: Lexicon): boolean {
  const forms =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? []
  return forms.some((form) => lexicon.units.get(form)?.count === 'many')
}

/** «пункты 1-1 и 1-2», «3-4 и 3-5»: numbers on one stem are those of inserted units, and no ranges. */
function isInserted(item: LabelItem, items: readonly LabelItem[]): boolean {
  const stem = /^\d+-(?=\d+$)/u.exec(item.label)?.[0]
  return stem !== undefined && items.some((one) => one !== item && one.label.startsWith(stem))
}

function expanded(item: LabelItem, isMany: boolean): readonly string[] {
  const tight = item.tight && isMany ? tightRange(item.label) : undefined
  const [from, to] = tight ?? [item.label, item.to]
  if (to === undefined) return [from]
  return labelsBetween(from, to) ?? [from, to]
}

function steps(
  step: Step,
  item: LabelItem,
  label: string,
  profile: Profile,
  words: DirectiveWords,
): Address {
  const kind = kindOf(step, item, profile, words)
  const first: AddressStep =
    item.style === 'ordinal' && styleOf(profile, kind)?.print === undefined
      ? { kind, ordinal: Number(label) }
      : { kind, label: asPrinted(label, kind, profile) }
  return [first, ...innerSteps(kind, item.inner, words)]
}

function kindOf(
  step: Step,
  item: LabelItem,
  profile: Profile,
  { depths }: DirectiveWords,
): UnitKind {
  const depth = isUnitKind(step.word) ? depths.indexOf(step.word) : -1
  // "Section (a)" of a section is its subsection.
  const isLettered = item.style === 'bracketed' && /^[a-z]/u.test(item.label)
  const named = depths[depth === 0 && isLettered ? 1 : depth]
  if (named) return named
  const bracketed = (kind: UnitKind) => styleOf(profile, kind)?.print?.endsWith(')') ?? false
  const first = step.kinds[0] ?? 'paragraph'
  if (item.style !== 'bracketed') return first
  return step.kinds.find(bracketed) ?? first
}

/** «раздел первый» of parts with Roman numbers is part I. */
function asPrinted(label: string, kind: UnitKind, profile: Profile): string {
  if (styleOf(profile, kind)?.labels !== 'romanUpper' || !/^\d+$/u.test(label)) return label
  return ROMAN.find((numeral) => romanValue(numeral) === Number(label)) ?? label
}

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')

function innerSteps(kind: UnitKind, inner: readonly string[], words: DirectiveWords): Address {
  const depth = words.depths.indexOf(kind)
  return inner.map((label, i) => ({ kind: words.depths[depth + 1 + i] ?? 'subclause', label }))
}

/** Where a kind stands among the kinds of the profile; larger for smaller units. */
export function rankOf(kind: UnitKind, profile: Profile, words: DirectiveWords): number {
  if (words.depths.includes(kind)) return 10 + words.depths.indexOf(kind)
  const at = profile.units.findIndex((style) => style.kind === kind)
  if (words.depths.length > 0) return at < 0 ? 5 : at
  // A часть is a part of an article or paragraph and holds its points, whatever the profile lists first.
  if (kind === 'subparagraph') return rankOf('point', profile, words) - 0.5
  return at < 0 ? (kind === 'annex' ? 0 : 50) : at
}

/** The path of a unit named in a context: larger units that it does not name itself are the context's. */
export function inContext(
  context: Address,
  own: Address,
  profile: Profile,
  words: DirectiveWords,
): Address {
  const [first] = own
  if (!first) return context
  const section = own.findIndex(({ kind }) => kind === words.depths[0])
  if (section >= 0) return own.slice(section)
  const rank = rankOf(first.kind, profile, words)
  const kept = context.filter(({ kind }) => rankOf(kind, profile, words) < rank)
  return [...kept, ...own]
}

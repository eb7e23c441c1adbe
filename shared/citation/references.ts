import type { Node } from 'prosemirror-model'
import { type Act, titleOf, type Unit, type UnitId, unitAttrs, walkUnits } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import { citationWordsFor } from '../tradition/citation-words.ts'
import type { Profile } from '../tradition/tradition.ts'
import { type ActIndex, idOf, indexOf, type PlacedUnit } from './act-index.ts'
import { ANY_SORT, nameStems } from './acts.ts'
import type { Citation, CitedAct, Step } from './address.ts'
import { amendedAct, stepsInAmended } from './amended.ts'
import { type Lexicon, lexiconFor } from './lexicon.ts'
import { citationsIn } from './parse.ts'
import { placeInWords } from './place.ts'
import { citationsOf } from './recognized.ts'
import type { Reference, ReferenceStatus, ReferenceTarget } from './reference.ts'
import { type Citing, type Found, resolveSteps } from './resolve.ts'
import { type TextBlock, textBlocks } from './text-block.ts'

/** An act that citations may name. */
export interface OtherAct {
  readonly id: string
  /** Its own title, where that is known without reading the act. */
  readonly title?: string
  /** Names besides its title. */
  readonly names: readonly string[]
  /** Named only where no other act answers, as a sample beside the drafter's own acts. */
  readonly isSpare?: boolean
  readonly act: Act
}

/** What a citation says of another act: enough to resolve it anew when that act changes. */
export interface CitedElsewhere {
  readonly name: string
  readonly steps: readonly Step[]
}

/** A reference with what it depends on. */
export interface BoundCitation extends Reference {
  /** `null`: it cites the act that holds it, or names none. */
  readonly elsewhere: CitedElsewhere | null
  /** In a publisher's note, where a citation of what is not there is no reference. */
  readonly inNote: boolean
}

/** Every reference of the act, in document order. */
export function referencesOf(act: Act, others: readonly OtherAct[] = []): readonly Reference[] {
  const references: Reference[] = []
  walkUnits(act, (unit, parents) => {
    references.push(...referencesIn(act, { unit, parents }, others))
  })
  return references
}

/** The references in the unit's own words, the units in it left out. */
export function referencesIn(
  act: Act,
  citing: PlacedUnit,
  others: readonly OtherAct[] = [],
): readonly Reference[] {
  return citationsBound(act, citing, others)
    .filter(isReference)
    .map(({ elsewhere: _, inNote: __, ...reference }) => reference)
}

/** A note tells of units that came, went or are to come: it is no part of the law. */
export function isReference({ inNote, status }: BoundCitation): boolean {
  return !inNote || status !== 'broken'
}

/**
 * {@link referencesIn} with what each depends on. What the unit's blocks say is kept by block node,
 * so that after an edit only the touched block is read again.
 */
export function citationsBound(
  act: Act,
  citing: PlacedUnit,
  others: readonly OtherAct[] = [],
): readonly BoundCitation[] {
  return citationsRead(act, citing, others).map(({ reference }) => reference)
}

/** A citation with the words that it was read from and what each step of them names. */
export interface ReadCitation {
  readonly reference: BoundCitation
  /** Its places count in the text of the line, as `at.offset` leaves off. */
  readonly citation: Citation
  /** What each step of some kind names, outermost first, and in it each item. */
  readonly trail: Found['trail']
  readonly at: TextBlock
}

/** {@link citationsBound} with what a rewriting needs to know; `wordsOf` may put other words for a line. */
export function citationsRead(
  act: Act,
  citing: PlacedUnit,
  others: readonly OtherAct[],
  wordsOf?: (line: Node) => string | undefined,
): readonly ReadCitation[] {
  const index = indexOf(act)
  const lexicon = lexiconFor(index.profile)
  const found: ReadCitation[] = []
  const lines = textBlocks(citing.unit)
  if (lines.length === 0) return found
  const amended = amendedAct(act, citing, lexicon)
  let last: CitedAct | undefined
  let said: readonly PlacedUnit[] = []
  for (const at of lines) {
    const { block, offset, node } = at
    const words = wordsOf?.(node)
    const citations = words === undefined ? citationsOf(node, lexicon) : citationsIn(words, lexicon)
    for (const [i, citation] of citations.entries()) {
      const cited = citedAct(citation, last, amended)
      if (cited?.kind === 'named') last = cited
      if (isItself(citation, lexicon)) continue
      const around = { ...citing, said, before: () => citations.slice(0, i) }
      const outcome = outcomeOf(index, citation, cited, around, others)
      if (!outcome || isOwnNumber(citation, outcome, citing, node)) continue
      const { text } = citation
      const range = { start: citation.range.start + offset, end: citation.range.end + offset }
      const { status, targets, units, elsewhere, trail } = outcome
      const inNote = node.type === schema.nodes.note
      if (units.length > 0 && !(inNote && status === 'broken')) said = units
      const from = idOf(citing.unit)
      const reference = { from, block, range, text, status, targets, elsewhere, inNote }
      found.push({ reference, citation, trail, at })
    }
  }
  return found
}

/** The act that a citation is of, where the text around it tells: `null` is the citing act itself. */
function citedAct(
  { act, steps }: Citation,
  last: CitedAct | undefined,
  amended: CitedAct | null,
): CitedAct | null {
  if (act?.kind === 'said') return antecedent(act, last)
  return act === null && steps.length > 0 ? amended : act
}

/** The act named last, where it is of the sort that is asked for. */
function antecedent(said: CitedAct & { kind: 'said' }, last: CitedAct | undefined): CitedAct {
  return last?.kind === 'named' && [last.sort, ANY_SORT].includes(said.sort) ? last : said
}

/** "this section" where the tradition holds that to cite nothing. */
function isItself({ steps }: Citation, { words }: Lexicon): boolean {
  const [only, ...more] = steps
  if (!only || more.length > 0 || only.selector.kind !== 'this') return false
  return words.units.some(({ word, selfCited }) => word === only.word && selfCited === false)
}

/** «Статья 44 с изменениями …» in the note on article 44: its own number, as at the start of its text. */
function isOwnNumber(
  { range, steps }: Citation,
  { targets }: Outcome,
  { unit, parents }: PlacedUnit,
  block: Node,
): boolean {
  const isNote = block.type === schema.nodes.note
  if (!isNote && range.start > 0) return false
  if (steps.some(({ selector }) => selector.kind !== 'labels') || targets.length !== 1) return false
  const around: readonly (UnitId | null)[] = [...(isNote ? parents : []), unit].map(idOf)
  return targets.every((target) => target.act === null && around.includes(target.unit))
}

interface Outcome {
  readonly status: ReferenceStatus
  readonly targets: readonly ReferenceTarget[]
  /** The targets in this act. */
  readonly units: readonly PlacedUnit[]
  readonly elsewhere: CitedElsewhere | null
  readonly trail: Found['trail']
}

function outcomeOf(
  index: ActIndex,
  citation: Citation,
  cited: CitedAct | null,
  citing: Citing & { readonly before: () => readonly Citation[] },
  others: readonly OtherAct[],
): Outcome | undefined {
  const { steps, text } = citation
  if (cited === null || cited.kind === 'this' || isOwnName(index, cited)) {
    if (steps.length === 0) return undefined
    return { ...resolved(index, citation, citing, null), elsewhere: null }
  }
  if (cited.kind === 'said') return { ...external(text, text), units: [], elsewhere: null }
  const plain = steps.map(({ surface: _, ...step }) => step)
  const isUnnamed = citation.act === null && plain.length > 0
  const led = isUnnamed
    ? stepsInAmended(plain, citing, citing.before(), lexiconFor(index.profile))
    : plain
  const elsewhere = { name: cited.name, steps: led }
  return { ...ledElsewhere(index.profile, elsewhere, text, others), units: [], elsewhere }
}

/**
 * What a citation of another act leads to; `profile` is the citing act's. Several acts that answer to
 * its name are candidates.
 */
export function resolveElsewhere(
  profile: Profile,
  cited: CitedElsewhere,
  text: string,
  others: readonly OtherAct[],
): Pick<Reference, 'status' | 'targets'> {
  const { status, targets } = ledElsewhere(profile, cited, text, others)
  return { status, targets }
}

function ledElsewhere(
  profile: Profile,
  { name, steps }: CitedElsewhere,
  text: string,
  others: readonly OtherAct[],
): Pick<Outcome, 'status' | 'targets' | 'trail'> {
  const named = actsNamed(profile, others, name)
  if (named.length === 0) return external(name, text)
  const found = named.map(({ id, act }) => {
    if (steps.length > 0) return resolved(indexOf(act), { steps, text }, undefined, id)
    return { status: 'valid' as const, targets: [{ act: id, unit: null, label: text }], trail: [] }
  })
  const [only, ...more] = found
  if (only && more.length === 0) return only
  return { status: 'ambiguous', targets: found.flatMap(({ targets }) => targets), trail: [] }
}

function external(name: string, text: string) {
  const targets = [{ act: nameOf(name), unit: null, label: text }]
  return { status: 'external' as const, targets, trail: [] }
}

function nameOf(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim()
}

function resolved(
  index: ActIndex,
  { steps, text }: Pick<Citation, 'steps' | 'text'>,
  citing: Citing | undefined,
  act: string | null,
): Omit<Outcome, 'elsewhere'> {
  const { units, missing, ambiguous, trail } = resolveSteps(index, steps, citing)
  const own = act === null ? units : []
  const targets = units.map(
    (placed): ReferenceTarget => ({
      act,
      unit: idOf(placed.unit),
      label: placeInWords(index.profile, placed),
    }),
  )
  if (missing.length > 0 || targets.length === 0)
    return {
      status: 'broken',
      targets: [...targets, { act, unit: null, label: text }],
      units: own,
      trail,
    }
  const repealed = units.some(({ unit, parents }) => [...parents, unit].some(isRepealed))
  const status = ambiguous ? 'ambiguous' : repealed ? 'repealed' : 'valid'
  return { status, targets, units: own, trail }
}

function isRepealed(unit: Unit): boolean {
  return unitAttrs(unit).state === 'repealed'
}

/** The Constitution calls itself by its name. */
function isOwnName(index: ActIndex, cited: CitedAct): boolean {
  if (cited.kind === 'named') {
    if (cited.sort === index.profile.id && cited.sort === 'constitution') return true
    const { actFiller } = citationWordsFor(index.profile)
    const stems = nameStems(cited.name, actFiller)
    return stems.size > 1 && sameStems(stems, index.title)
  }
  return cited.kind === 'said' && cited.sort === index.profile.id
}

/** The acts that a name is of: those with all its words and no other, else those with all its words. */
export function actsNamed(
  profile: Profile,
  others: readonly OtherAct[],
  name: string,
): readonly OtherAct[] {
  const { actFiller } = citationWordsFor(profile)
  const { stems, quoted } = stemsCited(name, actFiller)
  if (stems.size === 0) return []
  const answering = (answers: (known: ReadonlySet<string>) => boolean) => {
    const found = others.filter((other) => stemsOf(other, actFiller).some(answers))
    const first = found.filter(({ isSpare }) => !isSpare)
    return first.length > 0 ? first : found
  }
  const exact = answering((known) => sameStems(stems, known))
  if (exact.length > 0 || !quoted) return exact
  return answering((known) => [...stems].every((stem) => known.has(stem)))
}

/** Tells of each name whether an act of such titles may be meant by it. */
export function namesAnyOf(profile: Profile, titles: readonly string[]): (name: string) => boolean {
  const { actFiller } = citationWordsFor(profile)
  const known = titles.map((title) => nameStems(title, actFiller))
  return (name) => {
    const { stems } = stemsCited(name, actFiller)
    return stems.size > 0 && known.some((title) => [...stems].every((stem) => title.has(stem)))
  }
}

/** A quoted title may leave out words of the act's own; a name without one may not. */
function stemsCited(name: string, filler: RegExp) {
  const quoted = /[«"“]\s?([^»"”]+)/u.exec(name)?.[1]
  const stems = nameStems(quoted ?? name.replaceAll(/№\s*\S+/gu, ' '), filler)
  return { stems, quoted: quoted !== undefined }
}

const stemsKnown = new WeakMap<OtherAct, readonly ReadonlySet<string>[]>()

function stemsOf(other: OtherAct, filler: RegExp): readonly ReadonlySet<string>[] {
  const known = stemsKnown.get(other)
  if (known) return known
  const names = [other.title ?? titleOf(other.act), ...other.names]
  const stems = names.map((name) => nameStems(name, filler)).filter(({ size }) => size > 0)
  stemsKnown.set(other, stems)
  return stems
}

function sameStems(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((stem) => b.has(stem))
}

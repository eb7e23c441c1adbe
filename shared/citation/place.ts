import { type Act, type Unit, type UnitId, unitAttrs, walkUnits } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { blockText } from '../structure/canonical-text.ts'
import type { CitationWords } from '../tradition/citation.ts'
import { citationWordsFor } from '../tradition/citation-words.ts'
import { inCase } from '../tradition/declension.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { isCitedByItself, type PlacedUnit } from './act-index.ts'
import { nounOf } from './label-words.ts'
import { numberInParent } from './ordinal.ts'
import { ordinalInWords } from './ordinal-words.ts'

/** Where a unit stands, in the words by which law cites it: «подпункт 2) пункта 1 статьи 44». */
export function formatPlace(act: Act, unit: UnitId): string {
  let place: PlacedUnit | undefined
  walkUnits(act, (one, parents) => {
    if (!place && one.attrs['id'] === unit) place = { unit: one, parents }
  })
  return place ? placeInWords(profileOf(act), place) : ''
}

/** {@link formatPlace} for callers that know where the unit is. */
export function placeInWords(profile: Profile, place: PlacedUnit): string {
  const path = citedPath(profile, place)
  const named = path.map((unit, i): NamedUnit => {
    const { kind, label } = unitAttrs(unit)
    const parent = path[i - 1] ?? place.parents.at(-1)
    const counted = label === null && styleOf(profile, kind)?.placement === 'inline' && parent
    const ordinal = counted ? numberInParent(unit, parent) : null
    const title = label === null && ordinal === null ? firstWords(unit) : ''
    return { kind, label, ordinal, ...(title === '' ? {} : { title }) }
  })
  return pathInWords(profile, named)
}

/** A unit as law names it: by number, counted among its like, or by its kind alone. */
export interface NamedUnit {
  readonly kind: UnitKind
  readonly label: string | null
  readonly ordinal: number | null
  /** How a unit begins that has neither. */
  readonly title?: string
}

/** Units in one another, outermost first, in words: «подпункт 2) пункта 1 статьи 44». */
export function pathInWords(profile: Profile, path: readonly NamedUnit[]): string {
  const words = citationWordsFor(profile)
  const phrases = path.map(
    (unit, i) =>
      words.place.frames[unit.kind] ??
      phrase(words, profile, unit, { outermost: i === 0, innermost: i === path.length - 1 }),
  )
  const ordered = words.place.order === 'large-first' ? phrases : phrases.reverse()
  return ordered.join(words.place.joint)
}

/** The units that a citation names to reach this one: from the article, or from the outermost. */
function citedPath(profile: Profile, { unit, parents }: PlacedUnit): readonly Unit[] {
  const path = [...parents, unit]
  const from = path.findLastIndex((one) => isCitedByItself(profile, unitAttrs(one).kind))
  return path.slice(Math.max(from, 0))
}

interface Position {
  readonly outermost: boolean
  readonly innermost: boolean
}

function phrase(
  words: CitationWords,
  profile: Profile,
  { kind, label, ordinal, title }: NamedUnit,
  { outermost, innermost }: Position,
): string {
  const style = styleOf(profile, kind)
  const noun = nounOf(words, profile, kind)
  if (!noun) return [style?.word ?? kind, label ?? ''].join(' ').trim()
  const grammatical = innermost ? 'nominative' : 'genitive'
  const called = inCase((outermost ? noun.free : noun.bound).singular, grammatical)
  const { place } = words
  if (label !== null) {
    const bracketed = /\(?\{n\}\)/.exec(style?.print ?? '')?.[0]
    const number = bracketed?.replace('{n}', () => label) ?? label
    const form = bracketed
      ? place.bracketed
      : /^[IVXLC]+$/.test(label)
        ? place.roman
        : place.numbered
    return filled(form, called, number)
  }
  if (ordinal === null) return title === undefined ? called : `${called} «${title}»`
  const inWords = ordinalInWords(words, ordinal, noun.gender, grammatical)
  return inWords === undefined
    ? filled(place.numbered, called, String(ordinal))
    : filled(place.ordinal, called, inWords)
}

/** Characters of a unit that tell it from others without a number. */
const TELLING = 24

function firstWords(unit: Unit): string {
  const block = unit.firstChild
  const words = block?.isTextblock ? blockText(block).trim() : ''
  if (words.length <= TELLING) return words
  return `${words.slice(0, TELLING).replace(/\p{Surrogate}$/u, '')}…`
}

function filled(form: string, noun: string, n: string): string {
  return form.replace('{noun}', () => noun).replace('{n}', () => n)
}

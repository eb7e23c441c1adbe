import type { UnitKind } from '../schema/kind.ts'
import type { ActNoun, CitationWords, UnitNoun } from '../tradition/citation.ts'
import { citationWordsFor } from '../tradition/citation-words.ts'
import { formsOf } from '../tradition/declension.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { wordForm } from './token.ts'

/** A noun for units as an act of one profile uses it. */
export interface Noun {
  readonly noun: UnitNoun
  readonly kinds: readonly UnitKind[]
  /** Larger for units that stand deeper. */
  readonly rank: number
  /** Whether its numbers are written «2)». */
  readonly bracket: 'always' | 'never' | 'either'
}

export interface NounForm extends Noun {
  /** `either`: «статьи» is of one article or names several. */
  readonly count: 'one' | 'many' | 'either'
  readonly short: boolean
}

/** The terminals of the grammar, for quick look-up, as acts of one profile use them. */
export interface Lexicon {
  readonly words: CitationWords
  readonly units: ReadonlyMap<string, NounForm>
  readonly acts: ReadonlyMap<string, ActNoun>
  readonly ordinals: ReadonlyMap<string, number>
  readonly numerals: ReadonlyMap<string, number>
  /** The noun of a part that has a name and no number. */
  book(name: string): Noun
  /** The rank of the unit that law is cited by: its number needs no larger unit. */
  readonly articleRank: number
}

const lexicons = new WeakMap<Profile, Lexicon>()

export function lexiconFor(profile: Profile): Lexicon {
  const known = lexicons.get(profile)
  if (known) return known
  const words = citationWordsFor(profile)
  const lexicon: Lexicon = {
    words,
    units: unitForms(words, profile),
    acts: new Map(words.acts.flatMap((act) => act.forms.map((form) => [wordForm(form), act]))),
    ordinals: new Map(
      words.ordinals.flatMap(({ value, declined }) =>
        Object.values(declined)
          .flatMap(formsOf)
          .map((form) => [wordForm(form), value]),
      ),
    ),
    numerals: new Map(words.numerals),
    book: (name) => bookNoun(profile, name),
    articleRank: rankOf(profile, articleKind(profile)),
  }
  lexicons.set(profile, lexicon)
  return lexicon
}

function bookNoun(profile: Profile, name: string): Noun {
  const forms = { singular: { nominative: name }, plural: { nominative: name } }
  return {
    noun: { word: name, kinds: ['book'], gender: 'feminine', free: forms, bound: forms },
    kinds: ['book'],
    rank: rankOf(profile, 'book'),
    bracket: 'never',
  }
}

function articleKind(profile: Profile): UnitKind {
  const through = profile.units.find(({ series, kind }) => series === 'act' && kind !== 'annex')
  return through?.kind ?? 'article'
}

function unitForms(words: CitationWords, profile: Profile): ReadonlyMap<string, NounForm> {
  const forms = new Map<string, NounForm>()
  for (const unit of words.units) {
    const noun = nounIn(profile, unit)
    const add = (form: string, count: NounForm['count'], short = false) =>
      forms.set(wordForm(form), {
        ...noun,
        count: counts(forms.get(wordForm(form)), noun, count),
        short,
      })
    for (const { singular } of [unit.free, unit.bound])
      for (const form of formsOf(singular)) add(form, 'one')
    for (const { plural } of [unit.free, unit.bound])
      for (const form of formsOf(plural)) add(form, 'many')
    for (const form of unit.short ?? [])
      if (!forms.has(form)) add(form, form === '§' ? 'one' : 'many', true)
  }
  return forms
}

function counts(known: NounForm | undefined, noun: Noun, count: NounForm['count']) {
  return known?.noun === noun.noun && known.count !== count ? 'either' : count
}

function nounIn(profile: Profile, noun: UnitNoun): Noun {
  const called = profile.units
    .filter(({ word, print, placement }) => word === noun.word && (print ?? placement) !== 'line')
    .map(({ kind }) => kind)
  const kinds = [...new Set([...called, ...noun.kinds])]
  const brackets = kinds.map((kind) => styleOf(profile, kind)?.print?.endsWith(')') ?? false)
  return {
    noun,
    kinds,
    rank: kinds[0] === undefined ? SMALLEST : rankOf(profile, kinds[0]),
    bracket: brackets[0] ? 'always' : brackets.includes(true) ? 'either' : 'never',
  }
}

const SMALLEST = 1000

/** Where a kind stands that the profile does not have: right inside the other one, or outermost. */
const BESIDE: Readonly<Partial<Record<UnitKind, UnitKind>>> = {
  subpart: 'part',
  subchapter: 'chapter',
  clause: 'paragraph',
  point: 'paragraph',
  article: 'section',
  section: 'article',
  alinea: 'subparagraph',
  subsection: 'chapter',
}

function rankOf(profile: Profile, kind: UnitKind): number {
  const at = profile.units.findIndex((style) => style.kind === kind)
  if (at >= 0) return at * 10
  const beside = BESIDE[kind]
  const other = profile.units.findIndex((style) => style.kind === beside)
  return other >= 0 ? other * 10 + (kind === 'article' ? 0 : 5) : -10
}

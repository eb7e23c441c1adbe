import type { UnitKind } from '../schema/kind.ts'
import type { Address, AddressStep, RowName, Spot } from './address.ts'
import type { QuotedCell, QuotedUnit } from './quoted-unit.ts'

/**
 * One command of an amending law, as a value: what it does and where, named as law names it and never
 * by position. «Подпункты 8) и 9) исключить» is two instructions; their wording joins them again.
 *
 * Values are JSON. `apply` does one on an act, `invert` makes the one that undoes it, `wording` says
 * it in a tradition's words, `parse` reads such words.
 */
export type Instruction =
  | SubstituteWords
  | InsertWords
  | OmitWords
  | RestateSentence
  | InsertSentences
  | OmitSentence
  | RestateHeading
  | RestateUnit
  | RestateAct
  | InsertUnit
  | RepealUnit
  | RepealAct
  | RenumberUnit
  | MoveUnit
  | NestText
  | InsertRow
  | RestateRow
  | OmitRow
  | Suspend

/**
 * Which of several equal words are meant: `sole` where there must be one; `each` («по всему тексту»,
 * "wherever it appears"); the last; or the n-th, counted from 1.
 */
export type Occurrence = 'sole' | 'each' | 'last' | number

/**
 * «слова "A" заменить словами "B"»; figures and punctuation marks are words here. Several pairs are
 * the inflected forms of one substitution: «слова "Совет", "Совета" заменить соответственно …».
 */
export interface SubstituteWords {
  readonly kind: 'substituteWords'
  readonly at: Spot
  readonly pairs: readonly WordPair[]
  readonly occurrence: Occurrence
}

export interface WordPair {
  readonly old: string
  readonly new: string
}

/** «после слова "A" дополнить словами "B"», «дополнить словами "B"» (at the end). */
export interface InsertWords {
  readonly kind: 'insertWords'
  readonly at: Spot
  readonly words: string
  readonly where: WordsPlace
}

export type WordsPlace =
  | { readonly side: 'after' | 'before'; readonly words: string; readonly occurrence: Occurrence }
  | { readonly side: 'start' | 'end' }

/** «слова "A" исключить». */
export interface OmitWords {
  readonly kind: 'omitWords'
  readonly at: Spot
  readonly words: string
  readonly occurrence: Occurrence
}

/** «второе предложение изложить в следующей редакции»; the spot's part is the sentence. */
export interface RestateSentence {
  readonly kind: 'restateSentence'
  readonly at: Spot
  readonly words: string
}

/** «дополнить предложением вторым следующего содержания»: behind the n-th sentence, 0 for the start. */
export interface InsertSentences {
  readonly kind: 'insertSentences'
  readonly at: Spot
  readonly after: number | 'last'
  readonly words: string
}

/** «второе предложение исключить»; the spot's part is the sentence. */
export interface OmitSentence {
  readonly kind: 'omitSentence'
  readonly at: Spot
}

/** A new heading of a unit, or title of the act; `null` takes the heading away. */
export interface RestateHeading {
  readonly kind: 'restateHeading'
  readonly at: Address
  readonly heading: string | null
}

/** «пункт 3 изложить в следующей редакции»: the unit with all units in it. */
export interface RestateUnit {
  readonly kind: 'restateUnit'
  readonly at: Address
  readonly unit: QuotedUnit
}

/** The act restated as a whole: a new edition. */
export interface RestateAct {
  readonly kind: 'restateAct'
  readonly units: readonly QuotedUnit[]
}

/** «статью 2 дополнить пунктом 3-1 следующего содержания». */
export interface InsertUnit {
  readonly kind: 'insertUnit'
  readonly into: Address
  readonly unit: QuotedUnit
  readonly place: UnitPlace
}

/**
 * Where among its siblings: by its number (the rule), as the n-th of its kind (unnumbered parts and
 * indents; counted as {@link AddressStep} counts), or beside one that is named.
 */
export type UnitPlace =
  | { readonly by: 'number' }
  | { readonly by: 'ordinal'; readonly n: number }
  | { readonly by: 'after' | 'before'; readonly step: AddressStep }
  | { readonly by: 'start' | 'end' }

/** «исключить» a unit, or declare it no longer in force. */
export interface RepealUnit {
  readonly kind: 'repealUnit'
  readonly at: Address
  readonly how: 'exclude' | 'loseForce'
}

export interface RepealAct {
  readonly kind: 'repealAct'
}

/** «подпункт 12) считать подпунктом 15)». */
export interface RenumberUnit {
  readonly kind: 'renumberUnit'
  readonly at: Address
  readonly to: string
}

/** A unit put elsewhere with all units in it, under a new number where `to` gives one. */
export interface MoveUnit {
  readonly kind: 'moveUnit'
  readonly at: Address
  readonly into: Address
  readonly place: UnitPlace
  readonly to: string | null
}

/**
 * "The existing text is designated as subsection (a)": all that the unit says becomes one unit in it,
 * which keeps the units that it had. A heading stays.
 */
export interface NestText {
  readonly kind: 'nestText'
  readonly at: Address
  readonly as: { readonly kind: UnitKind; readonly label: string }
}

/** A row of a table of the unit's own text; tables are counted from 1, and so are rows. */
export interface InsertRow {
  readonly kind: 'insertRow'
  readonly at: Address
  readonly table: number
  /** Behind which row; `null` for the first place. */
  readonly after: RowName | null
  readonly cells: readonly QuotedCell[]
}

export interface RestateRow {
  readonly kind: 'restateRow'
  readonly at: Address
  readonly table: number
  readonly row: RowName
  readonly cells: readonly QuotedCell[]
}

export interface OmitRow {
  readonly kind: 'omitRow'
  readonly at: Address
  readonly table: number
  readonly row: RowName
}

/**
 * «приостановить с … до … действие пункта 2 статьи 10»: the text stays. Days are ISO dates: the first
 * day on which it does not apply, and the first on which it applies again.
 */
export interface Suspend {
  readonly kind: 'suspend'
  readonly at: Address
  readonly from: string | null
  readonly until: string | null
}

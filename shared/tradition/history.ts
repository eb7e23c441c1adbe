import type { Language } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'

/** What a publisher's note says happened to a unit; `see`: the note only points to an act. */
export type HistoryEffect =
  | 'amended'
  | 'inserted'
  | 'repealed'
  | 'reworded'
  | 'renumbered'
  | 'planned'
  | 'suspended'
  | 'see'

export type HistoryActKind =
  | 'constitutionalLaw'
  | 'law'
  | 'code'
  | 'decree'
  | 'ruling'
  | 'resolution'
  | 'order'

/** The words in which the publishers of a language tell the history of a unit, all global and small-letter. */
export interface HistoryWords {
  readonly language: Language
  /** Announces a note. */
  readonly lead: RegExp
  /** The likelier first where two stand at one place. */
  readonly effects: readonly { readonly effect: HistoryEffect; readonly words: RegExp }[]
  readonly acts: readonly { readonly kind: HistoryActKind; readonly words: RegExp }[]
  /** The unit a note speaks of: its groups are `word` and `label`. */
  readonly unit: RegExp
  /** The unit that was put into another, with the same groups. */
  readonly inserted: RegExp
  /** Stems of the words for kinds of unit, as the group `word` begins. */
  readonly kinds: readonly { readonly kind: UnitKind; readonly stem: string }[]
  /** Stems of the months from January on. */
  readonly months: readonly string[]
  /** Words before a date that make it the beginning of force and no date of an act. */
  readonly beginning: RegExp
  readonly onPublication: RegExp
  /** A term after publication: its groups are `count` and `unit`. */
  readonly term: RegExp
  /** Stem of the word for months in a term. */
  readonly month: string
  /** Stems of numerals in a term. */
  readonly numerals: Readonly<Record<string, number>>
  /** The order of coming into force is told elsewhere. */
  readonly elsewhere: RegExp
}

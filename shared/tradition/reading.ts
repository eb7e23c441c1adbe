import type { Language } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'

/**
 * A word that opens the number line of a unit: «Статья 5» (`before` the number), "5-бап" (`after` it),
 * "Second Schedule" (`afterOrdinal`: behind a number in words alone).
 */
export interface HeadWord {
  readonly kind: UnitKind
  readonly word: string
  readonly place: 'before' | 'after' | 'afterOrdinal'
}

/**
 * The words by which a plain text of a tradition shows its structure. Expressions are applied to one
 * line or paragraph without outer spaces; none of them may backtrack over more than a line.
 */
export interface ReadingWords {
  readonly tradition: string
  readonly language: Language
  readonly heads: readonly HeadWord[]
  /** Headings without a number that open a unit above all others: «Общая часть». */
  readonly division: RegExp
  /**
   * Headings in capitals without a number that end an act as a division of its own: «ПЕРЕХОДНЫЕ
   * ПОЛОЖЕНИЯ».
   */
  readonly closing: RegExp
  /** Stems of ordinal numerals from the first on, for «Раздел первый», "Part One". */
  readonly ordinals: readonly string[]
  /** Opens a publisher's note. */
  readonly note: RegExp
  /** A whole line that only announces a note; the next paragraph is the note. */
  readonly noteTitle: RegExp
  /** Notes of the publisher that only the matter before the first unit may hold. */
  readonly frontNote: RegExp
  /** Announces a list of contents. */
  readonly contents: RegExp
  /** The heading of a preamble. */
  readonly preambleHeading: RegExp
  /** Opens the words of a preamble. */
  readonly preambleStart: RegExp
  /** Says by what act, when or under which number the act was made. */
  readonly imprint: RegExp
  /** Words that stand for a unit no longer in force, at the start of its text. */
  readonly repealed: RegExp
  /** A publisher's note that says so of the unit it follows. */
  readonly repealNote: RegExp
  /** Opens the signature. */
  readonly signature: RegExp
  /** Page furniture of publishers: never law. */
  readonly chrome: RegExp
  /** How an act of each profile calls itself, tried in this order. */
  readonly profiles: readonly ProfileWords[]
  /** A whole line that holds the words of a link and nothing else: «статьи 15», «Закон». */
  readonly link: RegExp
  /** The last word of a line after which a number goes on a reference and opens no unit. */
  readonly referenceEnd: RegExp
}

export interface ProfileWords {
  readonly profile: string
  readonly title: RegExp
  /** Global: its matches are counted. */
  readonly self: RegExp
  /** Another profile for acts of this sort that call their own units otherwise. */
  readonly otherwise?: {
    readonly profile: string
    /** Global, as `usual`: citations with its words, and with those of the profile itself. */
    readonly other: RegExp
    readonly usual: RegExp
  }
}

import type { Language } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import type { CaseForms, Declension, Gender, GrammaticalCase } from './declension.ts'

/**
 * The words by which acts of one tradition cite units and acts in one language: the terminals of the
 * citation grammar. Forms are in small letters; `ё` is written `е`.
 */
export interface CitationWords {
  readonly tradition: string
  readonly language: Language
  /**
   * `behind`: the number follows the noun and the smaller unit comes first («пункт 1 статьи 5»);
   * `before`: the number precedes it and the larger unit comes first («5-баптың 1-тармағы»).
   */
  readonly number: 'behind' | 'before'
  /** Whether items of a list are each a citation ("sections" 3 | 4), or the list is one. */
  readonly lists: 'each' | 'together'
  /** Whether a number may be followed by those of units in it: "Article 44(1)(b)". */
  readonly innerNumbers: boolean
  readonly units: readonly UnitNoun[]
  readonly acts: readonly ActNoun[]
  /** Parts of an act that have a name and no number: «Особенная часть». */
  readonly namedParts: readonly NamedPart[]
  readonly ordinals: readonly OrdinalForms[]
  /** Numerals that build larger ordinals: «двадцать» первая, "жиырма" бірінші. */
  readonly numerals: readonly (readonly [form: string, value: number])[]
  /** What may stand between a number and an ordinal's ending: 106-«ншы». */
  readonly ordinalEnding?: RegExp
  /** Join a unit to the larger one that it is in: "of", «к» настоящему Закону. */
  readonly within: readonly string[]
  /** Whether a larger unit may also follow with no word between: «пункт 1 статьи 5». */
  readonly adjacent: boolean
  readonly articles: readonly string[]
  /** Whether numerals count as labels behind a noun: "part two". */
  readonly numeralLabels: boolean
  readonly and: readonly string[]
  readonly to: readonly string[]
  /** May stand before a noun in a list of citations: «и в пункте 2». */
  readonly prepositions: readonly string[]
  /** The cases that a word right before a noun asks for; the first that fits counts. */
  readonly governs: readonly {
    readonly words: RegExp
    readonly cases: readonly GrammaticalCase[]
  }[]
  /** The cases of a noun behind any other word, the likeliest first. */
  readonly ungoverned: readonly GrammaticalCase[]
  /** Whether words around a citation change with the number of units that it names. */
  readonly agreement?: {
    /** The word before it: «указанной». */
    readonly before: RegExp
    /** The text behind it: «, устанавливающей». */
    readonly behind: RegExp
    /** Cases in which a citation is the subject, and the verb changes with it. */
    readonly subject: readonly GrammaticalCase[]
  }
  /** Words before a citation that have a longer form before some words: «с пунктом», «со статьей». */
  readonly euphony: readonly {
    readonly short: string
    readonly long: string
    /** The words that ask for the longer form. */
    readonly behind: RegExp
  }[]
  /** The demonstrative of a relative citation: «настоящая», "this", "осы". */
  readonly thisForms: Readonly<Record<Gender, CaseForms>>
  /** Words before a noun instead of a number; each is applied to one word in small letters. */
  readonly this: RegExp
  readonly said: RegExp
  readonly previous: RegExp
  readonly next: RegExp
  /** A number before one of these is no label: years, days, sums. */
  readonly measures: RegExp
  /** Opens a list of publications: «Ведомости Парламента». */
  readonly gazette: RegExp
  /** The rest of the name of an act behind its noun: its state, date, number, title. Sticky. */
  readonly actTail: RegExp
  /** The title in a name that has it without quotation marks. */
  readonly bareTitle?: RegExp
  /** Words in names of acts that tell none from another. */
  readonly actFiller: RegExp
  /** Further acts of a list after the first: «; от 21.05.2013 № 95-V». Global. */
  readonly actNext: RegExp
  /** Between an act and a unit of it in brackets: «(порядок введения в действие см.». Anchored. */
  readonly asideOfAct?: RegExp
  /** Means the act named last, behind a unit: "thereof". */
  readonly thereof?: RegExp
  /** Says that what follows amends the act that it names. */
  readonly amends: RegExp
  /** How a place is written in words; see {@link PlaceWords}. */
  readonly place: PlaceWords
}

/** A noun for units: its cases as the language's grammar lists them, and the kinds it may name. */
export interface UnitNoun {
  /** The nominative singular; the profile's word for the kind where it has one. */
  readonly word: string
  /** Tried behind the kinds that the act's profile calls so. Empty: a part of a text, as a sentence. */
  readonly kinds: readonly UnitKind[]
  readonly gender: Gender
  /** Abbreviations, with the number of units they may announce; a full stop may follow. */
  readonly short?: readonly string[]
  /** "this section" alone cites nothing in some traditions. */
  readonly selfCited?: false
  /** `free` stands alone or outermost («бап»), `bound` in a larger unit or act («бабы»). */
  readonly free: Declension
  readonly bound: Declension
}

export interface ActNoun {
  /** Tells acts of one name from another: `code`. */
  readonly sort: string
  readonly forms: readonly string[]
  /** The name that an abbreviation stands for: «УК»; written in capitals. */
  readonly stands?: string
  /** The rest of the name before the noun: «Уголовного» кодекса. Anchored at the end. */
  readonly lead?: RegExp
  /**
   * When the noun names an act that is not cited by a unit of it: `always`, when `named` by more than
   * the noun, when `numbered` or titled, or `never` (only behind a unit: «пункт 5 Правил»).
   */
  readonly alone: 'always' | 'named' | 'numbered' | 'never'
}

/** A part of an act by its name: an adjective and its noun, found by the heading of the part. */
export interface NamedPart {
  readonly adjective: RegExp
  readonly noun: RegExp
  /** In the nominative. */
  readonly name: string
}

export interface OrdinalForms {
  readonly value: number
  readonly declined: Readonly<Record<Gender, CaseForms>>
}

export interface PlaceWords {
  readonly order: 'small-first' | 'large-first'
  /** Stands between two units: " of ", " ". */
  readonly joint: string
  /** `{noun}` and `{n}`; `bracketed` for «2)», `roman` for «III». */
  readonly numbered: string
  readonly bracketed: string
  readonly roman: string
  readonly ordinal: string
  /** Units without number that frame an act. */
  readonly frames: Readonly<Partial<Record<UnitKind, string>>>
}

import type { Language } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import type { UnitNoun } from './citation.ts'
import type { CaseForms, Declension, Gender, GrammaticalCase } from './declension.ts'

/**
 * The phrases by which laws of one tradition amend others in one language.
 *
 * In a phrase `{name}` stands for words, `{name.case}` for words in a case; a part in
 * square brackets falls away when a slot in it is empty, as the unit does behind a lead-in that names it.
 */
export interface AmendingPhrases {
  readonly tradition: string
  readonly language: Language
  /** The case of every larger unit of a place: «пункта 1 статьи 5». */
  readonly largerCase: GrammaticalCase
  /** Marks around what is quoted, the usual ones first. */
  readonly quotes: readonly (readonly [open: string, close: string])[]
  /** How quoted words are announced: «слова {quote}», "{quote} деген сөздер". */
  readonly quoted: string
  readonly quotedNouns: Readonly<Record<QuotedSort, QuotedNouns>>
  /** Joins the last two of a list; the others are parted by commas. */
  readonly and: string
  /** Joined to what is said of several pairs: «соответственно». */
  readonly respectively: string
  /** Numbers of the law's own items, outer and inner: `{n}`, or `{a}` for a letter. */
  readonly items: readonly [outer: string, inner: string]
  /** Sorts of act whose amendments are numbered by both; in others the inner ones stand without. */
  readonly numberedTwice: readonly string[]
  /** A range of numbers: `{from}` and `{to}`. */
  readonly range: string
  /** A unit that is counted: «часть вторая», "the second part". */
  readonly counted: string
  /** A row that is named by the words of its first cell. */
  readonly named: string
  /** A part without number: "the heading"; languages without articles have none. */
  readonly bare?: string
  /** «утратившим», by the gender of what loses force; languages that bend nothing have none. */
  readonly lost?: Readonly<Record<Gender | 'many', string>>
  /** «который», by the gender of what it stands for; languages that bend nothing have none. */
  readonly which?: Readonly<Record<Gender | 'many', string>>
  /** The words for a last sentence: «последнее», by gender of the noun and case. */
  readonly last: Readonly<Record<Gender, CaseForms>>
  readonly parts: Readonly<Record<'heading' | 'sentence' | 'table' | 'row' | 'column', CasedNoun>>
  /** Units that frame an act and have no number. */
  readonly frames: Readonly<Partial<Record<UnitKind, CasedNoun>>>
  readonly clauses: Readonly<Record<ClauseName, Clause>>
  /** Opens the list of what is done to one unit: «в статье 44:». */
  readonly leadIn: string
  /** That a unit is not there: `{unit}`, `{holder}`. */
  readonly missing: { readonly inUnit: string; readonly inAct: string }
  /** Whether parts that are counted stand behind it without their unit: "the first part" of what? */
  readonly leadsCounted: boolean
  readonly law: LawPhrases
}

export type QuotedSort = 'word' | 'figure' | 'sign' | 'abbreviation'

/** A noun in the cases of its language, by itself and as a part of a larger unit. */
export type CasedNoun = Pick<UnitNoun, 'gender' | 'free' | 'bound'>

/** The noun for what is quoted: one word and several. */
export type QuotedNouns = Declension

/** A phrase; `inner` is said where the unit was named by the lead-in, if that is not the same. */
export type Clause = string | { readonly full: string; readonly inner: string }

export type ClauseName =
  | 'substitute'
  | 'substituteEach'
  | 'insertAfter'
  | 'insertBefore'
  | 'insertStart'
  | 'insertEnd'
  | 'omit'
  | 'omitEach'
  | 'restateSentence'
  | 'insertSentence'
  | 'insertSentenceLast'
  | 'omitSentence'
  | 'restateHeading'
  | 'omitHeading'
  | 'restateUnits'
  | 'restateAnnexed'
  | 'insertAnnexed'
  | 'restateAct'
  | 'insertUnits'
  | 'insertUnitsAfter'
  | 'insertUnitsBefore'
  | 'insertUnitsStart'
  | 'insertUnitsEnd'
  | 'exclude'
  | 'loseForce'
  | 'repealAct'
  | 'renumber'
  | 'nestText'
  | 'move'
  | 'moveStart'
  | 'moveEnd'
  | 'moveAfter'
  | 'moveBefore'
  | 'insertRow'
  | 'insertRowFirst'
  | 'restateRow'
  | 'omitRow'
  | 'suspend'
  | 'suspendFrom'
  | 'suspendUntil'
  | 'occurrence'
  | 'occurrenceLast'

/** What law counts as a change or an addition, in the forms that its title and lead-in need. */
export interface ChangeNoun {
  readonly one: string
  readonly many: string
}

export interface LawPhrases {
  /** `{changes}`, `{act}`. */
  readonly title: string
  readonly titleMany: string
  readonly titleChange: ChangeNoun
  readonly titleAddition: ChangeNoun
  /** `{following}`, `{changes}`, `{act}`. */
  readonly lead: string
  readonly leadChange: ChangeNoun
  readonly leadAddition: ChangeNoun
  /** «следующее» for a single change or addition, «следующие» for more. */
  readonly following: ChangeNoun
  /** Joins a change noun with an addition noun; Kazakh parts it by the sound before. */
  readonly join: { readonly one: string; readonly many: string }
  /** An article of the law: «Статья {n}.» */
  readonly article: string
  /** Names of the sorts of act, as the lead-in needs them. */
  readonly acts: Readonly<Record<string, ActPhrases>>
  /** A title that tells but the sort of the act, whose name then stands below it. */
  readonly bareSort: RegExp
  /** Names that keep their capitals where a title in capitals is written small. */
  readonly names: readonly string[]
  /** Dates: `{d}`, `{month}`, `{y}`. */
  readonly date: string
  /** By the case that a phrase asks for; `nominative` where it asks for none. */
  readonly months: Readonly<Partial<Record<GrammaticalCase, readonly string[]>>>
  readonly commencement: {
    readonly all: string
    /** What one part does, and what several do: `{of}`, `{when}`. */
    readonly part: string
    readonly partMany: string
    /** Joined behind the rule for all, «, за исключением {parts}», or before it. */
    readonly exceptPlace: 'before' | 'behind'
    readonly except: string
    /** `{of}`, `{which}`, `{when}`. */
    readonly exceptPart: string
    readonly exceptPartMany: string
    readonly onDate: string
    readonly onPublication: string
    readonly afterDays: string
    /** Where the language counts the number as one: 1, in Russian 21 too. */
    readonly afterDay?: string
    /** Calendar days in words; figures where they are missing. */
    readonly days: Readonly<Record<number, string>>
  }
  /** Who signs; empty where the tradition names nobody. */
  readonly signature: readonly string[]
  /**
   * Annexes that stand behind the law: how commands refer to the only one and to one of several, `{n}`,
   * and what opens them; `null` where law quotes annexes in their commands.
   */
  readonly annex: { readonly one: string; readonly many: string; readonly head: string } | null
  /** Stands between title and first article where the tradition has a formula. */
  readonly enacting: string | null
}

export interface ActPhrases {
  /** In the lead-in; `{title}`, and in brackets what may be missing: `{date}`, `{number}`, `{gazette}`. */
  readonly lead: string
  /** The same where the date is known, if it is not that with the date put in. */
  readonly leadDated?: string
  readonly title: string
  /** What stands for a title that the act does not have; by default the name of its sort. */
  readonly unnamed?: string
  /** Turns the title into the form the phrases need: each pair is a pattern and what replaces it. */
  readonly forms: readonly (readonly [pattern: RegExp, replacement: string])[]
}

import type { Language } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'

/** What a verb of an amending law commands. */
export type Deed =
  | 'substitute'
  | 'restate'
  | 'add'
  | 'omit'
  | 'loseForce'
  | 'renumber'
  | 'move'
  | 'suspend'

/** What quoted words are to the verb: what is taken out, put in, or stood beside. */
export type QuoteRole = 'old' | 'new' | 'after' | 'before' | 'name'

/**
 * The words by which laws of one tradition amend others in one language: the terminals of the
 * instruction grammar. Expressions are applied to text in small letters in which each quotation is
 * one {@link QUOTE} and blanks.
 */
export interface DirectiveWords {
  readonly tradition: string
  readonly language: Language
  /** Likeliest first where two begin at one place. Each is sticky-free and has no group of its own. */
  readonly verbs: readonly (readonly [deed: Deed, form: RegExp])[]
  /** `last`: the verb ends its command, as in Kazakh; else it stands first or between its objects. */
  readonly verb: 'free' | 'last'
  /** Tell the role of a quotation from the words right before it (anchored at their end). */
  readonly rolesBefore: readonly (readonly [role: QuoteRole, form: RegExp])[]
  /** Or from the words right behind it (anchored at their start). */
  readonly rolesBehind: readonly (readonly [role: QuoteRole, form: RegExp])[]
  /** Marks called by name: "the period", «точку с запятой»; with their role where the case tells it. */
  readonly namedMarks: readonly (readonly [form: RegExp, mark: string, role?: QuoteRole])[]
  /** Announces words quoted in straight marks, and what stands right behind their closing mark. */
  readonly announced: { readonly lead: RegExp; readonly tail: RegExp } | null
  /** Announces words that then are not quoted. */
  readonly unquoted: RegExp
  /** A list of units by letters in quotation marks: «подпункты "а" и "б"». */
  readonly lettered: RegExp
  /** Says a unit's noun once more: the sign in "section § 5". */
  readonly repeated: RegExp
  /** A unit with its number that is misspelled, and so is in no citation: «3-тармагындагы». */
  readonly misspelled: RegExp
  /** Opens a command that puts words where the command before it took some: "and inserting". */
  readonly instead: RegExp
  /** Opens one of several commands that are done to the same unit: "by striking". */
  readonly means: RegExp | null
  /** Begins another command in a clause, behind a comma or "and". Anchored at the start. */
  readonly object: RegExp
  /** Whether a citation names what a unit is supplemented with or numbered as: «пунктом 3-1». */
  readonly complement: RegExp
  /** Whether the words right before a citation say so: "adding a new", "renumbered as". */
  readonly complementLead: RegExp
  /** A sentence as what is put in, or taken out, and its ordinal words around it. */
  readonly sentence: RegExp
  readonly lastOne: RegExp
  readonly heading: RegExp
  readonly preamble: RegExp
  /** The unit's own words before the units in it: "the lead-in language". */
  readonly leadText: RegExp
  /** All that a unit says, which becomes a unit in it: "the existing text". */
  readonly ownText: RegExp
  /** «по всему тексту», "wherever it appears". */
  readonly throughout: RegExp
  /** The text of a unit, named beside its heading: «и по тексту». */
  readonly withText: RegExp
  /** Which of several equal words: «при третьем упоминании»; group `n` is the ordinal, the last has none. */
  readonly occurrence: RegExp
  readonly lastOccurrence: RegExp
  /** The inflected forms are meant and not listed: «в соответствующих падежах». */
  readonly inflected: RegExp
  readonly row: RegExp
  /** A cell of a table: groups `column`, `row` where its number and no quotation names it, `table`. */
  readonly cell: RegExp
  /** A column, which is read only where a cell is. */
  readonly column: RegExp
  /** What law takes out or restates that is no unit: a note, a row, a text without its heading; "striking" anything that is not named. */
  readonly noUnit: RegExp
  /** Puts what is new before what is named, at the start, or beside a unit. */
  readonly atStart: RegExp
  readonly atEnd: RegExp
  /** A place that only a reader of the act finds: "in the appropriate place". */
  readonly elsewhere: RegExp
  /** "after subsection (2)", «после пункта 3»: the citation behind it only tells the place. */
  readonly placeLead: RegExp
  /** The same as an ending of the citation or words behind it: «3-тармақтан кейін». */
  readonly placeTail: RegExp
  /** "from “A” to the end": of the words meant only the first or last are quoted. */
  readonly span: RegExp
  /** "The “or” before it": words that are told by the unit beside them. */
  readonly besideIt: RegExp | null
  /** A table of contents, or what stands there of a unit: "the section designation". */
  readonly contents: RegExp
  /** «за исключением статьи 10»: what is named is not changed whole, and no instruction says so. */
  readonly exception: RegExp
  /** «в статье 5»: the citation behind it names where something is taken out, and not what. */
  readonly withinLead: RegExp
  /** The same as an ending of the citation: «5-баптағы». */
  readonly withinTail: RegExp
  /** The annex of an act that has one, named without a number: «приложение», "the Schedule". Global. */
  readonly annex: RegExp
  /** «согласно приложению 1 к настоящему Закону»: the new text stands behind the law. Group `n`. */
  readonly annexed: RegExp
  /** Opens an annex of a law on lines of its own. Group `n`. */
  readonly annexHead: RegExp
  /** A line that goes on with that. Sticky. */
  readonly annexHeadLine: RegExp
  /** Opens what is done to an act: «внести в … следующие изменения». */
  readonly leadIn: RegExp
  /** "Section 6 of the … Act is repealed.": ends an article of a law that amends several acts. */
  readonly repealedByItself: RegExp | null
  /** An act is named where amendments of it follow. Sort of act, then expression. */
  readonly acts: readonly (readonly [sort: string, form: RegExp])[]
  /** Profile ids by sort of act; `law` for others. */
  readonly profiles: Readonly<Record<string, string>>
  /** Opens a list of publications in brackets, whose quotation marks tell nothing. */
  readonly gazette: RegExp
  /** Words in brackets that tell publications or short names, and command nothing. */
  readonly aside: RegExp
  /** A number of the law's own before a clause, with its level from the outermost, 0. */
  readonly markers: readonly (readonly [level: number, form: RegExp])[]
  /** A heading in the line of a numbered clause: "Repeal.—". */
  readonly caption: RegExp | null
  /** Begins a clause that commands, or ends the law. Sticky; looks no further than 300 characters. */
  readonly opening: RegExp
  /** Words before a full stop that do not end a sentence. */
  readonly abbreviation: RegExp
  readonly commencement: RegExp
  /** Parts «за исключением …», their joints «, который вводится в действие», and whether they come last. */
  readonly commencementParts: {
    readonly except: RegExp
    readonly joint: RegExp
    readonly ruleFirst: boolean
  }
  readonly signature: RegExp
  /** Where a section is cited by its number in a code: "(D.C. Official Code § 35-254(b))". */
  readonly codified: RegExp | null
  /** Ends a clause behind which a unit is given anew, in words that may lack their marks: "to read as follows:". */
  readonly readsAs: RegExp | null
  /** Whether words that restate may only tell where: "shall be amended as follows:". */
  readonly restateOpens: boolean
  /** "Title 28 of the D.C. Official Code": group `title` opens the numbers of the code's sections that are cited without. */
  readonly codeTitle: RegExp | null
  /** "Amendatory section 8a of the … Act, in section 6112(b)": the law's own unit, and what tells where it stands. */
  readonly hosted: { readonly unit: RegExp; readonly lead: RegExp } | null
  /** Kinds by depth where numbers in brackets nest without words: "5(1)(a)(i)". */
  readonly depths: readonly UnitKind[]
  /** Months in the order of the year, as dates write them. */
  readonly months: readonly string[]
  /**
   * What a date, which stands as {@link QUOTE}, is to a suspension: its first day, the first day behind
   * it, its last day, the date of an act; and what tells a time by no date.
   */
  readonly suspension: Readonly<
    Record<'from' | 'until' | 'through' | 'ofAct' | 'otherwise', RegExp>
  >
}

/** Stands for a quotation in the text that the grammar reads. */
export const QUOTE = '\uFFFC'

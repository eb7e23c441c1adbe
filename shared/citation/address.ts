import type { TextRange } from '../base/range.ts'
import type { UnitKind } from '../schema/kind.ts'

/** What a citation says, before anybody asks what it names. */
export interface Citation {
  readonly range: TextRange
  readonly text: string
  /** `null`: the act that holds the citation. */
  readonly act: CitedAct | null
  /** Outermost first, with the steps that a list leaves to its neighbor: «пункты 1 и 2, часть 3 статьи 5». */
  readonly steps: readonly Step[]
}

export type CitedAct =
  | { readonly kind: 'this' }
  /** The act of that sort named last: «указанного Закона». */
  | { readonly kind: 'said'; readonly sort: string }
  | { readonly kind: 'named'; readonly sort: string; readonly name: string }

/** One level of an address: units of some kinds, by number or by their place beside the citation. */
export interface Step {
  /** The noun's nominative; empty for a number without one: "Article 44(1)". */
  readonly word: string
  /** Likeliest first; none for a part of a text that is no unit, as a sentence. */
  readonly kinds: readonly UnitKind[]
  readonly selector: Selector
  /** Absent where the words stand in a neighbor of the list. */
  readonly surface?: StepSurface
}

/** Where the words of a step stand in the text that was read. */
export interface StepSurface {
  readonly range: TextRange
  /** The noun, with the stop of an abbreviation; absent where one noun announces several citations. */
  readonly noun?: TextRange
  /** Of each of the selector's items, in order. */
  readonly items: readonly TextRange[]
}

export type Selector =
  | { readonly kind: 'labels'; readonly items: readonly LabelItem[] }
  | { readonly kind: 'this' | 'said' | 'previous' | 'next' }
  /** A part by its name: «Особенная часть»; how its heading begins, in small letters. */
  | { readonly kind: 'titled'; readonly heading: string }

/** A number, or a range of them. */
export interface LabelItem {
  readonly label: string
  readonly to?: string
  /** `ordinal`: counted, not printed: «часть вторая». */
  readonly style: 'plain' | 'bracketed' | 'ordinal'
  /** Written `13-15` behind a noun in the plural: a range, or the number of an inserted unit. */
  readonly tight?: true
  /** Numbers of units in it: "44(1)(b)". */
  readonly inner: readonly string[]
}

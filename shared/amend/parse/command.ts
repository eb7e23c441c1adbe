import type { TextRange } from '../../base/range.ts'
import type { Deed, QuoteRole } from '../../tradition/directives.ts'
import type { Quotation } from './quotations.ts'
import type { Target } from './target.ts'

/** One verb of a clause with the words that belong to it. */
export interface Command {
  readonly deed: Deed
  /** In the source. */
  readonly range: TextRange
  /** In small letters, each quotation one sign. */
  readonly words: string
  /** The words before the verb, or all of them where it comes first. */
  readonly lead: string
  readonly targets: readonly NamedTarget[]
  readonly quotes: readonly RoledQuote[]
  /** The new numbers of what is moved. */
  readonly labels?: readonly string[]
}

export interface NamedTarget extends Target {
  /**
   * `object`: is changed; `holder`: is amended "by striking" an object in it; `complement`: is put in,
   * or the new number; `place`: only tells where.
   */
  readonly role: 'object' | 'holder' | 'complement' | 'place'
  /** Stands right in the target before it: «в статье 5 | пункт 2». */
  readonly nests: boolean
}

export interface RoledQuote {
  readonly role: QuoteRole | 'block' | undefined
  readonly text: string
  readonly quotation: Quotation
}

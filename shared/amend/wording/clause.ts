import type { QuoteText } from './quote-text.ts'

/** One command in words: what stands before the quotation, and what is quoted on lines of its own. */
export interface Clause {
  readonly text: string
  readonly quote: QuoteText | null
  /** The same where what is quoted stands as an annex behind the law, by its number if there are several. */
  readonly annexed?: (n: string) => string
}

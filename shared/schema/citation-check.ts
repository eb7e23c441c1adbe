import '../base/jitless.ts'
import { z } from 'zod'

/** As many units as a check may name, and characters as it may propose: a citation is a line. */
const MOST = 5000

/**
 * Why a citation gets other words, or waits for its drafter. `number`: only numbers change; `wording`:
 * nouns, cases or levels change too; `case`: the words around do not tell the case; `agreement`: words
 * around would have to change too; `removed`: a cited unit is gone; `unnamed`: no words name the units;
 * `found`: it named nothing before and names a unit now.
 */
export const REWRITE_REASONS = [
  'number',
  'wording',
  'case',
  'agreement',
  'removed',
  'unnamed',
  'found',
] as const

export type RewriteReason = (typeof REWRITE_REASONS)[number]

const stored = z.strictObject({
  act: z.string().nullable(),
  targets: z.array(z.string()).max(MOST),
  words: z.string().max(MOST),
  proposal: z.string().max(MOST).nullable(),
  reason: z.enum(REWRITE_REASONS),
})

/** What a citation had to name when a change of structure left its words to the drafter. */
export interface CitationCheck {
  /** The cited document; `null`: the one that holds the citation. */
  readonly act: string | null
  /** Unit ids. */
  readonly targets: readonly string[]
  /** What the proposal would stand for: the citation, or it with the word before. */
  readonly words: string
  /** Other words that would name the units; `null`: none were found. */
  readonly proposal: string | null
  readonly reason: RewriteReason
}

/** What drafters and plans said of the citations of a draft, by unit and words. */
export interface Looked {
  readonly ignored: ReadonlySet<string>
  readonly checks: ReadonlyMap<string, CitationCheck>
}

/** A check as a draft or an index holds it; undefined: it is of another form. */
export function readCheck(value: unknown): CitationCheck | undefined {
  const read = stored.safeParse(value)
  return read.success ? read.data : undefined
}

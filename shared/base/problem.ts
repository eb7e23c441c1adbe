import type { TextRange } from './range.ts'

export type Severity = 'error' | 'warning' | 'info'

/**
 * What was found wrong or doubtful: a stable code (`read/duplicate-label`), where, and a sentence
 * that states the fact and the remedy in the drafter's words.
 *
 * `source` points into the text that was read; `unit` names the unit of the act that it became.
 */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly source?: TextRange
  readonly unit?: string
}

import type { Act } from '../schema/act.ts'
import { canonicalText } from '../structure/canonical-text.ts'

/** The act as plain text, one block a line, numbers included; `readText` reads it again. */
export function textClean(act: Act): string {
  return canonicalText(act).text
}

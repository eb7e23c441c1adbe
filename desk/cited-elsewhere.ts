import type { CitedElsewhere } from '#shared/citation/references.ts'
import { type CitationCheck, readCheck } from '#shared/schema/citation-check.ts'

/**
 * What a citation says of another act, as the index keeps it; undefined: it says nothing of one. Rows
 * are sealed, and of another recognizer's none is read, so the JSON is what this program wrote.
 */
export function readElsewhere(json: string | null): CitedElsewhere | undefined {
  return json === null ? undefined : (JSON.parse(json) as CitedElsewhere)
}

/** What of a citation a drafter must look at, as the index keeps it; undefined: nothing. */
export function readKeptCheck(json: string | null): CitationCheck | undefined {
  return json === null ? undefined : readCheck(JSON.parse(json))
}

import type { CitedElsewhere } from '#shared/citation/references.ts'

/**
 * What a citation says of another act, as the index keeps it; undefined: it says nothing of one. Rows
 * are sealed, and of another recognizer's none is read, so the JSON is what this program wrote.
 */
export function readElsewhere(json: string | null): CitedElsewhere | undefined {
  return json === null ? undefined : (JSON.parse(json) as CitedElsewhere)
}

import type * as Y from 'yjs'
import { type CitationCheck, type Looked, readCheck } from '../schema/citation-check.ts'
import { ignoredIn } from './ignored.ts'

/**
 * Citations that a change of structure left to the drafter, by keys that the caller makes. They stand
 * beside the text in the shared document, as {@link ignoredIn} does.
 */
function checksIn(doc: Y.Doc): ReadonlyMap<string, CitationCheck> {
  const checks = new Map<string, CitationCheck>()
  for (const [key, value] of checkMap(doc)) {
    const check = readCheck(value)
    if (check) checks.set(key, check)
  }
  return checks
}

/** What was said of the draft's citations. */
export function lookedIn(doc: Y.Doc): Looked {
  return { ignored: ignoredIn(doc), checks: checksIn(doc) }
}

/** Remembers a check; `null` forgets it. */
export function setCheck(
  doc: Y.Doc,
  key: string,
  check: CitationCheck | null,
  origin?: unknown,
): void {
  doc.transact(() => {
    if (check === null) checkMap(doc).delete(key)
    else checkMap(doc).set(key, { ...check, targets: [...check.targets] })
  }, origin)
}

/** Calls back when a check comes or goes, whoever made it. */
export function onChecks(doc: Y.Doc, listener: () => void): () => void {
  const map = checkMap(doc)
  map.observe(listener)
  return () => map.unobserve(listener)
}

function checkMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('checks')
}

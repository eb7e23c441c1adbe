import type * as Y from 'yjs'

/**
 * What the drafters have looked at and want left alone, by keys that the caller makes. It stands
 * beside the text in the shared document, so that it is merged and survives as the text does; a
 * program that does not know it keeps it.
 */
export function ignoredIn(doc: Y.Doc): ReadonlySet<string> {
  return new Set([...ignoredMap(doc)].filter(([, value]) => value === true).map(([key]) => key))
}

export function setIgnored(
  doc: Y.Doc,
  key: string,
  as: 'ignored' | 'heeded',
  origin?: unknown,
): void {
  doc.transact(() => {
    if (as === 'ignored') ignoredMap(doc).set(key, true)
    else ignoredMap(doc).delete(key)
  }, origin)
}

function ignoredMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('ignored')
}

/** Calls back when what is ignored changes, whoever changed it. */
export function onIgnored(doc: Y.Doc, listener: () => void): () => void {
  const map = ignoredMap(doc)
  map.observe(listener)
  return () => map.unobserve(listener)
}

import type * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'

/**
 * Why units are changed, as the comparative table says it: words by the unit of the row. They stand
 * beside the text in the shared document, so that they are merged and survive as the text does; of two
 * that are written at once for one unit, one stays.
 */
export function justificationsIn(doc: Y.Doc): ReadonlyMap<UnitId, string> {
  return new Map(
    [...justificationMap(doc)].flatMap(([key, words]) =>
      typeof words === 'string' && words !== '' ? [[unitId(key), words] as const] : [],
    ),
  )
}

/** Writes why a unit is changed; no words take it away. */
export function setJustification(doc: Y.Doc, unit: UnitId, words: string, origin?: unknown): void {
  doc.transact(() => {
    if (words === '') justificationMap(doc).delete(unit)
    else justificationMap(doc).set(unit, words)
  }, origin)
}

/** Calls back when a justification changes, whoever changed it. */
export function onJustifications(doc: Y.Doc, listener: () => void): () => void {
  const map = justificationMap(doc)
  map.observe(listener)
  return () => map.unobserve(listener)
}

function justificationMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('justifications')
}

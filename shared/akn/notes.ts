import type { Footnote } from '../schema/footnote.ts'
import { type Element, elementsIn, firstNamed, lineOf } from './element.ts'

/** The notes that the metadata keeps for `noteRef`, by id. */
export function notesIn(meta: Element): ReadonlyMap<string, Footnote> {
  const notes = new Map<string, Footnote>()
  const container = firstNamed(meta, 'notes')
  for (const note of container ? elementsIn(container) : []) {
    const { eId, id, marker } = note.attributes
    const key = eId ?? id
    if (key !== undefined) notes.set(key, { marker: marker ?? null, text: lineOf(note) })
  }
  return notes
}

import * as Y from 'yjs'
import { decisionsOf } from './decisions.ts'
import { BIRTH, unitMaps } from './shape.ts'

/**
 * Undo of one person's changes: those made under `origin`, whatever others did between. What others
 * typed into a unit or paragraph whose making is undone stays in the document.
 */
export function createUndo(doc: Y.Doc, origin: unknown): Y.UndoManager {
  return new Y.UndoManager([unitMaps(doc), decisionsOf(doc)], {
    trackedOrigins: new Set([origin]),
    deleteFilter: mayUndo,
    captureTimeout: CAPTURE,
  })
}

/** Milliseconds within which keystrokes are undone as one; structural commands stand alone. */
const CAPTURE = 500

/**
 * Undo may take words and a setting that had no value before; never a shared type, nor what a unit
 * was made with. An older value is put back over the newer, which stays where another drafter's
 * value forbids that: taken away first, the setting would have none.
 */
function mayUndo(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentType) return false
  if (item.parentSub === null) return true
  return item.left === null && item.parentSub !== BIRTH
}

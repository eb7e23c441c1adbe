import * as Y from 'yjs'
import { BIRTH_REGISTERS, unitMaps } from './shape.ts'

/**
 * Undo of one person's changes: those made under `origin`, whatever others did between. What others
 * typed into a unit or paragraph whose making is undone stays in the document.
 */
export function createUndo(doc: Y.Doc, origin: unknown): Y.UndoManager {
  return new Y.UndoManager([unitMaps(doc)], {
    trackedOrigins: new Set([origin]),
    deleteFilter: mayUndo,
    captureTimeout: CAPTURE,
  })
}

/** Milliseconds within which keystrokes are undone as one; structural commands stand alone. */
const CAPTURE = 500

/** Undo may take words and settings, never a shared type or what a unit needs to be one. */
function mayUndo(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentType) return false
  const isFirst = item.parentSub !== null && item.left === null
  return !(isFirst && item.parent instanceof Y.Map && BIRTH_REGISTERS.has(item.parentSub ?? ''))
}

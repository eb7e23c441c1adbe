import * as Y from 'yjs'
import type { Act } from '../schema/act.ts'
import { carry } from './carry.ts'
import { digest } from './shape.ts'

/**
 * What a file proposes to change as one Yjs update on the seed of its base. The same file gives the
 * same bytes.
 */
export function proposedChanges(seed: Uint8Array, base: Act, draft: Act): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed)
  doc.clientID = Number.parseInt(digest(`proposed/${JSON.stringify(draft)}`), 16)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => carry(doc, base, draft))
  const bytes = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return bytes
}

import { ok, type Result } from '#shared/base/result.ts'
import type { Act } from '#shared/schema/act.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { baseOf } from './acts.ts'

/** Laws in force as acts, the same object on each call: a base never changes. */
export interface BaseCache {
  baseOf(document: DocumentKey): Result<Act>
}

/** As many as drafters have open at a time. */
const MOST_BASES = 4

export function createBaseCache(db: Reader): BaseCache {
  const bases = new Map<DocumentKey, Act>()
  return {
    baseOf(document) {
      const known = bases.get(document)
      const read = known ? ok(known) : baseOf(db, document)
      if (!read.ok) return read
      bases.delete(document)
      bases.set(document, read.value)
      const [oldest] = bases.keys()
      if (bases.size > MOST_BASES && oldest !== undefined) bases.delete(oldest)
      return read
    },
  }
}

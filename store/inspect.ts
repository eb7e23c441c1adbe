import { baseRow } from './bases.ts'
import { isDamage, type Reader } from './connection.ts'
import { allDocuments, type DocumentKey } from './documents.ts'
import { hasKnownSchema } from './known-schema.ts'
import { logFaults } from './log-faults.ts'
import { hasTrueMarks } from './migrate.ts'
import { isBaseLost } from './quarantine.ts'
import { isSealedDocument, isWholeBase } from './remains.ts'
import { readSnapshots } from './snapshots.ts'
import { readHead, readUpdates } from './updates.ts'

/** Whether the library is what was written: its pages by SQLite, its rows by their checksums and seals. */
export function isLibraryWhole(db: Reader): boolean {
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false
    if (!hasTrueMarks(db) || !hasKnownSchema(db)) return false
    return allDocuments(db).every((row) => {
      return (
        isSealedDocument(row) &&
        (row.part_of != null || hasWholeBase(db, row.key)) &&
        logFaults({
          head: readHead(db, row.key),
          snapshots: readSnapshots(db, row.key),
          rows: readUpdates(db, row.key, 0),
        }).length === 0
      )
    })
  } catch (fault) {
    if (isDamage(fault)) return false
    throw fault
  }
}

/** That a base is lost was told when it was found; the library is no more damaged than it was then. */
function hasWholeBase(db: Reader, key: DocumentKey): boolean {
  const base = baseRow(db, key)
  return base === undefined ? isBaseLost(db, key) : isWholeBase(base)
}

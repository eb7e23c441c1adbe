import type { Migration } from '../migration.ts'

/**
 * Who cites whom, so that incoming references need no reading of every draft. Derived: may be
 * emptied at any time. `seen` names the states of the drafts that a document's rows were made from.
 */
export const citations: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE TABLE citation_sources (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        seen TEXT NOT NULL
      ) STRICT;

      CREATE TABLE citations (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES citation_sources ON DELETE CASCADE,
        from_unit TEXT NOT NULL,
        from_place TEXT NOT NULL,
        to_document TEXT NOT NULL,
        to_unit TEXT NOT NULL,
        sentence TEXT NOT NULL
      ) STRICT;
      CREATE INDEX citations_by_target ON citations (to_document);
      CREATE INDEX citations_by_source ON citations (document);
    `)
  },
}

import type { Migration } from '../migration.ts'

/**
 * The reference index: who cites whom, in rows that are kept as drafts change. All of it is derived
 * and may be emptied at any time. `citation_sources` says what a document's rows were made from;
 * `seal` is the exclusive or of the checksums of its rows. `elsewhere` is what a citation says of
 * another act, so that it resolves anew without its draft being read. Acts are named by id.
 */
export const referenceIndex: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      DROP TABLE citations;
      DROP TABLE citation_sources;

      CREATE TABLE citation_sources (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        recognizer INTEGER NOT NULL,
        names TEXT NOT NULL,
        seal INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE divisions (
        document INTEGER NOT NULL REFERENCES citation_sources ON DELETE CASCADE,
        unit TEXT NOT NULL,
        place INTEGER NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (document, unit)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE citations (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES citation_sources ON DELETE CASCADE,
        unit TEXT NOT NULL,
        place TEXT NOT NULL,
        division TEXT,
        block INTEGER NOT NULL,
        "from" INTEGER NOT NULL,
        "to" INTEGER NOT NULL,
        text TEXT NOT NULL,
        sentence TEXT NOT NULL,
        status TEXT NOT NULL,
        note INTEGER NOT NULL CHECK (note IN (0, 1)),
        ignored INTEGER NOT NULL CHECK (ignored IN (0, 1)),
        name TEXT,
        elsewhere TEXT CHECK (elsewhere IS NULL OR json_valid(elsewhere)),
        crc INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX citations_by_unit ON citations (document, unit);
      CREATE INDEX citations_by_name ON citations (name) WHERE name IS NOT NULL;

      CREATE TABLE citation_targets (
        citation INTEGER NOT NULL REFERENCES citations ON DELETE CASCADE,
        place INTEGER NOT NULL,
        act TEXT NOT NULL,
        unit TEXT,
        label TEXT NOT NULL,
        division TEXT,
        PRIMARY KEY (citation, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX citation_targets_by_act ON citation_targets (act, unit);
    `)
  },
}

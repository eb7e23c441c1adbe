import type { Migration } from '../migration.ts'

/** A log may hold what came from other people's desks: `origin` has a value more. */
export const remoteUpdates: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      CREATE TABLE updates_from_all (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('seed', 'window', 'remote', 'recovered', 'lost')),
        bytes BLOB NOT NULL,
        crc INTEGER NOT NULL,
        prev BLOB NOT NULL,
        hash BLOB NOT NULL,
        UNIQUE (document, seq)
      ) STRICT;
      INSERT INTO updates_from_all
        SELECT id, document, seq, at, origin, bytes, crc, prev, hash FROM updates;
      DROP TABLE updates;
      ALTER TABLE updates_from_all RENAME TO updates;
      CREATE INDEX updates_by_crc ON updates (document, crc);
    `)
  },
}

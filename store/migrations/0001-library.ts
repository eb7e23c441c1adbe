import type { Migration } from '../migration.ts'

/**
 * The library: documents, the law in force of each (`bases`), the log of its draft (`updates`), what
 * the log was compacted to (`snapshots`), and damaged rows (`quarantine`). Hashes are SHA-256.
 */
export const library: Migration = {
  version: 1,
  up(db) {
    db.exec(`
      CREATE TABLE documents (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        profile TEXT NOT NULL,
        source TEXT NOT NULL,
        units INTEGER NOT NULL,
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        created_at INTEGER NOT NULL,
        removed_at INTEGER,
        crc INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE bases (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        act BLOB NOT NULL,
        sha256 BLOB NOT NULL
      ) STRICT;

      CREATE TABLE heads (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        changed_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE updates (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('seed', 'window', 'recovered', 'lost')),
        bytes BLOB NOT NULL,
        crc INTEGER NOT NULL,
        prev BLOB NOT NULL,
        hash BLOB NOT NULL,
        UNIQUE (document, seq)
      ) STRICT;
      CREATE INDEX updates_by_crc ON updates (document, crc);

      CREATE TABLE snapshots (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        upto INTEGER NOT NULL,
        at INTEGER NOT NULL,
        state BLOB NOT NULL,
        sha256 BLOB NOT NULL,
        chain BLOB NOT NULL,
        UNIQUE (document, upto)
      ) STRICT;

      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT;

      CREATE TABLE quarantine (
        id INTEGER PRIMARY KEY,
        document INTEGER,
        noun TEXT NOT NULL,
        seq INTEGER,
        bytes BLOB,
        detail TEXT NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}

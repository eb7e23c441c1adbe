import type { Migration } from '../migration.ts'

/**
 * Parts of a draft beside its text: each is a document of its own, with the same log, chain, snapshots
 * and repair, that belongs to another (`part_of`) and stands in no list.
 */
export const parts: Migration = {
  version: 5,
  up(db) {
    db.exec(`
      ALTER TABLE documents ADD COLUMN part_of INTEGER REFERENCES documents ON DELETE CASCADE;
      ALTER TABLE documents ADD COLUMN part TEXT CHECK (part IN ('review', 'versions'));
      CREATE UNIQUE INDEX documents_by_part ON documents (part_of, part) WHERE part_of IS NOT NULL;
    `)
  },
}

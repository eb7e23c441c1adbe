import type { Migration } from '../migration.ts'

/**
 * What a change of structure left to the drafter, of each citation: JSON of what it had to name and
 * the words proposed. The index is derived: it is made anew.
 */
export const citationChecks: Migration = {
  version: 6,
  up(db) {
    db.exec(`
      DELETE FROM citation_sources;
      ALTER TABLE citations ADD COLUMN "check" TEXT CHECK ("check" IS NULL OR json_valid("check"));
    `)
  },
}

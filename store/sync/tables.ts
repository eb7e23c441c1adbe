import type { SyncDatabase } from './database.ts'

/**
 * The tables of the sync server. `updates.snapshot` is the snapshot that covers a row; null: none
 * does yet. `snapshots.before` is the one it was made from, 0 at first: two nodes that compact the
 * same room at once cannot both succeed. A member is one invitation; `*` is every document.
 */
const TABLES = [
  `CREATE TABLE IF NOT EXISTS sync_settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS sync_updates (
    id SERIAL_KEY,
    room TEXT NOT NULL,
    bytes BYTES NOT NULL,
    crc BIG NOT NULL,
    member TEXT NOT NULL,
    at BIG NOT NULL,
    snapshot BIG
  )`,
  'CREATE INDEX IF NOT EXISTS sync_updates_by_room ON sync_updates (room, id)',
  `CREATE TABLE IF NOT EXISTS sync_snapshots (
    id SERIAL_KEY,
    room TEXT NOT NULL,
    before BIG NOT NULL,
    state BYTES NOT NULL,
    sha256 BYTES NOT NULL,
    at BIG NOT NULL,
    UNIQUE (room, before)
  )`,
  `CREATE TABLE IF NOT EXISTS sync_quarantine (
    id SERIAL_KEY,
    room TEXT NOT NULL,
    bytes BYTES NOT NULL,
    reason TEXT NOT NULL,
    at BIG NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS sync_bases (
    document TEXT PRIMARY KEY,
    act BYTES NOT NULL,
    sha256 BYTES NOT NULL,
    at BIG NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS sync_members (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    invited_at BIG NOT NULL,
    expires_at BIG NOT NULL,
    revoked_at BIG
  )`,
]

const DIALECTS = {
  sqlite: { SERIAL_KEY: 'INTEGER PRIMARY KEY AUTOINCREMENT', BYTES: 'BLOB', BIG: 'INTEGER' },
  postgres: { SERIAL_KEY: 'BIGSERIAL PRIMARY KEY', BYTES: 'BYTEA', BIG: 'BIGINT' },
} as const

/** Written into a new database; a server of another version refuses one that it does not know. */
const VERSION = '1'

/** Makes the tables where they are not there. Throws where a newer server made them. */
export async function createTables(db: SyncDatabase): Promise<void> {
  const dialect = DIALECTS[db.kind]
  await db.transact(async ({ run }) => {
    // Nodes that start together take turns; SQLite has one server a file.
    if (db.kind === 'postgres') await run('SELECT pg_advisory_xact_lock(6482)')
    for (const table of TABLES)
      await run(
        table.replace(/SERIAL_KEY|BYTES|BIG\b/g, (word) => dialect[word as keyof typeof dialect]),
      )
    await run(
      'INSERT INTO sync_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
      ['version', VERSION],
    )
    const [found] = await run<{ value: string }>(
      "SELECT value FROM sync_settings WHERE name = 'version'",
    )
    if (found?.value !== VERSION)
      throw new Error(
        `The data of this sync server are of version ${found?.value}; this Bapta knows ${VERSION}. They were left as they are: start the newer Bapta.`,
      )
  })
}

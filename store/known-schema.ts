import Database from 'better-sqlite3'
import { asWriter, type Reader } from './connection.ts'
import { MIGRATIONS, versionOf } from './migrate.ts'

/**
 * Whether the schema is the one that this program's migrations make for the library's version. SQLite
 * leaves the checks of a table out where it may only read, and never looks at the words of a schema.
 */
export function hasKnownSchema(db: Reader): boolean {
  const found = schemaOf(db)
  const known = knownSchema(versionOf(db))
  return found.size === known.size && [...known].every(([name, sql]) => found.get(name) === sql)
}

const schemas = new Map<number, ReadonlyMap<string, string>>()

function knownSchema(version: number): ReadonlyMap<string, string> {
  const known = schemas.get(version)
  if (known) return known
  const db = asWriter(new Database(':memory:'))
  try {
    for (const { up } of MIGRATIONS.slice(0, version)) up(db)
    const schema = schemaOf(db)
    schemas.set(version, schema)
    return schema
  } finally {
    db.close()
  }
}

/** The statement that made each table and index, by its kind and name; what SQLite makes for itself is left out. */
function schemaOf(db: Reader): ReadonlyMap<string, string> {
  const rows = db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all()
  return new Map(
    rows.map(({ type, name, sql }) => [`${type} ${name}`, (sql ?? '').replaceAll(/\s+/gu, ' ')]),
  )
}

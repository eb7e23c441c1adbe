import { type Reader, statement, type Writer } from './connection.ts'

/** The value kept under a name, as it was given; undefined if there is none. */
export function readSetting(db: Reader, name: string): unknown {
  const row = statement<[string], { value: string }>(
    db,
    'SELECT value FROM settings WHERE name = ?',
  ).get(name)
  return row ? JSON.parse(row.value) : undefined
}

export function writeSetting(db: Writer, name: string, value: unknown): void {
  statement<[string, string]>(
    db,
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value))
}

/** The names that begin with `prefix`. */
export function listSettings(db: Reader, prefix: string): readonly string[] {
  return statement<[number, string], { name: string }>(
    db,
    'SELECT name FROM settings WHERE substr(name, 1, ?) = ? ORDER BY name',
  )
    .all(prefix.length, prefix)
    .map(({ name }) => name)
}

export function removeSetting(db: Writer, name: string): void {
  statement<[string]>(db, 'DELETE FROM settings WHERE name = ?').run(name)
}

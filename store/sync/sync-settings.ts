import type { Statements } from './database.ts'

export async function readSyncSetting(
  { run }: Statements,
  name: string,
): Promise<string | undefined> {
  const [row] = await run<{ value: string }>('SELECT value FROM sync_settings WHERE name = ?', [
    name,
  ])
  return row?.value
}

export async function writeSyncSetting(
  { run }: Statements,
  name: string,
  value: string,
): Promise<void> {
  await run(
    `INSERT INTO sync_settings (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, value],
  )
}

/** Writes a setting once: of nodes that start together, all get what the first one wrote. */
export async function settleSyncSetting(
  statements: Statements,
  name: string,
  value: string,
): Promise<string> {
  await statements.run(
    'INSERT INTO sync_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
    [name, value],
  )
  return (await readSyncSetting(statements, name)) ?? value
}

import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { type Reader, transact, type Writer } from './connection.ts'
import type { Migration } from './migration.ts'
import { library } from './migrations/0001-library.ts'
import { citations } from './migrations/0002-citations.ts'
import { referenceIndex } from './migrations/0003-reference-index.ts'
import { remoteUpdates } from './migrations/0004-remote-updates.ts'
import { parts } from './migrations/0005-parts.ts'
import { citationChecks } from './migrations/0006-citation-checks.ts'
import { writeProblem } from './problems.ts'
import { readSetting, writeSetting } from './settings.ts'
import { writeWhole } from './whole-file.ts'

export const MIGRATIONS: readonly Migration[] = [
  library,
  citations,
  referenceIndex,
  remoteUpdates,
  parts,
  citationChecks,
]

/** "bapt": tells a library of Bapta from any other SQLite file. */
export const APPLICATION_ID = 0x62617074

/** The version kept a second time: a damaged `user_version` must not pass for a newer program's. */
export const VERSION_SETTING = 'version'

export interface MigrateOptions {
  /** Where a copy of the database goes before it is changed. */
  readonly copyTo: (version: number) => string
  readonly migrations?: readonly Migration[]
}

/**
 * Brings a database to the newest version, each step in one transaction. A database of a newer
 * program, or of another one, is a problem and stays untouched.
 */
export function migrate(db: Writer, options: MigrateOptions): Result<{ readonly from: number }> {
  const migrations = options.migrations ?? MIGRATIONS
  const from = versionOf(db)
  const refused = refusal(db, from, migrations.length)
  if (refused) return fail(refused)
  if (from === migrations.length) return ok({ from })
  try {
    if (from > 0) copyWhole(db, options.copyTo(from))
    for (const migration of migrations.slice(from)) step(db, migration)
  } catch (fault) {
    const problem = writeProblem(fault)
    if (!problem) throw fault
    return fail(problem)
  }
  return ok({ from })
}

/** Makes the newest library in a database that holds nothing. */
export function makeLibrary(db: Writer): void {
  for (const migration of MIGRATIONS) step(db, migration)
}

function step(db: Writer, { version, up }: Migration): void {
  transact(db, () => {
    up(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${version}`)
    writeSetting(db, VERSION_SETTING, version)
  })
}

function copyWhole(db: Writer, to: string): void {
  writeWhole(to, (partial) => db.prepare('VACUUM INTO ?').run(partial))
}

export function versionOf(db: Reader): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Why this database is not ours to touch, if so. */
export function refusal(
  db: Reader,
  version = versionOf(db),
  newest = MIGRATIONS.length,
): Problem | undefined {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all()
  if (tables.length > 0 && !tables.includes('heads') && !isMarkedOurs(db))
    return problem('store/foreign')
  if (version > newest && hasTrueMarks(db)) return problem('store/newer', { version, newest })
  return undefined
}

/** Whether the marks in the file's header say what the library itself says. */
export function hasTrueMarks(db: Reader): boolean {
  return isMarkedOurs(db) && readSetting(db, VERSION_SETTING) === versionOf(db)
}

function isMarkedOurs(db: Reader): boolean {
  return Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID
}

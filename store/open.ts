import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { backUp, backupFolder, listBackups } from './backup.ts'
import { buildLibrary, finishBuilding } from './building.ts'
import { asReader, asWriter, isDamage, type Writer } from './connection.ts'
import { isLibraryWhole } from './inspect.ts'
import { type Lock, lockLibrary } from './lock.ts'
import { migrate, refusal } from './migrate.ts'
import { writeProblem } from './problems.ts'
import { repair } from './repair.ts'

export interface StoreOptions {
  /** The database file, `…/library.db`; its folder is made. */
  readonly path: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** The library on disk, held by this process alone. */
export interface Store {
  readonly db: Writer
  /** What was found damaged when it was opened, and what was done. */
  readonly health: readonly Problem[]
  /** Writes a checked copy beside the library while it stays in use; gives its path. */
  backUp(signal?: AbortSignal): Promise<string>
  /** The backups there are, the newest first. */
  backups(): readonly string[]
  close(): void
}

/**
 * Opens the library, made when there never was one. Damage is repaired and told by {@link Store.health};
 * a library of a newer program, one that another process holds, or one that a full or failing disk
 * keeps from being repaired, is a problem, and stays as it is.
 */
export function openStore(options: StoreOptions): Result<Store> {
  mkdirSync(path.dirname(options.path), { recursive: true })
  const lock = lockLibrary(options.path)
  if (!lock.ok) return lock
  const opened = attempt(() => openLocked(options, lock.value))
  if (!opened.ok) lock.value.release()
  return opened
}

function attempt<T>(open: () => Result<T>): Result<T> {
  try {
    return open()
  } catch (fault) {
    const problem = writeProblem(fault)
    if (!problem) throw fault
    return fail(problem)
  }
}

function openLocked({ path: file, now }: StoreOptions, lock: Lock): Result<Store> {
  finishBuilding(file)
  const state = look(file)
  if (state.kind === 'refused') return fail(state.problem)
  const { db, repaired } = connectOrRepair(file, state.kind, now)
  const folder = backupFolder(file)
  const migrated = migrate(db, {
    copyTo(version) {
      mkdirSync(folder, { recursive: true })
      return path.join(folder, `before-version-${version + 1}-${now()}.db`)
    },
  })
  if (!migrated.ok) {
    db.close()
    return fail(migrated.problem)
  }
  return ok({
    db,
    health: repaired,
    backups: () => listBackups(file),
    backUp: (signal) => backUp(db, file, now(), signal),
    close() {
      db.pragma('optimize')
      db.close()
      lock.release()
    },
  })
}

/**
 * A connection to the library, repaired where it is damaged. SQLite reads through some damage to the
 * schema, such as a name in a check, and refuses it only where one may write.
 */
function connectOrRepair(
  file: string,
  state: 'new' | 'whole' | 'damaged',
  now: () => number,
): { readonly db: Writer; readonly repaired: readonly Problem[] } {
  if (state === 'new') buildLibrary(file, () => undefined)
  if (state !== 'damaged') {
    try {
      return { db: connect(file), repaired: [] }
    } catch (fault) {
      if (!isDamage(fault)) throw fault
    }
  }
  const repaired = repair(file, now())
  return { db: connect(file), repaired }
}

type Look =
  | { readonly kind: 'new' | 'whole' | 'damaged' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Looks without writing: even joining a WAL database to write to it would change the file. */
function look(file: string): Look {
  if (!existsSync(file)) return { kind: hasTraces(file) ? 'damaged' : 'new' }
  // No library of ours is ever empty, and SQLite would remove the log of one that is.
  if (statSync(file).size === 0) return { kind: 'damaged' }
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true })
    const reader = asReader(db)
    const problem = refusal(reader)
    if (problem) return { kind: 'refused', problem }
    return { kind: isLibraryWhole(reader) ? 'whole' : 'damaged' }
  } catch (fault) {
    if (isDamage(fault)) return { kind: 'damaged' }
    throw fault
  } finally {
    db?.close()
  }
}

/** Whether there was a library, though its file is gone. */
function hasTraces(file: string): boolean {
  return existsSync(`${file}-wal`) || listBackups(file).length > 0
}

/** A connection that answers a write only when the disk has it: `synchronous` is NORMAL in WAL otherwise. */
export function connect(file: string): Writer {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('checkpoint_fullfsync = ON')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    db.pragma('trusted_schema = OFF')
    return asWriter(db)
  } catch (fault) {
    db.close()
    throw fault
  }
}

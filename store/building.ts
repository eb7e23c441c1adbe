import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { asWriter, type Writer } from './connection.ts'
import { makeLibrary } from './migrate.ts'
import { syncFile, syncFolder } from './whole-file.ts'

/**
 * Makes a library beside its place, has `fill` write to it, and puts it there whole. Interrupted at
 * any point, nothing has happened, or the next opening ends it by {@link finishBuilding}.
 */
export function buildLibrary<T>(library: string, fill: (db: Writer) => T): T {
  const building = `${library}.building`
  removeLibrary(building)
  const db = asWriter(new Database(building))
  try {
    makeLibrary(db)
    const filled = fill(db)
    db.close()
    syncFile(building)
    renameSync(building, builtName(library))
    finishBuilding(library)
    return filled
  } finally {
    db.close()
    removeLibrary(building)
  }
}

/** Puts a library that was built in the place of the one before; also ends what a crash interrupted. */
export function finishBuilding(library: string): void {
  if (!existsSync(builtName(library))) return
  // A log that belongs to the old file must not be replayed over the new one.
  rmSync(`${library}-wal`, { force: true })
  rmSync(`${library}-shm`, { force: true })
  renameSync(builtName(library), library)
  syncFolder(path.dirname(library))
}

export function removeLibrary(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true })
}

function builtName(library: string): string {
  return `${library}.rebuilt`
}

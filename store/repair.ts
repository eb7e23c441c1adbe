import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { listBackups, syncFile, syncFolder } from './backup.ts'
import { asWriter } from './connection.ts'
import { type Finding, finding } from './health.ts'
import { migrate } from './migrate.ts'
import { rebuild } from './rebuild.ts'
import { type Remains, readRemains } from './remains.ts'

const NOTHING: Remains = {
  documents: [],
  bases: [],
  heads: [],
  updates: [],
  snapshots: [],
  settings: [],
  quarantine: [],
}

/**
 * Replaces a damaged library by one rebuilt from it and its newest readable backup. The damaged file
 * is kept beside it as it was found. Interrupted at any point, the next opening begins anew or ends it.
 */
export function repair(library: string, now: number): readonly Finding[] {
  const stamp = new Date(now).toISOString().replaceAll(':', '-')
  const kept = `${library.replace(/\.db$/, '')}.damaged-${stamp}.db`
  copyLibrary(library, kept)
  const work = `${library}.salvage`
  copyLibrary(library, work)
  mendHeader(work)
  const damaged = readRemains(work)
  removeLibrary(work)
  const backup = readNewestBackup(library)
  const findings: Finding[] = [
    finding(
      'library-damaged',
      `The library was damaged and has been rebuilt. The damaged file is kept as ${path.basename(kept)}.`,
    ),
  ]
  if (!damaged && !backup)
    findings.push(
      finding(
        'library-lost',
        'Nothing in the damaged library can be read, and there is no backup.',
      ),
    )
  if (!damaged && backup)
    findings.push(
      finding(
        'backup-used',
        `Nothing in the damaged library can be read; it was restored from the backup ${path.basename(backup.file)}.`,
      ),
    )
  const source = damaged ?? backup?.remains ?? NOTHING
  findings.push(...write(library, source, backup?.remains, now))
  finishRepair(library)
  return findings
}

/** Puts a rebuilt library in the place of the damaged one; also ends what a crash interrupted. */
export function finishRepair(library: string): void {
  if (!existsSync(rebuiltName(library))) return
  // A log that belongs to the old file must not be replayed over the new one.
  rmSync(`${library}-wal`, { force: true })
  rmSync(`${library}-shm`, { force: true })
  renameSync(rebuiltName(library), library)
  syncFolder(path.dirname(library))
}

function write(
  library: string,
  damaged: Remains,
  backup: Remains | undefined,
  now: number,
): readonly Finding[] {
  const building = `${library}.building`
  removeLibrary(building)
  const db = asWriter(new Database(building))
  try {
    migrate(db, { copyTo: () => building })
    const findings = rebuild(db, damaged, backup, now)
    db.close()
    syncFile(building)
    renameSync(building, rebuiltName(library))
    return findings
  } finally {
    db.close()
    removeLibrary(building)
  }
}

function rebuiltName(library: string): string {
  return `${library}.rebuilt`
}

function readNewestBackup(library: string): { file: string; remains: Remains } | undefined {
  for (const file of listBackups(library)) {
    const work = `${library}.salvage`
    copyLibrary(file, work)
    const remains = readRemains(work)
    removeLibrary(work)
    if (remains && remains.documents.length > 0) return { file, remains }
  }
  return undefined
}

/**
 * Writes the bytes of the header that every library of ours has, by the SQLite file format; a size of
 * 0 pages means that the file's own size counts.
 */
function mendHeader(file: string): void {
  const header = Buffer.alloc(24)
  header.write('SQLite format 3\0', 'latin1')
  header.writeUInt16BE(4096, 16)
  header.set([2, 2, 0, 64, 32, 32], 18)
  const descriptor = openSync(file, 'r+')
  try {
    writeSync(descriptor, header, 0, header.length, 0)
    writeSync(descriptor, Buffer.alloc(4), 0, 4, 28)
    writeSync(descriptor, Buffer.from([0, 0, 0, 4]), 0, 4, 44)
    writeSync(descriptor, Buffer.from([0, 0, 0, 1]), 0, 4, 56)
  } finally {
    closeSync(descriptor)
  }
}

function copyLibrary(from: string, to: string): void {
  removeLibrary(to)
  for (const part of ['', '-wal'])
    if (existsSync(`${from}${part}`)) {
      copyFileSync(`${from}${part}`, `${to}${part}`)
      syncFile(`${to}${part}`)
    }
}

function removeLibrary(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true })
}

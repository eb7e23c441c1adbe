import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { type Problem, problem } from '#shared/base/problem.ts'
import { listBackups } from './backup.ts'
import { buildLibrary, removeLibrary } from './building.ts'
import { isSealed } from './log-faults.ts'
import { mendHeader, newSchema, type SchemaRow, schemaIn, writeSchema } from './mended-schema.ts'
import { rebuild } from './rebuild.ts'
import { attempt, isSealedDocument, isWholeBase, type Remains, readRemains } from './remains.ts'
import { writeWhole } from './whole-file.ts'

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
export function repair(library: string, now: number): readonly Problem[] {
  const kept = keptName(library, now)
  const isThere = existsSync(library)
  copyLibrary(library, kept)
  const backup = readNewestBackup(library)
  const damaged = salvage(library, backup)
  const found: Problem[] = [
    isThere
      ? problem('store/library-damaged', { file: path.basename(kept) })
      : problem('store/library-damaged:gone', { file: path.basename(library) }),
  ]
  if (!damaged)
    found.push(
      backup
        ? problem('store/backup-used', { file: path.basename(backup.file) })
        : problem('store/library-lost', { file: path.basename(library) }),
    )
  const source = damaged ?? backup?.remains ?? NOTHING
  return found.concat(buildLibrary(library, (db) => rebuild(db, source, backup?.remains, now)))
}

/** A name for what is set aside that nothing else has. */
function keptName(library: string, now: number): string {
  const stem = `${library.replace(/\.db$/, '')}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.db` : `${stem}-${n}.db`
    if (!existsSync(name) && !existsSync(`${name}-wal`)) return name
  }
}

/**
 * What a copy of the damaged library still gives once its header is mended, and its schema where that
 * lacks a table: from the backup, which has its tables where the library has them, or from a new library.
 */
function salvage(library: string, backup: Backup | undefined): Remains | undefined {
  return inCopy(library, `${library}.salvage`, (work) => {
    mendHeader(work)
    const own = attempt(() => schemaIn(work)) ?? []
    const remains = readRemains(work)
    if (Object.keys(NOTHING).every((table) => own.some(({ name }) => name === table)))
      return remains
    for (const donor of [backup?.schema ?? [], newSchema()]) {
      const others = donor.filter(({ name }) => !own.some((row) => row.name === name))
      const grafted = inCopy(work, `${work}.grafted`, (copy) =>
        attempt(() => {
          writeSchema(copy, [...own, ...others])
          return readRemains(copy)
        }),
      )
      if (grafted && isVouched(grafted)) return grafted
    }
    return remains
  })
}

/** Whether a checksum says that what was read is what a library wrote. */
function isVouched({ documents, bases, updates }: Remains): boolean {
  return documents.some(isSealedDocument) || bases.some(isWholeBase) || updates.some(isSealed)
}

interface Backup {
  readonly file: string
  readonly remains: Remains
  readonly schema: readonly SchemaRow[]
}

function readNewestBackup(library: string): Backup | undefined {
  for (const file of listBackups(library)) {
    const backup = inCopy(file, `${library}.salvage`, (work) => {
      const remains = readRemains(work)
      return remains && { file, remains, schema: schemaIn(work) }
    })
    if (backup && backup.remains.documents.length > 0) return backup
  }
  return undefined
}

/** Works on a copy, which is then removed. */
function inCopy<T>(from: string, copy: string, work: (copy: string) => T): T {
  copyLibrary(from, copy)
  try {
    return work(copy)
  } finally {
    removeLibrary(copy)
  }
}

function copyLibrary(from: string, to: string): void {
  removeLibrary(to)
  for (const part of ['', '-wal'])
    if (existsSync(`${from}${part}`))
      writeWhole(`${to}${part}`, (partial) => copyFileSync(`${from}${part}`, partial))
}

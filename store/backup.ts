import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Reader } from './connection.ts'
import { PARTIAL, syncFile, syncFolder } from './whole-file.ts'

/** Backups lie beside the library: `library.backups/2026-11-24T08-00-00.000Z.db`. */
export function backupFolder(library: string): string {
  return `${library.replace(/\.db$/, '')}.backups`
}

/** The backups of a library, the newest first. */
export function listBackups(library: string): readonly string[] {
  const folder = backupFolder(library)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => BACKUP_NAME.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name))
}

/** Pages copied before other work has its turn: 1 MB, about 3 ms. */
const PAGES_A_TURN = 256

const BACKUP_NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.db$/

/** When a backup was made, in milliseconds since the epoch. */
export function backupTime(file: string): number {
  return Date.parse(path.basename(file, '.db').replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'))
}

/**
 * Copies the library while it is in use, checks the copy, and gives up backups that {@link rotated}
 * does not keep. A copy that is not whole is not kept, and no other is given up for it.
 */
export async function backUp(
  db: Reader,
  library: string,
  now: number,
  signal?: AbortSignal,
): Promise<string> {
  const folder = backupFolder(library)
  mkdirSync(folder, { recursive: true })
  const name = `${new Date(now).toISOString().replaceAll(':', '-')}.db`
  const file = path.join(folder, name)
  const partial = `${file}${PARTIAL}`
  for (const rest of readdirSync(folder).filter((each) => each.includes(PARTIAL)))
    rmSync(path.join(folder, rest), { force: true })
  try {
    await db.backup(partial, {
      progress() {
        signal?.throwIfAborted()
        return PAGES_A_TURN
      },
    })
    verifyCopy(partial)
    syncFile(partial)
    renameSync(partial, file)
    syncFolder(folder)
  } finally {
    for (const rest of [partial, `${partial}-wal`, `${partial}-shm`, `${partial}-journal`])
      rmSync(rest, { force: true })
  }
  const all = listBackups(library)
  const kept = rotated(all.map(backupTime))
  for (const old of all) if (!kept.has(backupTime(old))) rmSync(old, { force: true })
  return file
}

const DAY = 86_400_000
/** Backups kept: the latest, one for each of the latest days, one for each of the latest weeks. */
const KEPT = [
  { span: 1, count: 3 },
  { span: DAY, count: 7 },
  { span: 7 * DAY, count: 4 },
]

/** Which of the times to keep: in each span the newest, for so many spans. */
export function rotated(times: readonly number[]): ReadonlySet<number> {
  const newestFirst = times.toSorted((a, b) => b - a)
  const kept = new Set<number>()
  for (const { span, count } of KEPT) {
    const spans = new Set<number>()
    for (const time of newestFirst) {
      const of = Math.floor(time / span)
      if (spans.has(of)) continue
      spans.add(of)
      if (spans.size > count) break
      kept.add(time)
    }
  }
  return kept
}

function verifyCopy(file: string): void {
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const verdict = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Error(`the backup did not check: ${String(verdict)}`)
  } finally {
    copy.close()
  }
}

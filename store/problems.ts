import type { Problem } from '#shared/base/problem.ts'
import { sqliteCode } from './connection.ts'

/** A fault of the library on disk; codes begin with `store/`. */
export function storeProblem(code: string, message: string): Problem {
  return { code: `store/${code}`, severity: 'error', message }
}

/**
 * What a failed write means to the person at the desk. Undefined: not SQLite's, so a bug of ours.
 */
export function writeProblem(fault: unknown): Problem | undefined {
  const code = sqliteCode(fault)
  if (code === undefined) return undefined
  if (code.startsWith('SQLITE_FULL'))
    return storeProblem(
      'disk-full',
      'The disk is full: this could not be saved. Free some space; nothing saved before is lost.',
    )
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return storeProblem('busy', 'Another program holds the library: this could not be saved yet.')
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return storeProblem('read-only', 'The library cannot be written to: check its permissions.')
  if (code.startsWith('SQLITE_IOERR'))
    return storeProblem('disk-error', 'The disk gave an error: this could not be saved.')
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return storeProblem(
      'damaged',
      'The library is damaged: this could not be saved. Start Bapta again to have it repaired.',
    )
  return storeProblem('refused', `The library refused this (${code}).`)
}

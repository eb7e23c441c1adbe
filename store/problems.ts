import { type Problem, problem } from '#shared/base/problem.ts'
import { sqliteCode } from './connection.ts'

/**
 * What a failed write means to the person at the desk. Undefined: neither SQLite's nor the disk's, so a
 * bug of ours.
 */
export function writeProblem(fault: unknown): Problem | undefined {
  const code = sqliteCode(fault)
  if (code === undefined) return diskProblem(fault)
  if (code.startsWith('SQLITE_FULL')) return problem('store/disk-full')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return problem('store/busy')
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return problem('store/read-only')
  if (code.startsWith('SQLITE_IOERR')) return problem('store/disk-error')
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return problem('store/damaged')
  return problem('store/refused', { code })
}

/** Of a file that is written beside the library: a copy of it, or what it is rebuilt in. */
function diskProblem(fault: unknown): Problem | undefined {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('store/disk-full')
  if (code === 'EIO' || code === 'EFBIG') return problem('store/disk-error')
  return undefined
}

import type { Problem } from '#shared/base/problem.ts'

/** A request the desk cannot meet; codes begin with `desk/`. */
export function deskProblem(code: string, message: string): Problem {
  return { code: `desk/${code}`, severity: 'error', message }
}

export function noDocument(): Problem {
  return deskProblem('no-document', 'This document is no longer in the library.')
}

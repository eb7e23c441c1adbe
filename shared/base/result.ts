import type { Problem } from './problem.ts'

/** What an operation that may fail for a reason outside the code gives back. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail<T>(problem: Problem): Result<T> {
  return { ok: false, problem }
}

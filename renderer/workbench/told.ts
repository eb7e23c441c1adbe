import type { Result } from '#shared/base/result.ts'
import { notify } from '../ui/toasts.tsx'

/** Whether something was done; where it was not, the drafter is told why. */
export function told(done: Result<void>): boolean {
  if (!done.ok) notify({ tone: 'problem', text: done.problem })
  return done.ok
}

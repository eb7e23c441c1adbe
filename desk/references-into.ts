import { ok, type Result } from '#shared/base/result.ts'
import type { Output } from '#shared/bridge/contract.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'

export function referencesInto(
  ctx: DeskContext,
  document: string,
): Result<Output<'referencesInto'>> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  return ok([])
}

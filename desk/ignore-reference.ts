import { ok, type Result } from '#shared/base/result.ts'
import type { Input } from '#shared/bridge/contract.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { unitId } from '#shared/schema/act.ts'
import { setCheck } from '#shared/sync/checks.ts'
import { setIgnored } from '#shared/sync/ignored.ts'
import { changeDraft } from './change-draft.ts'
import type { DeskContext } from './context.ts'

/** Leaves a reference alone, heeds it again, or holds it checked; its draft remembers. */
export function ignoreReference(
  ctx: DeskContext,
  { document, unit, text, as }: Input<'ignoreReference'>,
): Promise<Result<void>> {
  const key = ignoreKey({ from: unitId(unit), text })
  return changeDraft(ctx, document, ({ doc }) => {
    if (as === 'checked') setCheck(doc, key, null)
    else setIgnored(doc, key, as)
    return ok(undefined)
  })
}

import { z } from 'zod'
import { ok, type Result } from '#shared/base/result.ts'
import type { Input } from '#shared/bridge/contract.ts'
import { type Reader, transact } from '#store/connection.ts'
import { readSetting, removeSetting, writeSetting } from '#store/settings.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'

const kept = z.string()

/** From which text the changes of a draft were told the last time; at first from the law in force. */
export function toldFrom(db: Reader, document: string): string {
  const read = kept.safeParse(readSetting(db, nameOf(document)))
  return read.success ? read.data : 'base'
}

export function keepToldFrom(
  { store: { db } }: DeskContext,
  { document, text }: Input<'keepToldFrom'>,
): Result<void> {
  const found = standing(db, document)
  if (!found.ok) return found
  transact(db, () =>
    text === 'base'
      ? removeSetting(db, nameOf(document))
      : writeSetting(db, nameOf(document), text),
  )
  return ok(undefined)
}

function nameOf(document: string): string {
  return `told from ${document}`
}

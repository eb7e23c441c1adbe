import { z } from 'zod'
import { ROLES } from '#shared/sync/role.ts'
import type { Reader, Writer } from '#store/connection.ts'
import { listSettings, readSetting, removeSetting, writeSetting } from '#store/settings.ts'

/** That a document is shared, as the library keeps it. */
export type Share = z.infer<typeof share>

const share = z.strictObject({
  /** The server: `https://drafts.example.org`. */
  address: z.string(),
  token: z.string(),
  /** Who we are there. */
  member: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Whether the draft on this computer was on the server's disk when it was last heard of. */
  safe: z.boolean(),
  /** Why it is shared no longer, if so: what is written since is a proposal of our own. */
  ended: z.string().nullable(),
})

const PREFIX = 'share/'

/** How a document is shared; what cannot be read counts as not shared. */
export function readShare(db: Reader, document: string): Share | undefined {
  const kept = share.safeParse(readSetting(db, PREFIX + document))
  return kept.success ? kept.data : undefined
}

export function writeShare(db: Writer, document: string, value: Share): void {
  writeSetting(db, PREFIX + document, value)
}

export function removeShare(db: Writer, document: string): void {
  removeSetting(db, PREFIX + document)
}

/** The documents that are shared, by id. */
export function sharedDocuments(db: Reader): readonly string[] {
  return listSettings(db, PREFIX).map((name) => name.slice(PREFIX.length))
}

import { fail, type Result } from '#shared/base/result.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { openSqlite, type SyncUse } from '#store/sync/sqlite.ts'

export type SyncPlace =
  | { readonly dir: string; readonly use: SyncUse }
  /** `postgres://user:password@host:port/database` */
  | { readonly postgres: string }

/** Opens the database of a sync server; a problem says in a sentence why it cannot. */
export async function openSyncDatabase(place: SyncPlace): Promise<Result<SyncDatabase>> {
  try {
    if ('dir' in place) return await openSqlite(place.dir, place.use)
    const { openPostgres } = await import('#store/sync/postgres.ts')
    return { ok: true, value: await openPostgres(place.postgres) }
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message || fault.name : String(fault)
    const message = `The database of the sync server cannot be opened: ${reason}`
    return fail({ code: 'sync/no-database', severity: 'error', message })
  }
}

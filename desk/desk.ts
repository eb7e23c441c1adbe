import path from 'node:path'
import { transact } from '#store/connection.ts'
import { openStore, type Store } from '#store/open.ts'
import { createLawClerk } from './amending/law-clerk.ts'
import { type Backups, createBackups } from './backups.ts'
import { createBaseCache } from './base-cache.ts'
import { createCommitGroup } from './commit-group.ts'
import { createCompactor, type LogLimits } from './compactor.ts'
import { connect, type DeskConnection } from './connection.ts'
import type { DeskContext, DeskEnvironment } from './context.ts'
import { createDraftCache } from './draft-cache.ts'
import { createGates } from './gates.ts'
import { createJobs } from './jobs.ts'
import { keepMeeting } from './merging/meeting.ts'
import { createReferenceKeeper } from './reference-keeper.ts'
import { DeskRefusal } from './refusal.ts'
import { giveSamples } from './samples.ts'
import { givePerson } from './settings.ts'
import { createNetworkServer } from './sync/network-server.ts'
import { createPresence } from './sync/presence.ts'
import { receiveUpdate } from './sync/receive-update.ts'
import { NETWORK, type Network } from './sync/server-link.ts'
import { createShares } from './sync/shares.ts'
import { createWindows } from './windows.ts'

export interface DeskOptions extends Partial<DeskEnvironment> {
  /** The folder of the library; made when it is not there. */
  readonly dir: string
  readonly now: () => number
  readonly newId: () => string
  readonly compactAt?: LogLimits
  readonly network?: Network
}

/** The application over one library, for any host. */
export interface Desk {
  /** The bridge of one window. */
  connect(): DeskConnection
  /** Commits what waits, ends jobs, makes a backup if there is time, and lets the library go. */
  close(): Promise<void>
}

/**
 * Opens the desk. Throws a {@link DeskRefusal} with a sentence for the person when the library is open
 * elsewhere, was written by a newer Bapta, or cannot be reached.
 */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const opened = openStore({ path: path.join(options.dir, 'library.db'), now: options.now })
  if (!opened.ok) throw new DeskRefusal(opened.problem)
  const store = opened.value
  try {
    giveSamples(store, options)
  } catch (fault) {
    store.close()
    throw fault
  }
  return deskOver(store, options)
}

/** The desk over a library that is open. */
export function deskOver(store: Store, options: Omit<DeskOptions, 'dir'>): Desk {
  const { now, newId, log = () => {}, author = 'Bapta' } = options
  transact(store.db, () => givePerson(store.db, newId))
  const windows = createWindows()
  const drafts = createDraftCache(store.db)
  const presence = createPresence(windows)
  const ctx: DeskContext = {
    now,
    newId,
    log,
    author,
    store,
    windows,
    jobs: createJobs(newId, log),
    commits: createCommitGroup(store.db, now, (update) => ctx.shares.committed(update)),
    compactor: createCompactor(store.db, now, log, options.compactAt),
    gates: createGates(drafts),
    bases: createBaseCache(store.db),
    drafts,
    references: createReferenceKeeper(store.db, drafts, log, (documents) =>
      windows.tell({ kind: 'references', documents }),
    ),
    clerk: createLawClerk(),
    presence,
    networkServer: createNetworkServer({
      db: store.db,
      dir: path.join(path.dirname(store.db.name), 'sync'),
      log,
    }),
    shares: createShares({
      store,
      windows,
      presence,
      network: options.network ?? NETWORK,
      log,
      receive: (document, part, update) => void receiveUpdate(ctx, document, part, update),
      met: (document, merged, sides) => keepMeeting(ctx, document, merged, sides),
    }),
  }
  ctx.references.changed()
  const backups = createBackups(store, now, log)
  let closing: Promise<void> | undefined
  return {
    connect: () => connect(ctx, () => closing !== undefined),
    close() {
      closing ??= closeDesk(ctx, backups)
      return closing
    },
  }
}

async function closeDesk(ctx: DeskContext, backups: Backups): Promise<void> {
  ctx.commits.flush()
  await ctx.shares.stop()
  await ctx.networkServer.stop()
  await ctx.jobs.stop()
  await ctx.compactor.stop()
  await ctx.references.stop()
  await ctx.clerk.stop()
  await backups.stop()
  ctx.store.close()
}

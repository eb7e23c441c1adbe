import type { Store } from '#store/open.ts'
import type { LawClerk } from './amending/law-clerk.ts'
import type { BaseCache } from './base-cache.ts'
import type { CommitGroup } from './commit-group.ts'
import type { Compactor } from './compactor.ts'
import type { DraftCache } from './draft-cache.ts'
import type { Gates } from './gates.ts'
import type { Jobs } from './jobs.ts'
import type { ReferenceKeeper } from './reference-keeper.ts'
import type { NetworkServer } from './sync/network-server.ts'
import type { Presence } from './sync/presence.ts'
import type { Shares } from './sync/shares.ts'
import type { Windows } from './windows.ts'

/** What the desk is given from outside. */
export interface DeskEnvironment {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** A new id on each call, never given before: of documents, units and jobs. */
  readonly newId: () => string
  /** Takes the desk's own faults; nothing of them crosses the bridge. */
  readonly log: (where: string, fault: unknown) => void
  /** Whose changes an exported redline shows. */
  readonly author: string
}

/** The desk's parts, as its calls see them. */
export interface DeskContext extends DeskEnvironment {
  readonly store: Store
  readonly windows: Windows
  readonly jobs: Jobs
  readonly commits: CommitGroup
  readonly compactor: Compactor
  readonly gates: Gates
  readonly bases: BaseCache
  readonly drafts: DraftCache
  readonly references: ReferenceKeeper
  readonly clerk: LawClerk
  readonly shares: Shares
  readonly presence: Presence
  readonly networkServer: NetworkServer
}

import { ok, type Result } from '#shared/base/result.ts'
import type { Bridge, VersionSummary } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { SaveQueue } from '../host/save-queue.ts'
import { createStore, type Store } from '../host/store.ts'

/** A text of the document: a version by its hash, `base` or `draft`. */
export type TextKey = string

/** The named versions of the draft. */
export interface BenchVersions {
  /** Newest first. */
  readonly versions: Store<readonly VersionSummary[]>
  /** Keeps the draft as it stands under a name. */
  nameVersion(name: string): Promise<Result<unknown>>
  /** The law in force, the draft as it stands, or a version. */
  readText(key: TextKey): Promise<Result<Act>>
}

interface VersionParts {
  readonly bridge: Bridge
  readonly document: string
  readonly saves: SaveQueue
  /** The law in force, once it came. */
  readonly base: () => Act | undefined
  readonly draft: () => Act
}

export function createBenchVersions({ bridge, document, saves, base, draft }: VersionParts) {
  const versions = createStore<readonly VersionSummary[]>([])
  const load = async () => {
    const listed = await bridge.listVersions({ document })
    if (listed.ok) versions.set(listed.value.toReversed())
  }
  const closeVersions = bridge.subscribe((event) => {
    if (event.kind === 'versions' && event.document === document) void load()
  })
  void load()
  const all: BenchVersions = {
    versions,
    async nameVersion(name) {
      await saves.settled()
      return bridge.nameVersion({ document, name })
    },
    async readText(key) {
      if (key === 'draft') return ok(draft())
      const inForce = key === 'base' ? base() : undefined
      if (inForce) return ok(inForce)
      const read =
        key === 'base'
          ? await bridge.readBase({ document })
          : await bridge.readVersion({ document, version: key })
      if (!read.ok) return read
      return ok(schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(read.value.act))))
    },
  }
  return { ...all, closeVersions }
}

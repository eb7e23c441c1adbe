import type { OtherAct } from '#shared/citation/references.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { Writer } from '#store/connection.ts'
import type { ListedDocument } from '#store/documents.ts'
import type { DraftCache } from './draft-cache.ts'
import { emptyMemory, refreshed } from './reference-index.ts'
import { inSlices } from './turn.ts'

export interface CitingScope {
  readonly others: readonly OtherAct[]
  /** The citing act's own. */
  readonly profile: Profile
}

/** Keeps the reference index up to date in the pauses of other work, never on the way of a save. */
export interface ReferenceKeeper {
  /** Tells that a draft, or the list of the library, changed. */
  changed(): void
  /** What the citations of a document may name, as of the last {@link ReferenceKeeper.current}. */
  scopeOf(document: ListedDocument): CitingScope
  /** Ends when the index knows all that is on disk. */
  current(): Promise<void>
  stop(): Promise<void>
}

/** Milliseconds after a change before the index follows: a drafter who types changes again sooner. */
const REST = 400

export function createReferenceKeeper(
  db: Writer,
  drafts: DraftCache,
  log: (where: string, fault: unknown) => void,
  tell: (documents: readonly string[]) => void,
): ReferenceKeeper {
  const memory = emptyMemory(drafts)
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let state: 'current' | 'behind' = 'behind'
  let running: Promise<void> | undefined

  return {
    changed() {
      state = 'behind'
      clearTimeout(timer)
      timer = setTimeout(() => {
        current().catch((fault: unknown) => log('reference index', fault))
      }, REST)
      timer.unref()
    },
    current,
    scopeOf: (document) => ({
      others: memory.atHand.for(document),
      profile: memory.atHand.profile(document.id),
    }),
    async stop() {
      clearTimeout(timer)
      stopping.abort()
      await running?.catch(() => undefined)
    },
  }

  function current(): Promise<void> {
    if (state === 'current') return running ?? Promise.resolve()
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  async function run(): Promise<void> {
    while (state === 'behind' && !stopping.signal.aborted) {
      clearTimeout(timer)
      state = 'current'
      try {
        const touched = await inSlices(refreshed(db, drafts, memory), stopping.signal)
        if (touched && touched.size > 0) tell([...touched])
      } catch (fault) {
        state = 'behind'
        throw fault
      }
    }
  }
}

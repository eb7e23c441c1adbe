import type { OtherAct } from '#shared/citation/references.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { Writer } from '#store/connection.ts'
import type { ListedDocument } from '#store/documents.ts'
import type { DraftCache } from './draft-cache.ts'
import { emptyMemory, refreshed } from './reference-index.ts'
import { inSlices, nextTurn } from './turn.ts'

export interface CitingScope {
  readonly others: readonly OtherAct[]
  /** The citing act's own. */
  readonly profile: Profile
}

/** Keeps the reference index up to date in the pauses of other work, never on the way of a save or an opening. */
export interface ReferenceKeeper {
  /** Tells that a draft, or the list of the library, changed. */
  changed(): void
  /** Tells that a window opens a document: the index rests until it is asked for, or a while. */
  opening(): void
  /** What the citations of a document may name, as of the last {@link ReferenceKeeper.current}. */
  scopeOf(document: ListedDocument): CitingScope
  /** Ends when the index knows all that is on disk. */
  current(): Promise<void>
  stop(): Promise<void>
}

/** Milliseconds after a change before the index follows: a drafter who types changes again sooner. */
const REST = 400

/** Milliseconds that a window may take to show a long act and to ask for the index. */
const OPENING = 3000

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
  /** Runs while a window opens a document. */
  let opening: NodeJS.Timeout | undefined
  let endOpening = () => {}
  let opened = Promise.resolve()

  return {
    changed() {
      state = 'behind'
      clearTimeout(timer)
      timer = setTimeout(() => {
        follow().catch((fault: unknown) => log('reference index', fault))
      }, REST)
      timer.unref()
    },
    opening() {
      if (opening) {
        opening.refresh()
        return
      }
      opened = new Promise((resolve) => {
        endOpening = () => {
          clearTimeout(opening)
          opening = undefined
          resolve()
        }
      })
      opening = setTimeout(endOpening, OPENING)
      opening.unref()
    },
    current() {
      endOpening()
      return follow()
    },
    scopeOf: (document) => ({
      others: memory.atHand.for(document),
      profile: memory.atHand.profile(document.id),
    }),
    async stop() {
      clearTimeout(timer)
      stopping.abort()
      endOpening()
      await running?.catch(() => undefined)
    },
  }

  function follow(): Promise<void> {
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
        const steps = refreshed(db, drafts, memory)
        const touched = await inSlices(steps, stopping.signal, undefined, freeTurn)
        if (touched && touched.size > 0) tell([...touched])
      } catch (fault) {
        state = 'behind'
        throw fault
      }
    }
  }

  async function freeTurn(): Promise<void> {
    await nextTurn()
    await opened
  }
}
